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
  const covariance = new Float64Array(d * d);
  const centred = new Float64Array(d);
  for (let from = 0; from < samples.length; from += d) {
    for (let i = 0; i < d; i++) centred[i] = samples[from + i] - mean[i];
    for (let i = 0; i < d; i++) {
      const ofI = centred[i];
      for (let j = 0, at = i * d; j <= i; j++, at++) covariance[at] += ofI * centred[j];
    }
  }
  for (let i = 0; i < d; i++) {
    for (let j = 0; j <= i; j++) {
      covariance[i * d + j] /= n - 1;
      covariance[j * d + i] = covariance[i * d + j];
    }
  }
  return { mean, covariance };
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
