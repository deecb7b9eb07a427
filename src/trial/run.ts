import { readMnist } from "../data/mnist.ts";
import type { Engine } from "../engine/engine.ts";
import { wasmEngine } from "../engine/wasm/index.ts";
import { follow } from "../games/follow.ts";
import type { Arm, GanArm } from "../language/arm.ts";
import { trainClassifier } from "../measure/classifier/train.ts";
import type { ImageLab } from "../measure/image-lab.ts";
import { measureImageSample } from "../measure/image-sample.ts";
import { measureSample } from "../measure/sample.ts";
import { spreadOf } from "../measure/spread.ts";
import { withoutMathRandom } from "../random/guard.ts";
import { digestOf } from "./digest.ts";
import { type Recorded, train } from "./train.ts";
import type { Trial } from "./trial.ts";

/** Makes what arms of digits need, when one of them is trained. */
export type Lab = () => Promise<ImageLab>;

type Outcome = Pick<Trial, "state" | "rounds" | "curves" | "end" | "arrays">;

/**
 * Trains one arm from one seed. `Math.random` throws meanwhile.
 * @param engine trains networks of a game; everything else is `wasm`'s or needs none
 * @param lab for arms of digits
 * @throws {RangeError} if the seed is no positive integer, or the engine cannot train the arm
 */
export async function runTrial(arm: Arm, seed: number, engine: Engine, lab?: Lab): Promise<Trial> {
  if (arm.kind === "gan") return (await runEnsemble(arm, [seed], engine, lab))[0];
  const start = performance.now();
  const outcome = await withoutMathRandom(() => outcomeOf(arm, seed, lab));
  return { arm, seed, engine: "wasm", ...outcome, digest: digestOf(seed, outcome), seconds: secondsSince(start) };
}

/**
 * Trains one arm from several seeds side by side, likewise.
 * @returns a trial for each seed, in their order; each took its share of the time
 */
export async function runEnsemble(arm: GanArm, seeds: readonly number[], engine: Engine, lab?: Lab): Promise<Trial[]> {
  const start = performance.now();
  const images = arm.data.kind === "mnist" ? await lab?.() : undefined;
  const recorded = await withoutMathRandom(() => train(arm, seeds, engine, images));
  const seconds = secondsSince(start) / seeds.length;
  return recorded.map(({ finite, ...rest }, s) => {
    const state: Trial["state"] = !finite ? "diverged" : isDead(arm, rest.end) ? "dead" : "trained";
    const outcome = { state, ...rest };
    return { arm, seed: seeds[s], engine: engine.name, ...outcome, digest: digestOf(seeds[s], outcome), seconds };
  });
}

const secondsSince = (start: number): number => (performance.now() - start) / 1000;

async function outcomeOf(arm: Exclude<Arm, GanArm>, seed: number, lab?: Lab): Promise<Outcome> {
  switch (arm.kind) {
    case "classifier": {
      const { weights, testAccuracy } = await trainClassifier(wasmEngine, readMnist(), { ...arm, seed });
      const arrays = { weights: { shape: [weights.length], data: weights } };
      return { state: "trained", rounds: new Float64Array(), curves: {}, end: { testAccuracy }, arrays };
    }
    case "sample": {
      const end = measureSample(arm, seed);
      return { state: "trained", rounds: new Float64Array(), curves: {}, end, arrays: {} };
    }
    case "image-sample": {
      if (!lab) throw new RangeError("expected a classifier and test images to measure digits with, got none");
      const end = await measureImageSample(arm, seed, await lab());
      return { state: "trained", rounds: new Float64Array(), curves: {}, end, arrays: {} };
    }
    case "game": {
      const { iterations, distance, end, trajectory } = follow(arm, seed);
      return {
        state: Number.isFinite(end.largestCoordinate) && Number.isFinite(end.meanDistance) ? "trained" : "diverged",
        rounds: iterations,
        curves: { distance },
        end,
        arrays: trajectory ? { trajectory: { shape: [trajectory.length / 2, 2], data: trajectory } } : {},
      };
    }
  }
}

/** Spread of generated samples, as a share of the data's, below which a trained generator counts as collapsed. */
const collapsed = 0.01;

/** Whether a trained generator's samples have collapsed to a point. @param end metric → value when training ended */
export function isDead({ schedule, data }: GanArm, end: Recorded["end"]): boolean {
  const played = schedule.rounds > 0 && schedule.generatorSteps > 0;
  if (!played) return false;
  if ("diversity" in end) return Math.sqrt(end.diversity) < collapsed;
  return "sd" in end && end.sd < collapsed * spreadOf(data);
}
