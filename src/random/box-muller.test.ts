import { expect, test } from "vitest";
import { standardNormalPair } from "./box-muller.ts";

test("agrees with the formula in float64", () => {
  let worst = 0;
  for (let k = 1; k <= 4096; k++) {
    const u1 = k / 4096;
    const u2 = ((k * 2654435761) % 4096) / 4096; // Knuth's multiplicative hash runs through all of them
    const radius = Math.sqrt(-2 * Math.log(u1));
    const [cosine, sine] = standardNormalPair(u1, u2);
    const errors = [cosine - radius * Math.cos(2 * Math.PI * u2), sine - radius * Math.sin(2 * Math.PI * u2)];
    worst = Math.max(worst, ...errors.map(Math.abs));
  }
  // Some roundings of numbers up to 4: float32's unit there is 2^-22.
  expect(worst).toBeLessThan(2 ** -20);
});

test.each([
  { quarter: 0, cosine: 1, sine: 0 },
  { quarter: 1, cosine: 0, sine: 1 },
  { quarter: 2, cosine: -1, sine: 0 },
  { quarter: 3, cosine: 0, sine: -1 },
])("turns exactly by $quarter quarters", ({ quarter, cosine, sine }) => {
  const u1 = 2 ** -24;
  const radius = Math.fround(Math.sqrt(-2 * Math.log(u1)));
  const pair = standardNormalPair(u1, quarter / 4);
  expect(pair[0] / radius).toBeCloseTo(cosine, 6);
  expect(pair[1] / radius).toBeCloseTo(sine, 6);
});

test("reaches as far as 24 bits can: √(48 ln 2)", () => {
  expect(standardNormalPair(2 ** -24, 0)[0]).toBeCloseTo(Math.sqrt(48 * Math.LN2), 5);
});
