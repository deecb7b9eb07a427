import betainc from "@stdlib/math-base-special-betainc";
import { checkPairs } from "./permutation.ts";

/**
 * Whether paired normal values scatter differently: var b = var a exactly if a + b and b − a are uncorrelated, which is
 * tested by Student's t of their correlation r, t = r √((n − 2)/(1 − r²)) with n − 2 degrees of freedom (Pitman 1939, Morgan
 * 1939, both Biometrika 31). Its level holds for normal pairs only; `spreadTest` needs no distribution.
 * @returns r and the one-sided p-values of b scattering more (pGreater) and less (pLess)
 * @throws {RangeError} for unequal lengths, fewer than three pairs, or NaN
 */
export function pitmanMorgan(
  a: readonly number[],
  b: readonly number[],
): { correlation: number; pGreater: number; pLess: number } {
  checkPairs(a, b);
  if (a.length < 3) throw new RangeError(`expected three or more pairs, got ${a.length}`);
  const r = pearson(
    a.map((value, i) => value + b[i]),
    b.map((value, i) => value - a[i]),
  );
  // P(|T| > t) = I(ν/(ν + t²); ν/2, 1/2), and ν/(ν + t²) = 1 − r² (Abramowitz and Stegun 26.7.1).
  const beyond = betainc(Math.max(0, 1 - r * r), (a.length - 2) / 2, 0.5) / 2;
  return { correlation: r, pGreater: r > 0 ? beyond : 1 - beyond, pLess: r > 0 ? 1 - beyond : beyond };
}

/** Product-moment correlation; 0 where one of the two does not vary. */
function pearson(x: readonly number[], y: readonly number[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [meanX, meanY] = [mean(x), mean(y)];
  let [xx, yy, xy] = [0, 0, 0];
  for (let i = 0; i < x.length; i++) {
    const [dx, dy] = [x[i] - meanX, y[i] - meanY];
    xx += dx * dx;
    yy += dy * dy;
    xy += dx * dy;
  }
  return xx === 0 || yy === 0 ? 0 : xy / Math.sqrt(xx * yy);
}
