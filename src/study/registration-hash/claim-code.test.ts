import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type FileName, files, names, writeSource } from "./claim-code.fixture.ts";
import { codeOfClaims } from "./claim-code.ts";

const entry = writeSource();
const codes = codeOfClaims(entry, names);

/** Which claims' code differs after a change to a file. */
function changedBy(file: FileName, from: string | RegExp, to: string): readonly string[] {
  const text = files[file].replace(from, to);
  if (text === files[file]) expect.fail(`expected ${from} in ${file}`);
  const changed = codeOfClaims(writeSource({ [file]: text }), names);
  return names.filter((name) => changed.get(name)!.code !== codes.get(name)!.code);
}

test("code is the same wherever the source lies", () => {
  expect(codeOfClaims(writeSource(), names)).toEqual(codes);
});

test("every claim has code of its own, except those whose names are computed", () => {
  expect(new Set([...codes.values()].map(({ code }) => code)).size).toBe(names.length - 1);
  expect(codes.get("at-2")!.code).toBe(codes.get("at-3")!.code);
});

const distance = "small/claims/distance.ts";
test.each<[what: string, file: FileName, from: string | RegExp, to: string, changed: readonly string[]]>([
  ["a rate", distance, "atLeast: 0.75", "atLeast: 0.8", ["is-near"]],
  ["a rate in a table", distance, `"reliably", 0.9`, `"reliably", 0.95`, ["reliably"]],
  ["a bound in a predicate", distance, "near(run) < 2", "near(run) < 3", ["usually", "reliably"]],
  ["a sign in a predicate", distance, "of(a) < of(b)", "of(a) > of(b)", ["is-spread"]],
  ["a control's arms", distance, `for: ["b", "a"]`, `for: ["a", "a"]`, ["is-near"]],
  ["arms taken in by name", distance, `for: ["a", "b"]`, `for: ["b", "a"]`, ["is-near", "is-spread"]],
  ["what an effect is of", distance, "near(a) - near(b)", "near(b) - near(a)", ["is-near"]],
  ["a constant in another file", "small/limits.ts", "limit = 0.5", "limit = 0.6", ["is-near"]],
  ["a row of a table", "small/claims.ts", "bound: 0.125", "bound: 0.0625", ["is-lower"]],
  ["a loop that computes names", "small/claims.ts", "[2, 3]", "[2, 3, 4]", ["at-2", "at-3"]],
  ["a row of a table that another takes in", "small/claims.ts", "bound: 1 }", "bound: 2 }", ["is-high"]],
  ["a property that few rows have", "small/claims.ts", "least: 0.9", "least: 0.95", ["is-high"]],
  ["a property that a row did not have", "small/claims.ts", "bound: 0.125", "bound: 0.125, least: 0.9", ["is-lower"]],
  ["a control's check", "small/claims.ts", "counted([])", "counted([1])", ["counts"]],
  ["what is added to a constant later", "small/measures.ts", "table.push(n)", "table.push(2 * n)", ["counts"]],
  ["the package that a function comes from", "small/measures.ts", `"simple-statistics"`, `"d3"`, ["counts"]],
  [
    "a measure that several use",
    "small/measures.ts",
    "=> end.distance",
    "=> 2 * end.distance",
    ["is-near", "is-spread", "usually", "reliably", "is-low", "is-lower", "is-high"],
  ],
])("%s changes the code of exactly the claims concerned", (_, file, from, to, changed) => {
  expect(changedBy(file, from, to)).toEqual(changed);
});

test.each<[what: string, file: FileName, from: string | RegExp, to: string]>([
  ["a title", distance, `title: "Near"`, `title: "Very near"`],
  ["a title that was not there", distance, `title: "Near",`, ""],
  ["a quotation taken in by name", distance, "It is near.", "It is quite near."],
  ["who says it", distance, 'title: "Near"', 'title: "Near", says: "ours"'],
  ["a former name", distance, 'title: "Near"', 'title: "Near", formerly: ["near"]'],
  ["a hypothesis", distance, "So it is.", "So it was."],
  ["a finding", distance, "away.", "off."],
  ["a finding that is the last property", distance, "figures:", "// figures:"],
  ["a finding in a table", distance, "more often than not", "mostly"],
  ["a finding in a table of objects", "small/claims.ts", "as it stands in the low row", "lower"],
  ["the words for a control", distance, "another arm", "the other arm"],
  ["a unit taken in by name", distance, "metres", "miles"],
  ["the names of figures", distance, `["drawing"]`, `["sketch"]`],
  ["a figure's drawing", "small/figures/index.ts", "<svg>", "<svg width='1'>"],
  ["a comment", distance, "// Another one.", "/* One more. */"],
  ["formatting", distance, /\n {4}/g, "\n\n        "],
  ["a type", distance, "(a: Run, b: Run): boolean", "(a: Run, b: any)"],
  [
    "a parameter's name",
    distance,
    "(of: (run: Run) => number) => (a: Run, b: Run): boolean => of(a) < of(b)",
    "(f: any) => (x: any, y: any) => f(x) < f(y)",
  ],
  [
    "the name of a constant",
    "small/limits.ts",
    "limit = 0.5;",
    "limit = 0.5; const near = 2; export const also = near;",
  ],
  ["another claim", distance, "// Another one.", `claim("one-more", { for: "a", holds: isNear, atLeast: 0.5 });`],
  ["another row", "small/claims.ts", "\n];", `{ name: "is-lowest", arm: "b", bound: 0 }];`],
  [
    "another file with the same names",
    "small/figures/index.ts",
    "export",
    "const [near, gain, run, claim] = [1, 2, 3, 4]; console.log(near, gain, run, claim); export",
  ],
  ["a constant that nothing uses", "small/limits.ts", "other = 1", "other = 2"],
])("%s changes no claim's code", (_, file, from, to) => {
  expect(changedBy(file, from, to)).toEqual([]);
});

test("a claim's text is its call as it is written, or the loop's", () => {
  const { file, line, text } = codes.get("is-near")!;
  expect({ file, line, first: text.split("\n")[0] }).toEqual({ file: distance, line: 10, first: 'claim("is-near", {' });
  expect(text).toContain('\n  title: "Near",\n');
  expect(text.endsWith("\n})")).toBe(true);
  expect(codes.get("reliably")!.text).toMatch(
    /^for \(const \[name, rate[\s\S]*as const\) \{\n {2}claim\(name[\s\S]*\n\}$/,
  );
  expect(codes.get("at-3")!.text).toMatch(/^for \(const n of \[2, 3\]\) words\.claim\([\s\S]*\)$/);
});

test("the same code under Node with tsx, where functions are written differently", () => {
  const script = `import { codeOfClaims } from ${JSON.stringify(join(import.meta.dirname, "claim-code.ts"))};
    console.log(JSON.stringify([...codeOfClaims(${JSON.stringify(entry)}, ${JSON.stringify(names)})]));`;
  const printed = execFileSync(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script]);
  expect(new Map(JSON.parse(printed.toString()))).toEqual(codes);
});

test("a claim that no call registers is an error that says so", () => {
  const text = files["small/claims.ts"].replace(/for \(const n .*\n/, "");
  const without = writeSource({ "small/claims.ts": text });
  expect(() => codeOfClaims(without, ["at-2"])).toThrow('the name "at-2"');
});
