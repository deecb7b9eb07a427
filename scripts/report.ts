/** `npm run report`: draws the report's pages anew from results.json and the figures beside it; trains nothing. */
import { join } from "node:path";
import { program } from "commander";
import { sources } from "../specs/index.ts";
import { readResults } from "../src/report/results.ts";
import { outOption } from "../src/reproduction/options.ts";
import { writePages } from "../src/reproduction/pages.ts";
import { run } from "./run.ts";

program
  .name("report")
  .description("Draws the report's pages anew from results.json, without training.")
  .addOption(outOption());

run(program, async () => {
  const { out } = program.opts<{ out: string }>();
  const page = writePages(sources, readResults(join(out, "results.json")), out);
  console.log(`report: ${page}`);
  return 0;
});
