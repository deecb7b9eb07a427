import { part } from "../../engine/by-seed.ts";
import type { GanArm, Pair, Plane } from "../../language/arm.ts";
import {
  affineGaussian,
  bhattacharyya,
  correlation,
  covarianceError,
  eigenvalueRatio,
  type PlaneGaussian,
  totalDeviation,
  wasserstein2,
} from "../gaussian.ts";
import { ofGradients, ofLosses } from "./gradients.ts";
import { eachSeed, type Probe } from "./probe.ts";

/** What an affine generator's distribution is, exactly: no sampling. */
export const ofPlane: Probe = {
  metrics: ["wasserstein2", "bhattacharyya", "correlation", "covarianceError", "eigenvalueRatio", "sd"],
  async measure(context) {
    const { adversary, arm } = context;
    const target = targetOf(arm);
    const weights = await adversary.weights("generator");
    const generated = adversary.seeds.map((_, s) => generatedGaussian(arm, part(weights, s, adversary.seeds.length)));
    return {
      wasserstein2: eachSeed(context, (s) => wasserstein2(generated[s], target)),
      bhattacharyya: eachSeed(context, (s) => bhattacharyya(generated[s], target)),
      correlation: eachSeed(context, (s) => correlation(generated[s])),
      covarianceError: eachSeed(context, (s) => covarianceError(generated[s], target)),
      eigenvalueRatio: eachSeed(context, (s) => eigenvalueRatio(generated[s], target)),
      sd: eachSeed(context, (s) => totalDeviation(generated[s])),
    };
  },
};

/** Everything that can be measured of a game in the plane. */
export const inThePlane: readonly Probe[] = [ofPlane, ofGradients, ofLosses];

/** The distribution of an arm's data. @throws {RangeError} if they are not in the plane */
export function targetOf({ data }: GanArm): PlaneGaussian {
  if (data.kind !== "affine-normal") {
    throw new RangeError(`expected data in the plane for these metrics, got ${data.kind}`);
  }
  return planeTarget(data);
}

export const planeTarget = ({ matrix, shift }: Plane): PlaneGaussian => affineGaussian(matrix, shift);

/**
 * The distribution of an affine generator z·W + b with z ~ N(0, I).
 * @param weights kernel `[2, 2]` row-major, then bias `[2]`
 * @throws {RangeError} if the generator is not affine in two dimensions, or its latent not standard normal
 */
export function generatedGaussian({ generator, latent }: GanArm, weights: ArrayLike<number>): PlaneGaussian {
  const [layer] = generator.layers;
  const isAffine = generator.layers.length === 1 && layer.activation === "linear" && !generator.clamp;
  const isStandard = latent.kind === "normal" && latent.dimensions === 2 && latent.mean === 0 && latent.sd === 1;
  if (!isAffine || !isStandard || layer.units !== 2 || (generator.scale ?? 1) !== 1) {
    throw new RangeError(
      "expected one linear layer of 2 units on a standard normal latent of 2 dimensions, got another",
    );
  }
  const matrix: [Pair, Pair] = [
    [weights[0], weights[1]],
    [weights[2], weights[3]],
  ];
  return affineGaussian(matrix, [weights[4], weights[5]]);
}
