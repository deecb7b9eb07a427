import { type Ratio, ratioOfMedians } from "../../statistics/ratio.ts";
import { markdownRows } from "../decision-cells.ts";
import { bestVariants } from "./best-variants.ts";
import type { BenchmarkRun, MeasurementRecord } from "./record.ts";

/** One thing that peers do as well. */
export interface PeerGroup {
  /** Such as "1-D GAN, S = 8". */
  readonly title: string;
  /** Ours. */
  readonly base: MeasurementRecord;
  readonly peers: readonly QuotedPeer[];
}

/** A peer at its best. */
export interface QuotedPeer {
  readonly peer: string;
  /** The fastest of its variants, which is the one that is quoted. */
  readonly variant: string;
  /** How many times as long as ours it takes. */
  readonly time: Ratio;
}

const titles: Readonly<Record<string, string>> = { update: "1-D GAN", digits: "digits" };

/** What peers took in a run, relative to our own engine; nothing where none was measured in the same rounds. */
export function peerGroupsOf({ measurements }: Pick<BenchmarkRun, "measurements">): PeerGroup[] {
  return Object.entries(titles).flatMap(([suite, title]) => {
    const own = measurements.filter((one) => one.suite === suite);
    return [...new Set(own.map(({ group }) => group))].flatMap((group) => {
      const all = own.filter((one) => one.group === group);
      const base = all.find(({ name }) => name === "wasm");
      const peers = base ? quoted(all, base) : [];
      return base && peers.length > 0 ? [{ title: `${title}, ${group}`, base, peers }] : [];
    });
  });
}

const quoted = (all: readonly MeasurementRecord[], base: MeasurementRecord): QuotedPeer[] =>
  bestVariants(all.filter(({ rounds }) => rounds !== undefined && rounds.length === base.rounds?.length)).flatMap(
    ({ peer, variant = "", rounds = [] }) =>
      peer === undefined ? [] : [{ peer, variant, time: ratioOfMedians(rounds, base.rounds ?? []) }],
  );

/** The README's table of peers, with the machine that it holds for; a sentence where no run has any. */
export function peerTable(runs: readonly BenchmarkRun[]): string {
  const run = lastWithPeers(runs);
  if (!run) return nothingRecorded;
  const groups = peerGroupsOf(run);
  const names = [...new Set(groups.flatMap(({ peers }) => peers.map(({ peer }) => peer)))];
  const rows = names.map((name) => [
    name,
    ...groups.map(({ peers }) => {
      const one = peers.find(({ peer }) => peer === name);
      return one ? ratioCell(one.time) : "";
    }),
  ]);
  const ours = ["`wasm`", ...groups.map(({ base: { median, unit } }) => `${median.toPrecision(3)} ${unit}`)];
  return `${markdownRows(["", ...groups.map(({ title }) => title)], [ours, ...rows])}\n\n${provenanceOf(run)}`;
}

/** The table of every variant of every peer, with the seconds of its first call; a sentence where no run has any. */
export function variantTable(runs: readonly BenchmarkRun[]): string {
  const run = lastWithPeers(runs);
  if (!run) return nothingRecorded;
  const rows = peerGroupsOf(run).flatMap(({ title, base }) => [
    [title, "`wasm`", `${base.median.toPrecision(3)} ${base.unit}`, ""],
    ...run.measurements
      .filter(({ suite, group, peer }) => suite === base.suite && group === base.group && peer !== undefined)
      .flatMap(({ name, rounds = [], firstCall }) =>
        rounds.length === base.rounds?.length
          ? [
              [
                "",
                name,
                ratioCell(ratioOfMedians(rounds, base.rounds)),
                firstCall ? `${firstCall.toPrecision(2)} s` : "",
              ],
            ]
          : [],
      ),
  ]);
  return `${markdownRows(["", "", "time", "first call"], rows)}\n\n${provenanceOf(run)}`;
}

const lastWithPeers = (runs: readonly BenchmarkRun[]): BenchmarkRun | undefined =>
  runs.findLast((one) => peerGroupsOf(one).length > 0);

const nothingRecorded =
  "No run with peers has been recorded yet: `npm run bench -- --peers --record baselines/benchmark.jsonl` makes one.";

/** "×2.31 (2.25–2.40)". */
export const ratioCell = ({ ratio, interval }: Pick<Ratio, "ratio" | "interval">): string =>
  `×${ratio.toPrecision(3)} (${interval.map((end) => end.toPrecision(3)).join("–")})`;

/** Where, when and with which versions a run was made, in a sentence. */
export function provenanceOf({ machine, peers, commit, at }: BenchmarkRun): string {
  const versions = Object.entries(peers).map(([peer, version]) => `${peer} ${version}`);
  const { processor, cores, memoryGiB, node, arithmetic } = machine;
  return (
    `${[`Node ${node.replace(/^v/, "")}`, ...versions].join(", ")} on ${processor} (${cores} cores, ${memoryGiB} GiB; ` +
    `arithmetic: ${arithmetic}), commit ${commit}, ${at.slice(0, 10)}.`
  );
}
