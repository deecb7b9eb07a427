import { readFileSync } from "node:fs";
import { peerTable, variantTable } from "../../report/benchmark/peers.ts";
import { changedVerdicts, verdictsBefore } from "../../report/changed-verdicts.ts";
import { type RecordedSource, resultsPage, summaryTable, withBlock } from "../../report/results-page.ts";
import { readRecord } from "../../study/record/record.ts";
import { replaceFile } from "../../study/record/replace-file.ts";
import type { Source } from "../../study/source.ts";
import type { SuiteCommand } from "../command.ts";
import { committedBenchmarks } from "../committed-benchmarks.ts";
import { suitePath } from "../folders.ts";

/** A document of the repository that is made, in whole or in part, from the committed records. */
export interface Document {
  readonly path: string;
  readonly text: string;
}

/** `npm run docs`: makes the documents' tables again from the committed records. */
export const docsCommand = (sources: readonly Source[]): SuiteCommand<object> => ({
  name: "docs",
  description:
    "Generates the tables of README.md, docs/results.md and docs/speed.md from baselines/<source>/record.json and baselines/benchmark.jsonl.",
  options: [],
  async act() {
    for (const { path, text } of documents(recorded(sources))) {
      replaceFile(path, text);
      console.log(path);
    }
    return 0;
  },
});

/** The sources with their committed records; a new source has none before its claims are registered. */
export const recorded = (sources: readonly Source[]): RecordedSource[] =>
  sources
    .map((source) => ({ source, record: readRecord(suitePath("baselines"), source.about.id) }))
    .filter(({ record }) => Object.keys(record.registrations).length > 0);

const committedVerdictsBefore = () =>
  verdictsBefore.parse(JSON.parse(readFileSync(suitePath("baselines", "verdicts-before.json"), "utf8")));

/** Every document that `npm run docs` writes, as it should read. */
export function documents(sources: readonly RecordedSource[]): Document[] {
  const [readme, speed] = [suitePath("README.md"), suitePath("docs", "speed.md")];
  const { runs } = committedBenchmarks();
  return [
    {
      path: suitePath("docs", "results.md"),
      text: `${resultsPage(sources)}\n${changedVerdicts(sources, committedVerdictsBefore())}\n`,
    },
    {
      path: readme,
      text: withBlock(
        withBlock(readFileSync(readme, "utf8"), "results", summaryTable(sources)),
        "peers",
        peerTable(runs),
      ),
    },
    { path: speed, text: withBlock(readFileSync(speed, "utf8"), "variants", variantTable(runs)) },
  ];
}
