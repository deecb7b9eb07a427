import type { Adversary } from "../engine/engine.ts";
import type { Schedule } from "../experiment/arm.ts";

/**
 * The game itself: Goodfellow et al. 2014, Algorithm 1, with k = `discriminatorSteps`. Engines draw their own batches.
 * @param afterRound is awaited after every round, and before the first as round 0
 */
export async function play(
  adversary: Adversary,
  { rounds, discriminatorSteps, generatorSteps }: Schedule,
  afterRound: (round: number) => Promise<void> | undefined = () => undefined,
): Promise<void> {
  await afterRound(0);
  for (let round = 1; round <= rounds; round++) {
    for (let step = 0; step < discriminatorSteps; step++) adversary.updateDiscriminator();
    for (let step = 0; step < generatorSteps; step++) adversary.updateGenerator();
    const pause = afterRound(round);
    if (pause) await pause;
  }
}
