import normalCdf from "@stdlib/stats-base-dists-normal-cdf";
import normalPdf from "@stdlib/stats-base-dists-normal-pdf";
import normalQuantile from "@stdlib/stats-base-dists-normal-quantile";
import type { Component, Data } from "../language/arm.ts";

/** What is known of a one-dimensional target in closed form. stdlib's functions are plain arithmetic: the same bits everywhere. */
export interface Distribution {
  readonly mean: number;
  readonly sd: number;
  cdf(x: number): number;
  pdf(x: number): number;
  /** @param p in (0, 1) */
  quantile(p: number): number;
}

/** @throws {RangeError} if the data have more than one dimension */
export function distribution(data: Data): Distribution {
  switch (data.kind) {
    case "normal":
      return {
        mean: data.mean,
        sd: data.sd,
        cdf: (x) => normalCdf(x, data.mean, data.sd),
        pdf: (x) => normalPdf(x, data.mean, data.sd),
        quantile: (p) => normalQuantile(p, data.mean, data.sd),
      };
    case "uniform": {
      const width = data.high - data.low;
      return {
        mean: data.low + width / 2,
        sd: width / Math.sqrt(12),
        cdf: (x) => Math.min(1, Math.max(0, (x - data.low) / width)),
        pdf: (x) => (x >= data.low && x < data.high ? 1 / width : 0),
        quantile: (p) => data.low + p * width,
      };
    }
    case "mixture":
      return mixture(data.components);
    case "affine-normal":
    case "mnist":
      throw new RangeError(`expected one-dimensional data, got ${data.kind}; ask for the metrics of its kind instead`);
  }
}

function mixture(components: readonly Component[]): Distribution {
  const sum = (of: (component: Component) => number) =>
    components.reduce((total, component) => total + component.weight * of(component), 0);
  const mean = sum((component) => component.mean);
  const cdf = (x: number) => sum((component) => normalCdf(x, component.mean, component.sd));
  return {
    mean,
    sd: Math.sqrt(sum((component) => component.sd * component.sd + (component.mean - mean) * (component.mean - mean))),
    cdf,
    pdf: (x) => sum((component) => normalPdf(x, component.mean, component.sd)),
    quantile(p) {
      // The components' own quantiles enclose the mixture's.
      const own = components.map((component) => normalQuantile(p, component.mean, component.sd));
      return bisectRoot((x) => cdf(x) - p, Math.min(...own), Math.max(...own));
    },
  };
}

/** Halvings after which an interval of any length is two neighbouring float64 numbers, or as good as. */
const halvings = 60;

function bisectRoot(f: (x: number) => number, low: number, high: number): number {
  for (let i = 0; i < halvings; i++) {
    const middle = low + (high - low) / 2;
    if (f(middle) < 0) low = middle;
    else high = middle;
  }
  return low + (high - low) / 2;
}
