/** `npm run reproduce`: trains everything that is missing, decides every claim, draws, and writes the report. */
import { program } from "commander";
import { sources, sourcesNamed } from "../specs/index.ts";
import { timeEngine } from "../src/benchmark/time-engine.ts";
import { suitePath } from "../src/cli/folders.ts";
import { chooseEngines } from "../src/reproduction/engines.ts";
import { outOption, type ReproduceOptions, sharedOptions } from "../src/reproduction/options.ts";
import { reproduce } from "../src/reproduction/reproduce.ts";
import { verdictTable } from "../src/reproduction/table.ts";
import { run } from "./run.ts";

program
  .name("reproduce")
  .description("Re-runs every claim from seeds and writes a report.")
  .argument("[source...]", `which sources (${sources.map(({ about }) => about.id).join(", ")}); all unless told`);
for (const option of [...sharedOptions(), outOption()]) program.addOption(option);

run(program, async (names: string[], options: ReproduceOptions) => {
  const chosen = sourcesNamed(names);
  const asked = {
    ...options,
    baselines: suitePath("baselines"),
    engines: await chooseEngines(options.engine, options.profile),
  };
  const say = (line: string) => console.error(`  ${line}`);
  const { sources: reproduced, departures, page } = await reproduce(chosen, asked, timeEngine, say);
  console.log(verdictTable(reproduced, options.profile));
  for (const { severity, message } of departures) console.error(`${severity}: ${message}`);
  console.log(`\nreport: ${page}`);
  return departures.some(({ severity }) => severity === "failure") ? 1 : 0;
});
