import { randomBytes } from "node:crypto";
import { timeEngine } from "../../benchmark/time-engine.ts";
import { auditOf, auditSentence } from "../../report/audit.ts";
import { outcomeLines } from "../../report/outcome-counts.ts";
import { chooseEngines } from "../../study/engines.ts";
import type { Source } from "../../study/source.ts";
import type { SuiteCommand } from "../command.ts";
import { suitePath } from "../folders.ts";
import { type ReproduceOptions, reproduceOptions } from "../options.ts";
import { reproduce } from "../reproduce.ts";
import { claimNames, studiesNamed } from "../sources.ts";
import { verdictTable } from "../table.ts";

/** `npm run reproduce`: trains a sample of the record again, compares its bits, and writes the report. */
export const reproduceCommand = (sources: readonly Source[]): SuiteCommand<ReproduceOptions> => ({
  name: "reproduce",
  description:
    "Trains a random sample of the recorded trials again within a few minutes, compares them bit for bit, and writes a report of the recorded verdicts.",
  names: claimNames(sources),
  options: reproduceOptions(),
  async act(names, options) {
    const { sources: chosen, claims } = studiesNamed(sources, names);
    const engines = await chooseEngines(options.engine, { many: true });
    const draw = options.draw ?? randomBytes(4).toString("hex");
    const run = { ...options, engines, draw, claims, baselines: suitePath("baselines") };
    const say = (line: string) => console.error(`  ${line}`);
    const { results, page } = await reproduce(chosen, run, timeEngine, say);
    console.log(verdictTable(results.claims));
    for (const { severity, message } of results.departures) console.error(`${severity}: ${message}`);
    console.log(`\n${[...outcomeLines(results.claims), auditSentence(auditOf(results.audit))].join("\n")}`);
    console.log(`report: ${page}`);
    return results.departures.some(({ severity }) => severity === "failure") ? 1 : 0;
  },
});
