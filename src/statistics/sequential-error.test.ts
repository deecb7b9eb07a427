import { expect, test } from "vitest";
import { decideRate } from "./sequential-boundary.ts";
import { falseDecision, sequentialError } from "./sequential-error.ts";

const rates = [0.5, 0.75, 0.9];

test("at the asserted rate a decision is false with probability .05 at most, which this table shows", () => {
  const lines = rates.flatMap((rate) =>
    [64, 1024].map((cap) => {
      const { above, below, open, expectedSeeds } = sequentialError(rate, { rate, cap });
      expect(above + below).toBeLessThanOrEqual(0.05);
      expect(falseDecision({ rate, cap })).toBe(above + below);
      expect(above + below + open).toBeCloseTo(1, 12);
      const cells = [above, below, above + below].map((p) => p.toFixed(4).padStart(8)).join("");
      return `${rate.toFixed(2).padStart(6)}${String(cap).padStart(7)}${cells}${expectedSeeds.toFixed(1).padStart(11)}`;
    }),
  );
  console.log(
    [
      "exact probability of a false decision if the true rate is the asserted one",
      "  rate    cap   above   below  either mean seeds",
    ]
      .concat(lines)
      .join("\n"),
  );
});

test("no true rate is decided to be on its wrong side with more than .025, at any of several caps", () => {
  for (const rate of [0.05, 0.25, ...rates, 0.95]) {
    for (const cap of [8, 16, 64, 200]) {
      for (let step = 0; step <= 50; step++) {
        const trueRate = step / 50;
        const { above, below } = sequentialError(trueRate, { rate, cap });
        if (trueRate <= rate) expect(above).toBeLessThanOrEqual(0.025);
        if (trueRate >= rate) expect(below).toBeLessThanOrEqual(0.025);
      }
    }
  }
});

test("nor at a cap of 1,024, close to the asserted rate or far from it", () => {
  for (const rate of rates) {
    const far = Array.from({ length: 101 }, (_, step) => step / 100);
    const close = [-0.003, -0.001, 0.001, 0.003].map((distance) => rate + distance);
    for (const trueRate of [...far, ...close]) {
      const { above, below } = sequentialError(trueRate, { rate, cap: 1024 });
      if (trueRate <= rate) expect(above).toBeLessThanOrEqual(0.025);
      if (trueRate >= rate) expect(below).toBeLessThanOrEqual(0.025);
    }
  }
});

test("equals the rule applied to every sequence of outcomes", () => {
  const [trueRate, design] = [0.6, { rate: 0.4, cap: 12, error: 0.3 }];
  const seen = { above: 0, below: 0, open: 0, expectedSeeds: 0 };
  for (let bits = 0; bits < 2 ** design.cap; bits++) {
    const outcomes = Array.from({ length: design.cap }, (_, i) => ((bits >> i) & 1) === 1);
    const probability = outcomes.reduce((product, hit) => product * (hit ? trueRate : 1 - trueRate), 1);
    const { side, seeds } = decideRate(outcomes, design);
    seen[side] += probability;
    seen.expectedSeeds += seeds * probability;
  }
  const exact = sequentialError(trueRate, design);
  for (const key of ["above", "below", "open", "expectedSeeds"] as const) expect(exact[key]).toBeCloseTo(seen[key], 10);
  expect(Math.min(seen.above, seen.below, seen.open)).toBeGreaterThan(0.0001);
});

test("a rate that is clearly another is decided, and soon", () => {
  const { above, expectedSeeds } = sequentialError(0.95, { rate: 0.75, cap: 1024 });
  expect(above).toBeGreaterThan(0.999);
  expect(expectedSeeds).toBeLessThan(80);
  expect(() => sequentialError(1.2, { rate: 0.5, cap: 4 })).toThrow("expected a true rate from 0 to 1, got 1.2");
});
