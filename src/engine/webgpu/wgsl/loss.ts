import type { NetworkLayout } from "../../layout.ts";
import { throughOutput } from "./activation.ts";

/**
 * The gradient of a sample's -log D (label 1) or -log(1 - D) (label 0), times the update's weight, with respect to what
 * goes into the discriminator's last activation. Sigmoid and logarithm together lose no digits where D is close to 0 or 1;
 * anything between them is taken literally.
 */
export function lossGradient(layout: NetworkLayout): string {
  const endsInSigmoid = layout.layers[layout.layers.length - 1].activation === "sigmoid";
  if (endsInSigmoid && !layout.bounded) return "dGradient0 = operation.weight * (dOutput0 - label);";
  return `let literal = select(operation.weight / (1.0f - dOutput0), -operation.weight / dOutput0, label == 1.0f);
  dGradient0 = ${throughOutput(layout, "literal", "dActivated0")};`;
}

/** Adds a sample's loss to what the thread has summed up so far. */
export const lossSums = `if (parameters.hasLosses != 0u && !fits) {
  if (ofG) { lossOfG = withLoss(lossOfG, dOutput0, label); } else { lossOfD = withLoss(lossOfD, dOutput0, label); }
}`;

/** Sums are whole numbers of 2⁻²⁴, so they are exact and depend on no order; a sample counts at most 25 ln 2. */
export const lossFunction = `
fn withLoss(sum: vec4u, probability: f32, label: f32) -> vec4u {
  let right = select(1.0f - probability, probability, label == 1.0f);
  let loss = i32(round(-logarithm(clamp(right, 2.98023223876953125e-8f, 1e38f)) * 16777216.0f));
  let low = sum.x + bitcast<u32>(loss);
  let carry = select(0u, 1u, low < sum.x);
  return vec4u(low, sum.y + carry - select(0u, 1u, loss < 0i), sum.zw);
}`;
