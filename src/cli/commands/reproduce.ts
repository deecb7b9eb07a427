import { timeEngine } from "../../benchmark/time-engine.ts";
import { chooseEngines } from "../../study/engines.ts";
import type { Source } from "../../study/source.ts";
import type { SuiteCommand } from "../command.ts";
import { suitePath } from "../folders.ts";
import { outOption, type ReproduceOptions, sharedOptions } from "../options.ts";
import { reproduce } from "../reproduce.ts";
import { sourceNames, sourcesNamed } from "../sources.ts";
import { verdictTable } from "../table.ts";

/** `npm run reproduce`: trains everything that is missing, decides every claim, draws, and writes the report. */
export const reproduceCommand = (sources: readonly Source[]): SuiteCommand<ReproduceOptions> => ({
  name: "reproduce",
  description: "Retrains every claim from seeds, judges it and writes a report.",
  names: sourceNames(sources),
  options: [...sharedOptions(), outOption()],
  async act(names, options) {
    const chosen = sourcesNamed(sources, names);
    const engines = await chooseEngines(options.engine, options.profile);
    const run = { ...options, engines, baselines: suitePath("baselines") };
    const say = (line: string) => console.error(`  ${line}`);
    const { results, page } = await reproduce(chosen, run, timeEngine, say);
    console.log(verdictTable(results.claims));
    for (const { severity, message } of results.departures) console.error(`${severity}: ${message}`);
    console.log(`\nreport: ${page}`);
    return results.departures.some(({ severity }) => severity === "failure") ? 1 : 0;
  },
});
