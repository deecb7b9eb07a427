import { readFileSync } from "node:fs";
import { join } from "node:path";
import { tokenizer } from "acorn";
import type { Node } from "estree";
import type { Bundle } from "./bundle.ts";
import type { Call } from "./calls.ts";

/** What stands in a TypeScript file. */
export interface SourceText {
  /** Relative to the folder of all sources. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly text: string;
}

/**
 * A call as its author wrote it, types and comments included; one in a loop with the whole loop.
 * @param root the folder of all sources
 */
export function textOf(bundle: Bundle, { node, literal, turn }: Call, root: string): SourceText {
  const around = turn?.loop ?? (literal === undefined ? loopAround(bundle, node) : undefined);
  const { file, line, column } = bundle.originOf(around ?? node);
  const lines = readFileSync(join(root, file), "utf8").split(/\r?\n/);
  const rest = [lines[line].slice(column), ...lines.slice(line + 1)].join("\n");
  return { file, line: line + 1, text: dedent(rest.slice(0, endOf(rest, around ? 2 : 1)), column) };
}

function loopAround(bundle: Bundle, node: Node): Node | undefined {
  for (let around = bundle.parentOf(node); around && !/Function/.test(around.type); around = bundle.parentOf(around)) {
    if (/^(?:For|While)/.test(around.type)) return around;
  }
  return undefined;
}

/** Where the brackets that a text opens are all closed again: those of a call, or those of a loop's head and its body. */
function endOf(text: string, groups: number): number {
  let [depth, closed] = [0, 0];
  for (const { type, end } of tokenizer(text, { ecmaVersion: "latest", sourceType: "module" })) {
    if (["(", "[", "{", "${"].includes(type.label)) depth++;
    if ([")", "]", "}"].includes(type.label) && --depth === 0 && ++closed === groups) return end;
  }
  return text.length;
}

const dedent = (text: string, by: number): string => text.replaceAll(`\n${" ".repeat(by)}`, "\n");
