/** Part of `npm run check`: whether the imports of the program keep the rules of docs/architecture.md. */
import { resolve } from "node:path";
import { debts } from "./architecture/debts.ts";
import { readFiles } from "./architecture/read-files.ts";
import { violationsOf } from "./architecture/violations.ts";

const files = readFiles(resolve(import.meta.dirname, ".."));
const violations = violationsOf(files);
const isDebt = (line: string) => debts.some((debt) => line.startsWith(`${debt}: `));
const news = violations.filter((line) => !isDebt(line));
for (const line of news) console.error(`error: ${line}`);
for (const debt of debts) {
  if (!violations.some((line) => line.startsWith(`${debt}: `)))
    console.error(`warning: ${debt} is no debt any more; take it off the list`);
}
console.log(
  `Checked the imports of ${files.size} files: ${news.length} break a rule, ${violations.length - news.length} are known debts.`,
);
process.exitCode = news.length === 0 ? 0 : 1;
