/**
 * What a classifier sees in generated images. All of it takes class probabilities `[n, classes]`, rows summing to 1;
 * exp and ln are stdlib's, plain arithmetic with the same bits everywhere.
 */
import exp from "@stdlib/math-base-special-exp";
import ln from "@stdlib/math-base-special-ln";
import { meanOf } from "./multivariate.ts";

/** Share of samples whose most probable class is this one (the first of equals). @returns `[classes]` */
export function classShares(probabilities: ArrayLike<number>, classes: number): Float64Array {
  const n = probabilities.length / classes;
  const counts = new Float64Array(classes);
  for (let from = 0; from < probabilities.length; from += classes) {
    let best = 0;
    for (let c = 1; c < classes; c++) if (probabilities[from + c] > probabilities[from + best]) best = c;
    counts[best]++;
  }
  return counts.map((count) => count / n);
}

/** Classes that have at least `least` of the samples. @param shares see {@link classShares} */
export const modesCovered = (shares: Float64Array, least = 0.01): number =>
  shares.reduce((modes, share) => modes + Number(share >= least), 0);

/**
 * Kullback–Leibler divergence of the class shares from the uniform distribution, Σ p ln(p·classes), in nats: 0 where all
 * classes come equally often, ln(classes) where one class has everything.
 * @param shares see {@link classShares}
 */
export const divergenceFromUniform = (shares: Float64Array): number =>
  shares.reduce((sum, p) => sum + plnq(p, p * shares.length), 0);

/**
 * The inception score (Salimans et al. 2016, section 4) with our classifier in place of Inception:
 * exp(E KL(p(y|x) ‖ p(y))), p(y) the mean over the samples. From 1 (every image looks alike, or like nothing) to the
 * number of classes (every image is clear and classes come equally often).
 */
export function classifierScore(probabilities: ArrayLike<number>, classes: number): number {
  const marginal = meanOf(probabilities, classes);
  let sum = 0;
  for (let i = 0; i < probabilities.length; i++) {
    const p = probabilities[i];
    sum += plnq(p, p / marginal[i % classes]);
  }
  return exp(sum / (probabilities.length / classes));
}

/** p ln q, 0 where p is 0. */
const plnq = (p: number, q: number): number => (p === 0 ? 0 : p * ln(q));
