import { expect, test } from "vitest";
import { normal, sample } from "../language/describe.ts";
import { measureSample } from "./sample.ts";

const arm = sample({
  data: normal({ mean: 0.3, sd: 0.1 }),
  size: 1000,
  stream: "real draws",
  metrics: ["wasserstein1", "mean", "sd"],
});

test("a thousand draws are close to their distribution", () => {
  for (const seed of [1, 2, 3]) {
    const { wasserstein1, mean, sd } = measureSample(arm, seed);
    // the mean's standard error is 0.1/√1000 = 0.0032; 4 of them
    expect(Math.abs(mean - 0.3)).toBeLessThan(0.0127);
    expect(Math.abs(sd - 0.1)).toBeLessThan(0.01);
    expect(wasserstein1).toBeLessThan(0.15);
  }
});

test("streams of other names are other draws", () => {
  expect(measureSample({ ...arm, stream: "other" }, 1)).not.toEqual(measureSample(arm, 1));
  expect(measureSample(arm, 1)).toEqual(measureSample(arm, 1));
});

test("a metric that needs networks is rejected", () => {
  expect(() => measureSample({ ...arm, metrics: ["monotone"] }, 1)).toThrow(
    "expected a metric of a sample (wasserstein1, kolmogorovSmirnov, heightGap, withinOneSd, mean, sd, lowest, highest), got monotone",
  );
});
