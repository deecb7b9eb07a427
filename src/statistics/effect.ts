import type { Interval } from "../language/verdict.ts";
import { bootstrapMedian } from "./bootstrap.ts";
import { median } from "./quantile.ts";

/** Median over seeds and its bootstrap interval. */
export const medianWithInterval = (values: readonly number[]): { median: number; interval: Interval } => ({
  median: median(values),
  interval: bootstrapMedian(values),
});
