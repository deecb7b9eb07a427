/** What a benchmark found out about one thing: the middle of its samples and their spread. */
export interface Measurement {
  readonly name: string;
  readonly unit: string;
  readonly median: number;
  /** Median absolute deviation from the median. */
  readonly mad: number;
  /** How many samples were taken. */
  readonly samples: number;
}

/** @throws {RangeError} if there are no samples. */
export function measurementOf(name: string, unit: string, samples: readonly number[]): Measurement {
  const middle = median(samples);
  const mad = median(samples.map((sample) => Math.abs(sample - middle)));
  return { name, unit, median: middle, mad, samples: samples.length };
}

export function median(values: readonly number[]): number {
  if (values.length === 0) throw new RangeError("expected at least 1 sample for a median, got none");
  const sorted = [...values].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}
