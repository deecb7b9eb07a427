import type { Reference, Variable } from "eslint-scope";
import type { Expression, Node } from "estree";
import { type Bundle, isWithin, startOf } from "./bundle.ts";
import { columnOf, type Turn } from "./column.ts";
import { callers, changesOf } from "./uses.ts";

/**
 * The code that pieces of a bundle use, directly or through others: declarations, what is assigned to them later, the columns of a
 * table that a loop takes them from, the arguments that the function around is called with.
 * @param start the pieces
 * @param without nodes that do not count, nor what only they use
 * @param turn of a loop, whose row of the table alone is used
 * @returns the pieces, then what they use, in the order in which it is first used
 */
export function sliceOf(
  bundle: Bundle,
  start: readonly Node[],
  without: readonly Node[],
  turn: Turn | undefined,
): readonly Node[] {
  const pieces = [...start];
  const seen = new Set<Variable>();
  const add = (node: Node) => {
    if (!pieces.some((piece) => isWithin(node, piece))) pieces.push(node);
  };
  // Grows while it is gone through.
  for (const piece of pieces) {
    for (const { identifier, resolved } of referencesIn(bundle, piece)) {
      if (!resolved || seen.has(resolved) || without.some((node) => isWithin(identifier as Node, node))) continue;
      seen.add(resolved);
      // What a piece declares itself stands in it, such as the parameters of its functions.
      if (resolved.identifiers.some((name) => pieces.some((piece) => isWithin(name, piece)))) continue;
      for (const node of origin(bundle, resolved, turn)) add(node);
      for (const node of changesOf(bundle, resolved)) add(node);
    }
  }
  return pieces;
}

function referencesIn({ references }: Bundle, piece: Node): readonly Reference[] {
  const [from, to] = piece.range!;
  const first = indexFrom(references, from);
  const last = indexFrom(references, to);
  return references.slice(first, last);
}

function indexFrom(references: readonly Reference[], position: number): number {
  let [low, high] = [0, references.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (startOf(references[middle].identifier as Node) < position) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The code that a variable has its value from. */
function origin(bundle: Bundle, variable: Variable, turn: Turn | undefined): readonly Node[] {
  return variable.defs.flatMap((definition): readonly Node[] => {
    if (definition.type === "ImportBinding") return [definition.node, (definition.parent as { source: Node }).source];
    if (definition.type === "Parameter") {
      return [...definition.node.params, ...callers(bundle, definition.node)];
    }
    if (definition.type !== "Variable") return [definition.node];
    const column = columnOf(bundle, variable);
    const cells = column && column.loop === turn?.loop ? [column.cells[turn.index]] : column?.cells;
    // Cells of all rows together tell which is whose only if none is missing, else the whole table is the safe answer.
    if (cells?.every((cell) => cell !== undefined) || cells?.length === 1) return cells.filter((cell) => !!cell);
    const loop = bundle.parentOf(definition.parent);
    if (loop?.type === "ForOfStatement" || loop?.type === "ForInStatement") return [loop.left, loop.right];
    if (loop?.type === "ForStatement" && loop.init === definition.parent) {
      return [loop.init, loop.test, loop.update].filter((node): node is Expression => !!node);
    }
    return [definition.node];
  });
}
