import { expect, test } from "vitest";
import { equivalence } from "./equivalence.ts";

test("the 90 % interval of the mean decides", () => {
  // mean 0.2, sd 0.1581, t₀.₉₅ with 4 degrees of freedom 2.1318: half-width 2.1318·0.1581/√5 = 0.1507
  const differences = [0, 0.1, 0.2, 0.3, 0.4];
  const { mean, interval } = equivalence(differences, 1);
  expect(mean).toBeCloseTo(0.2, 12);
  expect(interval[0]).toBeCloseTo(0.0493, 4);
  expect(interval[1]).toBeCloseTo(0.3507, 4);
  expect(equivalence(differences, 0.36).isEquivalent).toBe(true);
  expect(equivalence(differences, 0.34).isEquivalent).toBe(false);
  expect(
    equivalence(
      differences.map((value) => -value),
      0.34,
    ).isEquivalent,
  ).toBe(false);
});

test("noise and NaN are not equivalence", () => {
  expect(equivalence([-9, 9], 1).isEquivalent).toBe(false);
  expect(equivalence([0, Number.NaN, 0], 1).isEquivalent).toBe(false);
  expect(() => equivalence([0], 1)).toThrow("expected 2 pairs or more and a positive margin, got 1 and 1");
});
