import type { Variable } from "eslint-scope";
import type { Node } from "estree";
import { type Bundle, startOf } from "./bundle.ts";

/** What functions are called with: the other arguments of the call that a function is handed to, or those of every call by its name. */
export function callers(bundle: Bundle, callee: Node): readonly Node[] {
  const parent = bundle.parentOf(callee);
  if (parent?.type === "CallExpression") {
    return [parent.callee, ...parent.arguments].filter((node) => node !== callee);
  }
  const name =
    callee.type === "FunctionDeclaration"
      ? callee.id
      : parent?.type === "VariableDeclarator" && parent.id.type === "Identifier"
        ? parent.id
        : undefined;
  const variable = name && bundle.variables.get(startOf(name));
  return (variable?.references ?? []).flatMap(({ identifier }) => {
    const call = bundle.parentOf(identifier as Node);
    return call?.type === "CallExpression" && call.callee === identifier ? call.arguments : [];
  });
}

/** The statements that change what a variable holds after its declaration: `a = …`, `a.b++`, `a.push(…)`. */
export function changesOf(bundle: Bundle, variable: Variable): readonly Node[] {
  return variable.references.flatMap(({ identifier, init }) => {
    if (init) return [];
    const statement = changing(bundle, identifier as Node);
    return statement ? [statement] : [];
  });
}

function changing(bundle: Bundle, name: Node): Node | undefined {
  let [target, around] = [name, bundle.parentOf(name)];
  while (around?.type === "MemberExpression" && around.object === target) {
    [target, around] = [around, bundle.parentOf(around)];
  }
  const isChange =
    (around?.type === "AssignmentExpression" && around.left === target) ||
    around?.type === "UpdateExpression" ||
    // A method that is called for what it does.
    (around?.type === "CallExpression" &&
      around.callee === target &&
      target !== name &&
      bundle.parentOf(around)?.type === "ExpressionStatement");
  return isChange ? around : undefined;
}
