import type { Engine } from "../engine/engine.ts";
import type { Arm } from "../language/arm.ts";
import { withoutMathRandom } from "../random/guard.ts";
import { digestOf } from "./digest.ts";
import type { Outcome } from "./kind.ts";
import { kindOf } from "./kinds.ts";
import type { Trial } from "./trial.ts";

/**
 * Trains one arm from several seeds, side by side where its engine can. `Math.random` throws meanwhile.
 * @param engine trains networks of a game; everything else is `wasm`'s or needs none
 * @param classifier for arms that need it: see `classifierFor`
 * @returns a trial for each seed, in their order; each took its share of the time
 * @throws {RangeError} if a seed is no positive integer, or the engine cannot train the arm
 */
export async function runTrials(
  arm: Arm,
  seeds: readonly number[],
  engine: Engine,
  classifier?: Outcome,
): Promise<Trial[]> {
  const kind = kindOf(arm);
  const start = performance.now();
  const part = kind.part && (await moduleIn(kind.part(arm)));
  const outcomes = await withoutMathRandom(() => kind.train(arm, seeds, { engine, classifier, part }));
  const seconds = (performance.now() - start) / 1000 / seeds.length;
  const name = kind.usesEngine ? engine.name : "wasm";
  return outcomes.map((outcome, s) => {
    const seed = seeds[s];
    return { arm, seed, engine: name, ...outcome, digest: digestOf(seed, outcome), seconds };
  });
}

/** @param file within src/ */
const moduleIn = (file: string): Promise<unknown> => import(new URL(`../${file}`, import.meta.url).href);
