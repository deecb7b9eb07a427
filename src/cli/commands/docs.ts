import { readFileSync } from "node:fs";
import { peerTable, variantTable } from "../../report/benchmark/peers.ts";
import { resultsPage, summaryTable, withBlock } from "../../report/results-page.ts";
import { type VerdictRecord, verdictRecord } from "../../report/verdict-record.ts";
import { replaceFile } from "../../study/record/replace-file.ts";
import type { Source } from "../../study/source.ts";
import type { SuiteCommand } from "../command.ts";
import { committedBenchmarks } from "../committed-benchmarks.ts";
import { suitePath } from "../folders.ts";

/** A document of the repository that is made, in whole or in part, from the committed verdicts. */
export interface Document {
  readonly path: string;
  readonly text: string;
}

/** `npm run docs`: makes the documents' tables again from the committed verdicts of the full profile. */
export const docsCommand = (sources: readonly Source[]): SuiteCommand<object> => ({
  name: "docs",
  description:
    "Generates the tables of README.md, docs/results.md and docs/speed.md from baselines/full/verdicts.json and baselines/benchmark.jsonl.",
  options: [],
  async act() {
    for (const { path, text } of documents(sources, committedVerdicts())) {
      replaceFile(path, text);
      console.log(path);
    }
    return 0;
  },
});

/** The verdicts of the last full run that was looked at and committed. */
export const committedVerdicts = (): VerdictRecord =>
  verdictRecord.parse(JSON.parse(readFileSync(suitePath("baselines", "full", "verdicts.json"), "utf8")));

/** Every document that `npm run docs` writes, as it should read. A new source is in none before its first committed run. */
export function documents(sources: readonly Source[], record: VerdictRecord): Document[] {
  const names = sources.filter((source) => isCommitted(source, record)).map(({ about }) => about);
  const [readme, speed] = [suitePath("README.md"), suitePath("docs", "speed.md")];
  const { runs } = committedBenchmarks();
  return [
    { path: suitePath("docs", "results.md"), text: resultsPage(names, record) },
    {
      path: readme,
      text: withBlock(
        withBlock(readFileSync(readme, "utf8"), "results", summaryTable(names, record)),
        "peers",
        peerTable(runs),
      ),
    },
    { path: speed, text: withBlock(readFileSync(speed, "utf8"), "variants", variantTable(runs)) },
  ];
}

/** Whether verdicts of a source have been committed. */
export const isCommitted = ({ about }: Source, { claims }: VerdictRecord): boolean =>
  Object.keys(claims).some((id) => id.startsWith(`${about.id}/`));
