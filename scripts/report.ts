/** `npm run report`: draws the report's pages anew from results.json and the figures beside it; trains nothing. */
import { join } from "node:path";
import { program } from "commander";
import { sources } from "../specs/index.ts";
import { readResults } from "../src/report/results.ts";
import { outOption } from "../src/reproduction/options.ts";
import { writePages } from "../src/reproduction/pages.ts";
import { markdownTable } from "../src/reproduction/table.ts";
import { run } from "./run.ts";

program
  .name("report")
  .description("Draws the report's pages anew from results.json, without training.")
  .option("--markdown", "print the table of verdicts as Markdown instead")
  .addOption(outOption());

run(program, async () => {
  const { out, markdown } = program.opts<{ out: string; markdown?: boolean }>();
  const results = readResults(join(out, "results.json"));
  console.log(markdown ? markdownTable(results.claims) : `report: ${writePages(sources, results, out)}`);
  return 0;
});
