import { expect, test } from "vitest";
import { stepsOf } from "./steps.ts";

test("blocks are files, places in files, and commands", () => {
  const markdown = [
    "1. Write:",
    "",
    "   ```ts",
    "   // specs/a/arms.ts, below: export const arms = {",
    "   x: 1,",
    "   ```",
    "```ts",
    "// specs/a/about.ts",
    "export const about = {",
    "  id: 1,",
    "};",
    "```",
    "```sh",
    "npm run a",
    "npm run b",
    "```",
  ].join("\n");
  expect(stepsOf(markdown)).toEqual([
    { kind: "insert", file: "specs/a/arms.ts", below: "export const arms = {", text: "x: 1,\n" },
    { kind: "file", file: "specs/a/about.ts", text: "export const about = {\n  id: 1,\n};\n" },
    { kind: "run", command: "npm run a" },
    { kind: "run", command: "npm run b" },
  ]);
});

test("a block that cannot be executed is an error", () => {
  expect(() => stepsOf("```ts\nclaim();\n```")).toThrow("begins with its file's name");
  expect(() => stepsOf("```\nnpm test\n```")).toThrow("expected a block of sh");
});
