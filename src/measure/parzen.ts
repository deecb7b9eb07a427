import exp from "@stdlib/math-base-special-exp";
import ln from "@stdlib/math-base-special-ln";
import type { MakeNetwork, PlainNetwork } from "../engine/plain-network.ts";
import { dense } from "../language/describe.ts";

/** Log-likelihood of test samples under Gaussian kernels on generated ones. */
export interface Parzen {
  /** Standard deviation of the kernels: the one of the grid with the largest mean on the validation samples. */
  readonly bandwidth: number;
  /** Mean over the test samples, in nats. */
  readonly mean: number;
  /** Standard error of that mean over the test samples: their standard deviation (divisor n) / √n. Says nothing about other seeds. */
  readonly standardError: number;
  /** Mean over the validation samples, for each bandwidth of the grid. */
  readonly validation: readonly number[];
}

export interface ParzenSamples {
  /** Where kernels stand, `[n, d]` */
  readonly generated: Float32Array;
  /** What the bandwidth is chosen by, `[v, d]`; must not be among the test samples. */
  readonly validation: Float32Array;
  /** `[t, d]` */
  readonly test: Float32Array;
  /** d */
  readonly dimensions: number;
}

/**
 * The estimate of Goodfellow et al. 2014, section 5, as its published script computes it (goodfeli/adversarial,
 * parzen_ll.py): p(x) = 1/n Σ N(x; xᵢ, σ²I), ten bandwidths from 0.1 to 1 in equal ratios, 1,000 validation images.
 * @param makeNetwork makes what computes the inner products of all pairs, which is nearly all the work
 */
export async function parzen(
  makeNetwork: MakeNetwork,
  { generated, validation, test, dimensions }: ParzenSamples,
  bandwidths: readonly number[] = goodfellowBandwidths,
): Promise<Parzen> {
  const kernels = await kernelsOn(makeNetwork, generated, dimensions);
  try {
    const onGrid = await kernels.logLikelihoods(validation, bandwidths);
    const means = onGrid.map((values) => meanAndError(values).mean);
    const best = means.reduce((best, mean, i) => (mean > means[best] ? i : best), 0);
    const [values] = await kernels.logLikelihoods(test, [bandwidths[best]]);
    return { bandwidth: bandwidths[best], ...meanAndError(values), validation: means };
  } finally {
    kernels.dispose();
  }
}

/** 10^(i/9 − 1), i = 0 … 9: numpy.logspace(−1, 0, 10). Written out, because the last bit of Math.pow is not specified. */
export const goodfellowBandwidths: readonly number[] = [
  0.1, 0.1291549665014884, 0.16681005372000587, 0.21544346900318834, 0.2782559402207124, 0.3593813663804628,
  0.4641588833612779, 0.5994842503189409, 0.774263682681127, 1,
];

/** Points whose distances to all kernels are worked on together. */
const CHUNK = 500;

async function kernelsOn(makeNetwork: MakeNetwork, generated: Float32Array, d: number) {
  const norms = squaredNorms(generated, d);
  // A linear layer whose units are the points: x·point for the kernels' centres x.
  const products = await makeNetwork({ inputs: d, layers: [dense(CHUNK, "linear")] });
  return {
    /** ln p of every point under every bandwidth. @param points `[t, d]` @returns one array `[t]` a bandwidth */
    async logLikelihoods(points: Float32Array, bandwidths: readonly number[]): Promise<Float64Array[]> {
      const count = points.length / d;
      const result = bandwidths.map(() => new Float64Array(count));
      for (let from = 0; from < count; from += CHUNK) {
        const chunk = points.subarray(from * d, Math.min(from + CHUNK, count) * d);
        const distances = await squaredDistances(products, chunk, generated, norms, d);
        const nearest = columnMinima(distances);
        for (const [b, bandwidth] of bandwidths.entries()) {
          const sums = kernelSums(distances, nearest, bandwidth);
          for (let i = 0; i < chunk.length / d; i++) {
            const exponent = -nearest[i] / (2 * bandwidth * bandwidth);
            result[b][from + i] = exponent + ln(sums[i] / norms.length) - d * ln(bandwidth * SQRT_TWO_PI);
          }
        }
      }
      return result;
    },
    dispose: products.dispose,
  };
}

const SQRT_TWO_PI = 2.5066282746310002;

/**
 * |x − point|² of every centre x and every point of a chunk. @returns `[n, CHUNK]`, columns beyond the chunk unused
 */
async function squaredDistances(
  products: PlainNetwork,
  points: Float32Array,
  centres: Float32Array,
  norms: Float64Array,
  d: number,
): Promise<Float32Array> {
  const count = points.length / d;
  const weights = new Float32Array((d + 1) * CHUNK);
  for (let i = 0; i < count; i++) for (let k = 0; k < d; k++) weights[k * CHUNK + i] = points[i * d + k];
  products.setWeights(weights);
  const distances = await products.apply(centres);
  const ofPoints = squaredNorms(points, d);
  for (let c = 0; c < norms.length; c++) {
    const row = distances.subarray(c * CHUNK, c * CHUNK + count);
    for (let i = 0; i < count; i++) row[i] = norms[c] + ofPoints[i] - 2 * row[i];
  }
  return distances;
}

function squaredNorms(samples: Float32Array, d: number): Float64Array {
  const norms = new Float64Array(samples.length / d);
  for (let i = 0; i < samples.length; i++) norms[Math.floor(i / d)] += samples[i] * samples[i];
  return norms;
}

function columnMinima(distances: Float32Array): Float64Array {
  const minima = new Float64Array(CHUNK).fill(Number.POSITIVE_INFINITY);
  for (let at = 0; at < distances.length; at += CHUNK) {
    for (let i = 0; i < CHUNK; i++) minima[i] = Math.min(minima[i], distances[at + i]);
  }
  return minima;
}

/** e⁻⁴⁰ of the nearest kernel's share: ten thousand such terms change the logarithm by less than 10⁻¹³. */
const NEGLIGIBLE = -40;

/** Σ over kernels of exp(−(distance − nearest)/(2σ²)), at least 1. @returns `[CHUNK]` */
function kernelSums(distances: Float32Array, nearest: Float64Array, bandwidth: number): Float64Array {
  const sums = new Float64Array(CHUNK);
  const factor = -1 / (2 * bandwidth * bandwidth);
  for (let at = 0; at < distances.length; at += CHUNK) {
    for (let i = 0; i < CHUNK; i++) {
      const exponent = factor * (distances[at + i] - nearest[i]);
      if (!(exponent < NEGLIGIBLE)) sums[i] += exp(exponent);
    }
  }
  return sums;
}

function meanAndError(values: Float64Array): { mean: number; standardError: number } {
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const variance = values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / n;
  return { mean, standardError: Math.sqrt(variance / n) };
}
