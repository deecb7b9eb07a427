import type { NetworkLayout } from "../layout.ts";
import { type LogLossTerm, smallestProbability } from "../losses.ts";
import { type ForwardPass, throughOutput } from "./network.ts";

/** The sum of a discriminator's log losses over the segments of its batch, one term each. */
export function logLoss(pass: ForwardPass, terms: readonly LogLossTerm[]): number {
  const termOf = termsOfRows(pass, terms);
  return pass.output.reduce((sum, p, row) => {
    const { target, weight } = termOf(row);
    return sum - weight * Math.log(Math.max(target === 1 ? p : 1 - p, smallestProbability));
  }, 0);
}

/** The gradient of {@link logLoss} with respect to what goes into the discriminator's last activation. */
export function logLossGradient(layout: NetworkLayout, pass: ForwardPass, terms: readonly LogLossTerm[]): Float64Array {
  const termOf = termsOfRows(pass, terms);
  if (layout.isProbability) {
    // d/dx −log σ(x) = σ(x) − 1 and d/dx −log(1 − σ(x)) = σ(x), also where σ(x) rounds to 0 or 1.
    return pass.output.map((p, row) => termOf(row).weight * (p - termOf(row).target));
  }
  const literal = pass.output.map((p, row) => {
    const { target, weight } = termOf(row);
    return target === 1 ? -weight / p : weight / (1 - p);
  });
  return throughOutput(layout, pass, literal);
}

/** What each row counts: the mean over its segment, so the term's weight over the segment's rows. */
function termsOfRows({ rows }: ForwardPass, terms: readonly LogLossTerm[]): (row: number) => LogLossTerm {
  const rowsOfSegment = rows / terms.length;
  const shares = terms.map(({ target, weight }) => ({ target, weight: weight / rowsOfSegment }));
  return (row) => shares[Math.floor(row / rowsOfSegment)];
}

/**
 * The gradient of E |f(x) − target|², the mean over rows and outputs, with respect to what goes into the last activation.
 * @param target `[rows, outputs]`
 */
export function squaredErrorGradient(layout: NetworkLayout, pass: ForwardPass, target: Float32Array): Float64Array {
  const factor = 2 / (pass.rows * layout.outputs);
  const literal = pass.output.map((y, i) => factor * (y - target[i]));
  return throughOutput(layout, pass, literal);
}
