import { describe, expect, test } from "vitest";
import { boundary, decideRate, neededAt } from "./sequential-boundary.ts";

const outcomes = (count: number, success: boolean) => Array<boolean>(count).fill(success);

describe("the boundary", () => {
  test("stops first where n successes in a row are rare enough", () => {
    // 1/2: 2⁻¹⁰ = .000977 exceeds .025·10/266 = .000940, and 2⁻¹¹ = .000488 does not exceed .025·11/267 = .00103.
    const { above, below } = boundary({ rate: 0.5, cap: 11 });
    expect(above).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 11]);
    expect(below).toEqual([...Array<number>(10).fill(-1), 0]);
  });

  test("spends what is left by the paths that went on, enumerated one by one", () => {
    const [rate, cap, error] = [0.7, 14, 0.2];
    const { above, below } = boundary({ rate, cap, error });
    let paths = [{ successes: 0, probability: 1 }];
    const gone = { above: 0, below: 0 };
    for (let n = 1; n <= cap; n++) {
      paths = paths.flatMap(({ successes, probability }) => [
        { successes: successes + 1, probability: probability * rate },
        { successes, probability: probability * (1 - rate) },
      ]);
      const share = (isOut: (successes: number) => boolean) =>
        paths.reduce((sum, path) => sum + (isOut(path.successes) ? path.probability : 0), 0);
      const [upper, lower] = [above[n - 1], below[n - 1]];
      const allowed = (error * n) / (256 + n) + 1e-12;
      expect(gone.above + share((s) => s >= upper)).toBeLessThanOrEqual(allowed);
      if (paths.some(({ successes }) => successes === upper - 1))
        expect(gone.above + share((s) => s >= upper - 1)).toBeGreaterThan(allowed - 2e-12);
      expect(gone.below + share((s) => s <= lower)).toBeLessThanOrEqual(allowed);
      if (paths.some(({ successes }) => successes === lower + 1))
        expect(gone.below + share((s) => s <= lower + 1)).toBeGreaterThan(allowed - 2e-12);
      gone.above += share((s) => s >= upper);
      gone.below += share((s) => s <= lower);
      paths = paths.filter(({ successes }) => successes > lower && successes < upper);
    }
    expect(gone.above).toBeGreaterThan(0);
    expect(gone.below).toBeGreaterThan(0);
  });

  test("starts with every shorter one, whichever was asked for first", () => {
    const short = boundary({ rate: 0.3, cap: 50 });
    const long = boundary({ rate: 0.3, cap: 400 });
    expect(long.above.slice(0, 50)).toEqual(short.above);
    expect(long.below.slice(0, 50)).toEqual(short.below);
    expect(short.above).toHaveLength(50);
    expect(boundary({ rate: 0.3, cap: 50 })).toEqual(short);
  });

  test("mirrors when successes and failures trade places", () => {
    const [often, seldom] = [boundary({ rate: 0.75, cap: 300 }), boundary({ rate: 0.25, cap: 300 })];
    expect(seldom.below).toEqual(often.above.map((count, i) => i + 1 - count));
    expect(seldom.above).toEqual(often.below.map((count, i) => i + 1 - count));
  });

  test("never steps back, and its two sides stay apart", () => {
    for (const rate of [0.05, 0.5, 0.9]) {
      const { above, below } = boundary({ rate, cap: 1024 });
      for (let i = 0; i < 1024; i++) {
        expect(above[i]).toBeGreaterThan(below[i] + 1);
        if (i === 0) continue;
        expect(above[i] - above[i - 1]).toBeGreaterThanOrEqual(0);
        expect(below[i] - below[i - 1]).toBeGreaterThanOrEqual(0);
      }
    }
  });

  test("another error is another boundary", () => {
    expect(boundary({ rate: 0.5, cap: 64, error: 0.1 }).above[63]).toBeLessThan(
      boundary({ rate: 0.5, cap: 64 }).above[63],
    );
  });

  test("what is no rate, no error or no cap is refused", () => {
    expect(() => boundary({ rate: 1, cap: 9 })).toThrow("expected a rate strictly between 0 and 1, got 1");
    expect(() => boundary({ rate: 0.5, cap: 9, error: 0.5 })).toThrow("expected an error strictly between 0 and 0.5");
    expect(() => boundary({ rate: 0.5, cap: 0 })).toThrow("expected a positive integer as cap, got 0");
    expect(() => decideRate([], { rate: 0.5, cap: 1.5 })).toThrow("expected a positive integer as cap, got 1.5");
  });
});

describe("the decision", () => {
  test("falls at the first hit, and what comes later does not count", () => {
    const decision = { side: "above", seeds: 11, successes: 11 };
    expect(decideRate(outcomes(11, true), { rate: 0.5, cap: 64 })).toEqual(decision);
    expect(decideRate([...outcomes(11, true), ...outcomes(50, false)], { rate: 0.5, cap: 64 })).toEqual(decision);
    expect(decideRate(outcomes(64, false), { rate: 0.5, cap: 64 })).toEqual({ side: "below", seeds: 11, successes: 0 });
  });

  test("looks at the order, not at the sum", () => {
    const late = [...outcomes(50, false), ...outcomes(11, true)];
    expect(decideRate(late, { rate: 0.5, cap: 64 }).side).toBe("below");
    expect(decideRate(late.toReversed(), { rate: 0.5, cap: 64 }).side).toBe("above");
  });

  test("stays open until there is enough, and looks no further than the cap", () => {
    expect(decideRate([], { rate: 0.5, cap: 64 })).toEqual({ side: "open", seeds: 0, successes: 0 });
    expect(decideRate(outcomes(10, true), { rate: 0.5, cap: 64 })).toEqual({ side: "open", seeds: 10, successes: 10 });
    expect(decideRate(outcomes(64, true), { rate: 0.5, cap: 10 })).toEqual({ side: "open", seeds: 10, successes: 10 });
  });

  test("would have fallen with the count that is said to be needed, and not with one less", () => {
    // The failures first, so that the count is reached at the last outcome and no earlier.
    const { above } = neededAt(0.25, 40);
    const reaching = (count: number) => [...outcomes(40 - count, false), ...outcomes(count, true)];
    expect(decideRate(reaching(above), { rate: 0.25, cap: 40 })).toEqual({
      side: "above",
      seeds: 40,
      successes: above,
    });
    expect(decideRate(reaching(above - 1), { rate: 0.25, cap: 40 }).side).toBe("open");
    expect(neededAt(0.5, 3)).toEqual({ above: 4, below: -1 });
  });
});
