import type { Data, Latent } from "../experiment/arm.ts";

/** How the numbers of a stream become a sample: shift + scale·x, x uniform on [0, 1) or standard normal. */
export interface Draw {
  readonly kind: "uniform" | "normal";
  readonly scale: number;
  readonly shift: number;
}

/**
 * The draw that makes an arm's data or latents. Number of feature f of sample b of draw t stands at position
 * t·drawLength(batch·features) + b·features + f of its stream.
 * @throws {RangeError} if the distribution is not one that engines can draw themselves.
 */
export function drawOf(distribution: Data | Latent): Draw {
  switch (distribution.kind) {
    case "uniform":
      return { kind: "uniform", scale: distribution.high - distribution.low, shift: distribution.low };
    case "normal":
      return { kind: "normal", scale: distribution.sd, shift: distribution.mean };
    default: {
      const { kind } = distribution as { kind: string };
      throw new RangeError(
        `expected a uniform or normal distribution, got ${kind}; pass real batches to the update instead`,
      );
    }
  }
}
