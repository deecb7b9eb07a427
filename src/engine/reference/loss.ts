import type { GeneratorLoss } from "../../experiment/arm.ts";
import type { NetworkLayout } from "../layout.ts";
import { type ForwardPass, throughOutput } from "./network.ts";

/**
 * −E log D over the first `realRows` rows and −E log(1 − D) over the rest: its gradient with respect to what goes into the
 * discriminator's last activation.
 */
export function discriminatorLossGradient(layout: NetworkLayout, pass: ForwardPass, realRows: number): Float64Array {
  const fakeRows = pass.rows - realRows;
  return logLossGradient(layout, pass, (row) =>
    row < realRows ? { target: 1, weight: 1 / realRows } : { target: 0, weight: 1 / fakeRows },
  );
}

/** −E log D(G(z)) or E log(1 − D(G(z))), likewise. */
export function generatorLossGradient(layout: NetworkLayout, pass: ForwardPass, loss: GeneratorLoss): Float64Array {
  const saturating = loss === "saturating";
  const term = { target: saturating ? 0 : 1, weight: (saturating ? -1 : 1) / pass.rows };
  return logLossGradient(layout, pass, () => term);
}

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
