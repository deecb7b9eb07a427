import type { GanArm, GeneratorLoss } from "../language/arm.ts";
import type { Player, Reading } from "./engine.ts";

/**
 * What a discriminator's answers to one segment of a batch are judged by: weight·(−log D) for target 1, weight·(−log(1 − D))
 * for target 0, the mean over the segment. One sample counts at most 25 ln 2: a probability below 2⁻²⁵ counts as that.
 */
export interface LogLossTerm {
  readonly target: 0 | 1;
  readonly weight: number;
}

/** Goodfellow et al. 2014, Algorithm 1: descend −log D(x) on real samples and −log(1 − D(G(z))) on fake ones. */
export const discriminatorTerms = (weight = 1): readonly [real: LogLossTerm, fake: LogLossTerm] => [
  { target: 1, weight },
  { target: 0, weight },
];

/** Goodfellow et al. 2014, section 3: the generator descends −log D(G(z)), or log(1 − D(G(z))). */
export const generatorTerms: Readonly<Record<GeneratorLoss, readonly [LogLossTerm]>> = {
  "non-saturating": [{ target: 1, weight: 1 }],
  saturating: [{ target: 0, weight: -1 }],
};

/** Below this a probability counts as this, so that a loss is finite: 2⁻²⁵. */
export const smallestProbability = 2 ** -25;

/** Whether an arm asks for losses: where it does not, no engine computes them. */
export const wantsLosses = ({ record }: GanArm): boolean =>
  record.metrics.includes("discriminatorLoss") || record.metrics.includes("generatorLoss");

/** @throws {Error} if an arm records no losses, and none were kept */
export function recorded<Kept>(losses: Kept | undefined): Kept {
  if (losses) return losses;
  throw new Error("expected an arm that records losses, got one that does not; name them in its metrics");
}

/** What a player's updates lost on average since it was last asked. */
export class MeanLoss {
  readonly #seeds: number;
  readonly #takeSum: () => Reading<Float64Array>;
  #updates = 0;

  /** @param takeSum the sum over the updates since it was last taken, `[S]` */
  constructor(seeds: number, takeSum: () => Reading<Float64Array>) {
    this.#seeds = seeds;
    this.#takeSum = takeSum;
  }

  /** Counts an update of all seeds. */
  count(): void {
    this.#updates++;
  }

  /** The means `[S]`, NaN where there was no update; begins again. */
  async take(): Promise<Float64Array> {
    const updates = this.#updates;
    this.#updates = 0;
    if (updates === 0) return new Float64Array(this.#seeds).fill(Number.NaN);
    return (await this.#takeSum()).map((sum) => sum / updates);
  }
}

/** Takes the mean losses of both players at once. */
export async function takeBoth(means: Readonly<Record<Player, MeanLoss>>): Promise<Record<Player, Float64Array>> {
  const [discriminator, generator] = await Promise.all([means.discriminator.take(), means.generator.take()]);
  return { discriminator, generator };
}
