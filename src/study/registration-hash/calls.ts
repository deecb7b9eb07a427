import type { CallExpression, Expression, Identifier, Node, SpreadElement } from "estree";
import { type Bundle, startOf } from "./bundle.ts";
import { columnOf, type Turn } from "./column.ts";

/** A call that registers a claim, or several where it stands in a loop. */
export interface Call {
  readonly node: CallExpression;
  /** As the source's author calls it: `claim`, `exact`, … */
  readonly word: string;
  /** The claim's name if it stands in the call or in the table that a loop around it goes through; else it is computed. */
  readonly literal: string | undefined;
  /** In a loop over a table that has the names in a column: the claim's turn. Then there is a call for each. */
  readonly turn: Turn | undefined;
  readonly name: Expression | SpreadElement;
  readonly claim: Expression | SpreadElement;
}

/** The calls of a bundle that register claims, in its order: `claim("name", { … })` or `words.claim(…)`. */
export function callsOf(bundle: Bundle, words: readonly string[]): readonly Call[] {
  return bundle.calls
    .flatMap((node): readonly Call[] => {
      const [name, claim] = node.arguments;
      const word = claim && wordOf(bundle, node);
      if (!word || !words.includes(word) || bundle.originOf(node).file.startsWith("../")) return [];
      return named(bundle, name).map((own) => ({ node, word, name, claim, ...own }));
    })
    .sort((a, b) => startOf(a.node) - startOf(b.node));
}

function wordOf(bundle: Bundle, { callee }: CallExpression): string | undefined {
  if (callee.type === "Identifier") return originalName(bundle, callee);
  if (callee.type === "MemberExpression" && callee.property.type === "Identifier") return callee.property.name;
  return undefined;
}

/** The bundler gives names that several files use a number; what is taken out of an object keeps its name as the key there. */
function originalName({ variables, parentOf }: Bundle, name: Identifier): string {
  const variable = variables.get(startOf(name));
  const declared = variable?.identifiers[0];
  const property = declared && parentOf(declared);
  return property?.type === "Property" && property.key.type === "Identifier" ? property.key.name : name.name;
}

type Named = Pick<Call, "literal" | "turn">;

function named(bundle: Bundle, name: Node): readonly Named[] {
  const unknown = [{ literal: literalOf(name), turn: undefined }];
  const variable = name.type === "Identifier" ? bundle.variables.get(startOf(name)) : undefined;
  const column = variable && columnOf(bundle, variable);
  const turns = column?.cells.map((cell, index) => ({
    literal: cell && literalOf(cell.type === "Property" ? cell.value : cell),
    turn: { loop: column.loop, index },
  }));
  return turns?.every(({ literal }) => literal !== undefined) ? turns : unknown;
}

function literalOf(node: Node): string | undefined {
  if (node.type === "Literal" && typeof node.value === "string") return node.value;
  if (node.type === "TemplateLiteral" && node.expressions.length === 0) return node.quasis[0].value.cooked ?? undefined;
  return undefined;
}
