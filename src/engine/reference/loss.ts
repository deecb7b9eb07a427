import type { GeneratorLoss } from "../../language/arm.ts";
import type { NetworkLayout } from "../layout.ts";
import { type ForwardPass, throughOutput } from "./network.ts";

/**
 * −E log D over the first `realRows` rows and −E log(1 − D) over the rest: its gradient with respect to what goes into the
 * discriminator's last activation. `factor` multiplies both.
 */
export function discriminatorLossGradient(
  layout: NetworkLayout,
  pass: ForwardPass,
  realRows: number,
  factor = 1,
): Float64Array {
  return logLossGradient(layout, pass, discriminatorTerm(pass, realRows, factor));
}

/** The loss itself. */
export const discriminatorLoss = (pass: ForwardPass, realRows: number, factor = 1): number =>
  logLoss(pass, discriminatorTerm(pass, realRows, factor));

const discriminatorTerm = (pass: ForwardPass, realRows: number, factor: number) => (row: number) =>
  row < realRows ? { target: 1, weight: factor / realRows } : { target: 0, weight: factor / (pass.rows - realRows) };

/** −E log D(G(z)) or E log(1 − D(G(z))), likewise. */
export function generatorLossGradient(layout: NetworkLayout, pass: ForwardPass, loss: GeneratorLoss): Float64Array {
  return logLossGradient(layout, pass, () => generatorTerm(pass, loss));
}

/** The loss itself. */
export const generatorLoss = (pass: ForwardPass, loss: GeneratorLoss): number =>
  logLoss(pass, () => generatorTerm(pass, loss));

const generatorTerm = (pass: ForwardPass, loss: GeneratorLoss): Term =>
  loss === "saturating" ? { target: 0, weight: -1 / pass.rows } : { target: 1, weight: 1 / pass.rows };

/** Below this a probability counts as this, as the contract's `losses` says: 2⁻²⁵. */
const smallest = 2 ** -25;

const logLoss = (pass: ForwardPass, term: (row: number) => Term): number =>
  pass.output.reduce((sum, p, row) => {
    const { target, weight } = term(row);
    return sum - weight * Math.log(Math.max(target === 1 ? p : 1 - p, smallest));
  }, 0);

/** weight·(−log D) for target 1, weight·(−log(1 − D)) for target 0. */
interface Term {
  readonly target: number;
  readonly weight: number;
}

function logLossGradient(layout: NetworkLayout, pass: ForwardPass, term: (row: number) => Term): Float64Array {
  const probability = pass.output;
  const endsInSigmoid = layout.layers[layout.layers.length - 1].activation === "sigmoid";
  if (endsInSigmoid && !layout.bounded) {
    // d/dx −log σ(x) = σ(x) − 1 and d/dx −log(1 − σ(x)) = σ(x), also where σ(x) rounds to 0 or 1.
    return probability.map((p, row) => term(row).weight * (p - term(row).target));
  }
  const literal = probability.map((p, row) => {
    const { target, weight } = term(row);
    return target === 1 ? -weight / p : weight / (1 - p);
  });
  return throughOutput(layout, pass, literal);
}

/** E |f(x) − target|², the mean over rows and outputs, likewise. @param target `[rows, outputs]` */
export function squaredErrorGradient(layout: NetworkLayout, pass: ForwardPass, target: Float32Array): Float64Array {
  const factor = 2 / (pass.rows * layout.outputs);
  const literal = pass.output.map((y, i) => factor * (y - target[i]));
  return throughOutput(layout, pass, literal);
}
