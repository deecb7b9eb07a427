import { realBatches } from "../data/batches.ts";
import type { LabelledImages } from "../data/images.ts";
import type { Adversary } from "../engine/engine.ts";
import type { GanArm } from "../language/arm.ts";

/**
 * The game itself: Goodfellow et al. 2014, Algorithm 1, with k = `discriminatorSteps`. Engines draw their own batches
 * where they can.
 * @param options.afterRound is awaited after every round, and before the first as round 0
 * @param options.images what an arm of digits draws its real batches from
 */
export async function play(
  adversary: Adversary,
  arm: GanArm,
  {
    afterRound = () => undefined,
    images,
  }: { afterRound?: (round: number) => Promise<void> | undefined; images?: LabelledImages } = {},
): Promise<void> {
  const { rounds, discriminatorSteps, generatorSteps, order = "alternating" } = arm.schedule;
  const real = realBatches(arm, adversary.seeds, images);
  let updates = 0;
  const updateDiscriminator = () => {
    for (let step = 0; step < discriminatorSteps; step++) adversary.updateDiscriminator(real?.(updates++));
  };
  const updateGenerator = () => {
    for (let step = 0; step < generatorSteps; step++) adversary.updateGenerator();
  };

  await afterRound(0);
  for (let round = 1; round <= rounds; round++) {
    if (order === "simultaneous") await simultaneously(adversary, updateDiscriminator, updateGenerator);
    else {
      updateDiscriminator();
      updateGenerator();
    }
    const pause = afterRound(round) ?? (round % settleEvery === 0 ? adversary.settle?.() : undefined);
    if (pause) await pause;
  }
}

/** Rounds after which an engine that queues its updates may catch up. */
export const settleEvery = 16;

/** The generator meets the discriminator as it was before its update. */
async function simultaneously(
  adversary: Adversary,
  updateDiscriminator: () => void,
  updateGenerator: () => void,
): Promise<void> {
  const before = await adversary.weights("discriminator");
  updateDiscriminator();
  const after = await adversary.weights("discriminator");
  adversary.setWeights("discriminator", before);
  updateGenerator();
  adversary.setWeights("discriminator", after);
}
