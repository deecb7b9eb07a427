import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parseAst } from "vitest/node";

/** The files in which a source's claims stand: its `claims.ts` and what lies in `claims/`. */
const claimFiles = readdirSync(import.meta.dirname, { recursive: true, encoding: "utf8" })
  .map((file) => file.replaceAll("\\", "/"))
  .filter((file) => /^[^/]+\/claims(\/[^/]+)?\.ts$/.test(file))
  .sort();

describe("no number is typed in a finding: it is computed from the trials, or marked (src/language/finding.ts)", () => {
  test.each(claimFiles)("%s", (file) => {
    expect(typedNumbers(readFileSync(join(import.meta.dirname, file), "utf8"))).toEqual([]);
  });
});

test("a digit is found in every part of a finding that is printed, and nowhere else", () => {
  const found = (finding: string) => typedNumbers(`claim("name", { hypothesis: "below 0.5", finding: ${finding} })`);
  const inserted = (code: string) => `\${${code}}`;
  expect(found('"on 12 seeds"')).toEqual(["on 12 seeds"]);
  expect(found('"a, " + (profile === "quick" ? "b" : "12")')).toEqual(["12"]);
  expect(found(`() => \`on 3 of ${inserted("seeds")} or 4\``)).toEqual(["on 3 of ", " or 4"]);
  expect(found(`() => { const text = \`${inserted("count(arm, holds)")} of 64\`; return text; }`)).toEqual([" of 64"]);
  expect(found(`() => \`${inserted("12")} of ${inserted("seeds")}\``)).toEqual(["12"]);
  expect(found(`() => \`on ${inserted('count("arm 0.1", ({ end }) => end.distance < 0.5)')} seeds\``)).toEqual([]);
  expect(found(`() => \`at ${inserted("setting(0.1)")}, ${inserted('algebra("1/a")')}\``)).toEqual([]);
  expect(typedNumbers('const rows = [["name", ({ count }: Told) => "12"]]')).toEqual(["12"]);
  expect(typedNumbers('export const findings = { name: "12" } as const')).toEqual(["12"]);
});

interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

/** The printed parts of findings that have a digit in them, in a file's TypeScript. */
function typedNumbers(code: string): string[] {
  const found: string[] = [];
  const look = (node: Node): void => {
    for (const finding of findingsAt(node)) found.push(...printedWithDigits(finding));
    if (findingsAt(node).length === 0) for (const child of childrenOf(node)) look(child);
  };
  look(parseAst(code, { lang: "ts" }) as unknown as Node);
  return found;
}

/** What is given as `finding`; a function of what is `Told`, for lists of claims; everything in `findings`. */
function findingsAt(node: Node): Node[] {
  const nameOf = (named: unknown) => (named as Node | undefined)?.name;
  if (node.type === "Property" && nameOf(node.key) === "finding") return [node.value as Node];
  if (node.type === "VariableDeclarator" && nameOf(node.id) === "findings") return [node.init as Node];
  const isTold = (parameter: Node) => JSON.stringify(parameter.typeAnnotation ?? "").includes('"Told"');
  return node.type === "ArrowFunctionExpression" && (node.params as Node[]).some(isTold) ? [node] : [];
}

/** What is given to a function is not printed, so arms and bounds may be named in it, and comparisons are not either. */
function printedWithDigits(node: Node): string[] {
  if (node.type === "CallExpression" || (node.type === "BinaryExpression" && node.operator !== "+")) return [];
  const text =
    node.type === "Literal"
      ? `${node.value}`
      : node.type === "TemplateElement"
        ? (node.value as { cooked: string }).cooked
        : "";
  if (/\d/.test(text)) return [text];
  // A key of `findings` is a claim's name.
  const printed = node.type === "Property" ? [node.value as Node] : childrenOf(node);
  return printed.flatMap(printedWithDigits);
}

/** In the order of the code, in which a template's texts and insertions alternate. */
const childrenOf = (node: Node): Node[] =>
  Object.values(node)
    .flat()
    .filter((value): value is Node => typeof value === "object" && value !== null && "type" in value);
