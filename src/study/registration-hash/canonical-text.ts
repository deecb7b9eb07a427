import type { Variable } from "eslint-scope";
import type { Node } from "estree";
import { type Bundle, isWithin } from "./bundle.ts";

/**
 * Pieces of a bundle as one text that is equal for equal code, however it is formatted and whatever its variables are called:
 * they are numbered in the order in which they occur. Names of properties, of globals and of what packages export stay.
 * @param without nodes that are left out
 */
export function canonicalText(bundle: Bundle, pieces: readonly Node[], without: readonly Node[]): string {
  const numbers = new Map<Variable, number>();
  return pieces
    .map((piece) => {
      const [from, to] = piece.range!;
      const words: string[] = [];
      let leftOut = false;
      for (let i = indexAt(bundle, from); i < bundle.tokens.length && bundle.tokens[i].start < to; i++) {
        const { start, end } = bundle.tokens[i];
        const word = bundle.text.slice(start, end);
        const isLeftOut = without.some((node) => isWithin(start, node));
        const isCommaOfLeftOut = word === "," && leftOut;
        leftOut = isLeftOut;
        if (isLeftOut || isCommaOfLeftOut) continue;
        if (word === "}" && words.at(-1) === ",") words.pop();
        const variable = bundle.variables.get(start);
        words.push(variable ? nameOf(bundle, numbers, variable, start, word) : word);
      }
      return words.join(" ");
    })
    .join("\n");
}

/** Index of the first token at a position or behind it. */
export function indexAt({ tokens }: Bundle, position: number): number {
  let [low, high] = [0, tokens.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle].start < position) low = middle + 1;
    else high = middle;
  }
  return low;
}

function nameOf(
  { shorthands }: Bundle,
  numbers: Map<Variable, number>,
  variable: Variable,
  position: number,
  written: string,
): string {
  if (!numbers.has(variable)) numbers.set(variable, numbers.size);
  const name = `$${numbers.get(variable)}`;
  return shorthands.has(position) ? `${written} : ${name}` : name;
}
