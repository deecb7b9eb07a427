/** A Gaussian in d dimensions. */
export interface Gaussian {
  /** `[d]` */
  readonly mean: Float64Array;
  /** `[d, d]`, symmetric */
  readonly covariance: Float64Array;
}

/**
 * The Gaussian with a sample's mean and covariance (divisor n − 1, as numpy.cov and the published FID code have it).
 * @param samples `[n, d]`
 * @throws {RangeError} for fewer than two samples
 */
export function fitGaussian(samples: ArrayLike<number>, d: number): Gaussian {
  const n = samples.length / d;
  if (!Number.isSafeInteger(n) || n < 2) {
    throw new RangeError(`expected at least 2 samples of ${d} numbers each, got ${samples.length} numbers`);
  }
  const mean = meanOf(samples, d);
  const deviations = deviationsOf(samples, mean);
  const covariance = new Float64Array(d * d);
  for (let i = 0; i < d; i++) {
    for (let j = 0; j <= i; j += 4) {
      const sums = fourProducts(deviations, n, i, j);
      for (let k = 0; k < Math.min(4, i - j + 1); k++) {
        covariance[i * d + j + k] = covariance[(j + k) * d + i] = sums[k] / (n - 1);
      }
    }
  }
  return { mean, covariance };
}

/** Feature by feature, and room for three that {@link fourProducts} may read beyond the last. `[d + 3, n]` */
function deviationsOf(samples: ArrayLike<number>, mean: Float64Array): Float64Array {
  const d = mean.length;
  const n = samples.length / d;
  const deviations = new Float64Array((d + 3) * n);
  for (let s = 0; s < n; s++) {
    for (let i = 0; i < d; i++) deviations[i * n + s] = samples[s * d + i] - mean[i];
  }
  return deviations;
}

/** Inner products of feature i with j … j + 3, each summed sample after sample; four at a time, as one waits for its last sum. */
function fourProducts(deviations: Float64Array, n: number, i: number, j: number): [number, number, number, number] {
  let [a, b, c, d] = [0, 0, 0, 0];
  const [ofI, first, second, third, fourth] = [i * n, j * n, (j + 1) * n, (j + 2) * n, (j + 3) * n];
  for (let s = 0; s < n; s++) {
    const x = deviations[ofI + s];
    a += x * deviations[first + s];
    b += x * deviations[second + s];
    c += x * deviations[third + s];
    d += x * deviations[fourth + s];
  }
  return [a, b, c, d];
}

/** Mean over samples. @param samples `[n, d]` @returns `[d]` */
export function meanOf(samples: ArrayLike<number>, d: number): Float64Array {
  const mean = new Float64Array(d);
  for (let from = 0; from < samples.length; from += d) {
    for (let i = 0; i < d; i++) mean[i] += samples[from + i];
  }
  const n = samples.length / d;
  return mean.map((sum) => sum / n);
}
