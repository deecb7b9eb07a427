import normalCdf from "@stdlib/stats-base-dists-normal-cdf";
import normalQuantile from "@stdlib/stats-base-dists-normal-quantile";
import type { Data } from "../experiment/arm.ts";

/** What is known of a target in closed form. stdlib's functions are plain arithmetic: the same bits everywhere. */
export interface Distribution {
  readonly mean: number;
  readonly sd: number;
  cdf(x: number): number;
  /** @param p in (0, 1) */
  quantile(p: number): number;
}

export function distribution(data: Data): Distribution {
  switch (data.kind) {
    case "normal":
      return {
        mean: data.mean,
        sd: data.sd,
        cdf: (x) => normalCdf(x, data.mean, data.sd),
        quantile: (p) => normalQuantile(p, data.mean, data.sd),
      };
    case "uniform": {
      const width = data.high - data.low;
      return {
        mean: data.low + width / 2,
        sd: width / Math.sqrt(12),
        cdf: (x) => Math.min(1, Math.max(0, (x - data.low) / width)),
        quantile: (p) => data.low + p * width,
      };
    }
  }
}
