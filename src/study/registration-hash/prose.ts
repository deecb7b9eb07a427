import type { Node, ObjectExpression } from "estree";
import type { Bundle } from "./bundle.ts";
import { initialValue, keyOf } from "./column.ts";

/** Properties of a claim that say something and decide nothing: at its top, and at any depth. */
export interface Prose {
  readonly ofClaim: readonly string[];
  readonly ofParts: readonly string[];
}

/** The properties of a claim that are prose, also in objects that it takes in by name. Functions are not looked into. */
export function proseOf(bundle: Bundle, claim: Node, prose: Prose): readonly Node[] {
  const found: Node[] = [];
  const seen = new Set<Node>();
  const visit = (node: Node | null | undefined, names: readonly string[]): void => {
    if (!node || seen.has(node)) return;
    seen.add(node);
    if (node.type === "Identifier") visit(initialValue(bundle, node), names);
    else if (node.type === "ArrayExpression") for (const element of node.elements) visit(element, prose.ofParts);
    else if (node.type === "ConditionalExpression") {
      visit(node.consequent, names);
      visit(node.alternate, names);
    } else if (node.type === "LogicalExpression") visit(node.right, names);
    else if (node.type === "ObjectExpression") properties(node, names);
  };
  const properties = (object: ObjectExpression, names: readonly string[]) => {
    for (const property of object.properties) {
      if (property.type === "SpreadElement") visit(property.argument, names);
      else if (names.includes(keyOf(property) ?? "")) found.push(property);
      else visit(property.value as Node, prose.ofParts);
    }
  };
  visit(claim, [...prose.ofClaim, ...prose.ofParts]);
  return found;
}
