import { Option } from "commander";
import { verdictWord } from "../../language/verdict.ts";
import { decide, type Study } from "../../study/decide.ts";
import { onlyWasm } from "../../study/engines.ts";
import { environment } from "../../study/environment.ts";
import { readRecord, recordFile, type StudyRecord, writeRecord } from "../../study/record/record.ts";
import { hashesOf, register } from "../../study/register.ts";
import type { Source } from "../../study/source.ts";
import type { SuiteCommand } from "../command.ts";
import { suiteFolder, suitePath } from "../folders.ts";
import { type DecideOptions, decideOptions } from "../options.ts";
import { requireCommitted } from "../registered.ts";
import { claimNames, claimsFile, studiesNamed } from "../sources.ts";

/** `npm run decide`: trains decisive seeds until claims are decided, and keeps the record. */
export const decideCommand = (sources: readonly Source[]): SuiteCommand<DecideOptions> => ({
  name: "decide",
  description: "Trains decisive seeds until every claim is decided or capped, and writes the record.",
  names: claimNames(sources),
  options: [
    ...decideOptions(),
    new Option("--register", "register claims that are new or have a new version, and train nothing").default(false),
  ],
  async act(names, { minutes, cap, store, workers, register: onlyRegister }) {
    const baselines = suitePath("baselines");
    const chosen = studiesNamed(sources, names);
    const say = (line: string) => console.error(`  ${line}`);
    const studies = chosen.sources.map((source): Study => {
      const record = readRecord(baselines, source.about.id);
      return { source, record: register(record, source, hashesOf(source, claimsFile(source))) };
    });
    if (onlyRegister) {
      for (const { record } of studies) writeRecord(baselines, record);
      console.log(`registered in ${studies.map(({ source }) => recordFile(baselines, source.about.id)).join(", ")}`);
      return 0;
    }
    for (const { record } of studies) requireCommitted(suiteFolder, baselines, record);
    // Better now than after the first trials that could not be recorded.
    for (const { record } of studies) writeRecord(baselines, record);
    const runs = studies.map(({ record }) => record.runs);
    const machine = environment(onlyWasm);
    const before = new Map(studies.map(({ record }) => [record.source, trialsIn(record)]));
    const at = new Date().toISOString();
    const keep = (record: StudyRecord) => {
      const trials = trialsIn(record) - (before.get(record.source) ?? 0);
      const own = runs[studies.findIndex(({ source }) => source.about.id === record.source)];
      const run = runOf(at, machine, trials);
      writeRecord(baselines, trials > 0 ? { ...record, runs: [...own, run] } : record);
    };
    const records = await decide(studies, { store, workers, minutes, cap, claims: chosen.claims, keep, say });
    for (const [i, { source }] of studies.entries()) console.log(summaryOf(source, records[i]));
    return 0;
  },
});

const trialsIn = ({ arms }: StudyRecord): number => Object.values(arms).reduce((sum, { count }) => sum + count, 0);

const runOf = (
  at: string,
  { node, platform, cpu, commit, kernels }: Record<string, string | number>,
  trials: number,
) => ({
  at,
  node: String(node),
  platform: String(platform),
  cpu: String(cpu),
  commit: String(commit),
  kernels: String(kernels),
  trials,
});

/** "gaussian-1d: 9 of 11 claims decided": one line, and one for each that is open. */
function summaryOf({ about, claims }: Source, { decisions }: StudyRecord): string {
  const judged = claims.filter(({ kind }) => kind !== "untested");
  const open = judged.filter(({ id }) => (decisions[id]?.verdict ?? "open") === "open");
  return [
    `${about.id}: ${judged.length - open.length} of ${judged.length} claims decided`,
    ...open.map(({ id, says }) => {
      const { looked = 0, successes, seeds } = decisions[id] ?? {};
      const held = seeds === undefined ? "" : `, held on ${successes} of ${seeds}`;
      return `  ${verdictWord("open", says)} after ${looked} seeds${held}: ${id}`;
    }),
  ].join("\n");
}
