import { firstDecisive } from "../language/seeds.ts";
import { stream } from "../random/stream.ts";
import { shuffle } from "../statistics/shuffle.ts";
import { type Job, jobOf } from "../trial/job.ts";
import { estimatedSeconds } from "../trial/kinds.ts";
import type { Trial } from "../trial/trial.ts";
import type { Engines } from "./engines.ts";
import { digestsIn, lengthOf, numbersOf, recordedDigest } from "./record/columns.ts";
import type { RecordedArm, StudyRecord } from "./record/record.ts";
import { armHash } from "./record/record-of.ts";
import { letterOf } from "./record/recorded-trials.ts";
import { armsOf } from "./register.ts";
import type { Source } from "./source.ts";

/** A recorded trial that is trained again. */
export interface Sampled {
  readonly source: string;
  readonly arm: string;
  readonly seed: number;
  readonly job: Job;
}

/** A trial that came out another way than recorded. */
export interface Difference extends Pick<Sampled, "source" | "arm" | "seed"> {
  /** The first of what is recorded that differs: "its state", "wasserstein1 at the end", "its arrays". */
  readonly first: string;
  readonly expected: string;
  readonly got: string;
}

/**
 * Draws recorded trials to train again: first one of each arm, in an order drawn too, so that every claim's arms have their share;
 * then any. It goes on as long as what it takes is estimated to fit into the budget.
 * @param draw names the draw: another name, other trials
 * @param seconds of all cores together
 */
export function sampleOf(
  studies: readonly { readonly source: Source; readonly record: StudyRecord }[],
  { draw, seconds, engines, claims }: { draw: string; seconds: number; engines: Engines; claims?: ReadonlySet<string> },
): Sampled[] {
  const every = studies.flatMap(({ source, record }) => {
    const named = claims && new Set(source.claims.filter(({ id }) => claims.has(id)).flatMap(armsOf));
    return Object.entries(source.arms).flatMap(([name, arm]) => {
      const recorded = record.arms[name];
      if (!recorded || recorded.arm !== armHash(arm) || (named && !named.has(name))) return [];
      return shuffled(
        Array.from({ length: recorded.count }, (_, i) => firstDecisive + i),
        `${draw}/${source.about.id}/${name}`,
      ).map((seed, turn) => ({
        source: source.about.id,
        arm: name,
        seed,
        turn,
        job: jobOf(arm, seed, engines.of(arm)),
      }));
    });
  });
  const inOrder = shuffled(every, draw).sort((a, b) => Math.min(a.turn, 1) - Math.min(b.turn, 1));
  const keys = new Set<string>();
  let left = seconds;
  return inOrder.filter(({ job }) => {
    const missing = [job, ...(job.classifier ? [job.classifier] : [])].filter(({ key }) => !keys.has(key));
    const cost = missing.reduce((sum, { arm }) => sum + estimatedSeconds(arm), 0);
    if (cost > left) return false;
    left -= cost;
    for (const { key } of missing) keys.add(key);
    return true;
  });
}

/** In the order that a named stream gives. */
function shuffled<T>(items: readonly T[], name: string): T[] {
  const order = [...items];
  if (order.length > 0) shuffle(order, stream(1, `audit/${name}`).uniforms(order.length));
  return order;
}

/** What of a trial is not as it is recorded, if anything. */
export function differenceOf(
  { source, arm, seed }: Pick<Sampled, "source" | "arm" | "seed">,
  trial: Trial,
  recorded: RecordedArm,
): Difference | undefined {
  const s = seed - firstDecisive;
  const differing = (first: string, expected: string | number, got: string | number): Difference => ({
    ...{ source, arm, seed, first },
    expected: `${expected}`,
    got: `${got}`,
  });
  if (recorded.states[s] !== letterOf[trial.state])
    return differing("how it ended", recorded.states[s], letterOf[trial.state]);
  const digest = digestsIn(recorded.digests, recorded.count)[s];
  const cells = [
    ...Object.entries(recorded.at).map(([cell, column]) => {
      const [metric, round] = cell.split("@");
      const { curves, rounds } = trial;
      return { name: `${metric} at ${round}`, column, got: curves[metric]?.[rounds.indexOf(Number(round))] };
    }),
    ...Object.entries(recorded.end).map(([metric, column]) => ({
      name: `${metric} at the end`,
      column,
      got: trial.end[metric],
    })),
  ];
  for (const { name, column, got } of cells) {
    const values = numbersOf(column, lengthOf(column));
    const first = recorded.count - values.length;
    if (s >= first && !Object.is(values[s - first], got)) return differing(name, values[s - first], got ?? "none");
  }
  return digest === recordedDigest(trial.digest)
    ? undefined
    : differing("its digest (curves or arrays)", digest, recordedDigest(trial.digest));
}
