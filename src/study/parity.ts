import type { Engine } from "../engine/engine.ts";
import { wasmEngine } from "../engine/wasm/index.ts";
import type { GanArm, Metric } from "../language/arm.ts";
import { firstSeeds } from "../language/seeds.ts";
import type { ImageInstruments } from "../measure/image-instruments.ts";
import { type Equivalence, equivalence } from "../statistics/equivalence.ts";
import { train } from "../trial/train.ts";

/** One arm, trained briefly, on which every engine has to come to the same distribution of a metric. */
export interface ParityCheck {
  readonly source: string;
  readonly arm: GanArm;
  readonly metric: Metric;
  /** Largest mean difference that does not matter, in the metric's unit; registered before any run. */
  readonly margin: number;
  readonly seeds: number;
}

export interface Parity extends Equivalence {
  readonly check: ParityCheck;
  /** The metric at the end, engine − wasm, one difference per seed. */
  readonly differences: readonly number[];
}

/** Trains one arm on an engine and on `wasm` from the same seeds, and tests the two for equivalence. */
export async function parityOf(check: ParityCheck, engine: Engine, instruments?: ImageInstruments): Promise<Parity> {
  const [ours, theirs] = [await ends(check, engine, instruments), await ends(check, wasmEngine, instruments)];
  const differences = ours.map((value, s) => value - theirs[s]);
  return { check, differences, ...equivalence(differences, check.margin) };
}

async function ends(
  { arm, metric, seeds }: ParityCheck,
  engine: Engine,
  instruments?: ImageInstruments,
): Promise<number[]> {
  return (await train(arm, firstSeeds(seeds), engine, instruments)).map(({ end }) => end[metric]);
}
