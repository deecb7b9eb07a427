/** Part of `npm run check`: whether the imports of the program keep the rules of docs/architecture.md. */
import { resolve } from "node:path";
import { readFiles } from "./architecture/read-files.ts";
import { violationsOf } from "./architecture/violations.ts";

const files = readFiles(resolve(import.meta.dirname, ".."));
const violations = violationsOf(files);
for (const line of violations) console.error(line);
console.log(
  `${files.size} files keep ${violations.length === 0 ? "the rules" : `not ${violations.length} rules`} of docs/architecture.md`,
);
process.exitCode = violations.length === 0 ? 0 : 1;
