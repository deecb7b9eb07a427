import { spreadOf } from "../data/spread.ts";
import type { Engine } from "../engine/engine.ts";
import type { Arm, GanArm } from "../experiment/arm.ts";
import { follow } from "../games/follow.ts";
import { withoutMathRandom } from "../random/guard.ts";
import { measureSample } from "../training/sample.ts";
import { type Recorded, train } from "../training/train.ts";
import { digestOf } from "./digest.ts";
import type { Trial } from "./trial.ts";

type Outcome = Pick<Trial, "state" | "rounds" | "curves" | "end" | "arrays">;

/**
 * Trains one arm from one seed. `Math.random` throws meanwhile.
 * @throws {RangeError} if the seed is no positive integer, or the engine cannot train the arm
 */
export async function runTrial(arm: Arm, seed: number, engine: Engine): Promise<Trial> {
  const start = performance.now();
  const outcome = await withoutMathRandom(() => outcomeOf(arm, seed, engine));
  const seconds = (performance.now() - start) / 1000;
  return { arm, seed, engine: engine.name, ...outcome, digest: digestOf(seed, outcome), seconds };
}

async function outcomeOf(arm: Arm, seed: number, engine: Engine): Promise<Outcome> {
  switch (arm.kind) {
    case "gan": {
      const [recorded] = await train(arm, [seed], engine);
      const { finite, ...outcome } = recorded;
      return { state: finite ? (isDead(arm, recorded) ? "dead" : "trained") : "diverged", ...outcome };
    }
    case "sample": {
      const end = measureSample(arm, seed);
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

function isDead({ schedule, data }: GanArm, { end }: Recorded): boolean {
  const played = schedule.rounds > 0 && schedule.generatorSteps > 0;
  return played && "sd" in end && end.sd < collapsed * spreadOf(data);
}
