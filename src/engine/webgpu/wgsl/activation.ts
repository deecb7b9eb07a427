import type { Activation } from "../../../language/arm.ts";
import type { NetworkLayout } from "../../layout.ts";
import { float } from "./numbers.ts";

/**
 * sigmoid and tanh for all finite x. WGSL's own tanh may be off by 1e-5, and where its exp overflows the result is any
 * number, so arguments are bounded. Comparisons with NaN are false: NaN stays NaN, as far as the driver honours it.
 */
export const activations = `
fn within(x: f32, limit: f32) -> f32 {
  return select(select(x, limit, x > limit), -limit, x < -limit);
}

fn sigmoid(x: f32) -> f32 {
  return 1.0f / (1.0f + exp(-within(x, 87.0f)));
}

/** Below 0.625 a polynomial (Cephes), because 1 - 2 / (e^2x + 1) loses the digits of small numbers. */
fn hyperbolicTangent(x: f32) -> f32 {
  let square = x * x;
  var small = (-5.70498872745e-3f * square + 2.06390887954e-2f) * square + -5.37397155531e-2f;
  small = ((small * square + 1.33314422036e-1f) * square + -3.33332819422e-1f) * square * x + x;
  let large = 1.0f - 2.0f / (exp(2.0f * within(x, 40.0f)) + 1.0f);
  return select(large, small, abs(x) < 0.625f);
}`;

/** activation(x) of a number. */
export function activated(activation: Activation, slope: number, x: string): string {
  switch (activation) {
    case "linear":
      return x;
    case "sigmoid":
      return `sigmoid(${x})`;
    case "tanh":
      return `hyperbolicTangent(${x})`;
    case "relu":
      return `select(${x}, 0.0f, ${x} < 0.0f)`;
    case "leaky-relu":
      return `select(${x} * ${float(slope)}, ${x}, ${x} > 0.0f)`;
    case "maxout":
      return refuseMaxout();
  }
}

/** activation'(x), from y = activation(x). @param type of y: f32, or a vector of them */
export function derivative(activation: Activation, slope: number, y: string, type: "f32" | "vec4f" = "f32"): string {
  const constant = (x: number) => `${type}(${float(x)})`;
  switch (activation) {
    case "linear":
      return constant(1);
    case "sigmoid":
      return `(${y} * (1.0f - ${y}))`;
    case "tanh":
      return `(1.0f - ${y} * ${y})`;
    case "relu":
      return `select(${constant(0)}, ${constant(1)}, ${y} > ${constant(0)})`;
    case "leaky-relu":
      return `select(${constant(slope)}, ${constant(1)}, ${y} > ${constant(0)})`;
    case "maxout":
      return refuseMaxout();
  }
}

/** @throws {RangeError} always */
export function refuseMaxout(): never {
  throw new RangeError("expected units of one piece, got maxout; use the engine wasm");
}

const scaled = ({ scale, shift }: NetworkLayout, y: string): string => {
  const product = scale === 1 ? y : `${y} * ${float(scale)}`;
  return shift === 0 ? product : `${product} + ${float(shift)}`;
};

/** max(low, min(high, scale·y + shift)) of a network's last activation. */
export function bounded(layout: NetworkLayout, y: string): string {
  const [low, high] = layout.clamp;
  const x = `(${scaled(layout, y)})`;
  if (low === -Infinity && high === Infinity) return x;
  return `clamped(${x}, ${float(low)}, ${float(high)})`;
}

export const clamping = `
fn clamped(x: f32, low: f32, high: f32) -> f32 {
  return select(select(x, high, x > high), low, x < low);
}`;

/** From the gradient of the output to that of what went into the last activation, whose output is y. */
export function throughOutput(layout: NetworkLayout, gradient: string, y: string): string {
  const { activation, slope } = layout.layers[layout.layers.length - 1];
  const [low, high] = layout.clamp;
  const slopeOfActivation = activation === "linear" ? "" : ` * ${derivative(activation, slope, y)}`;
  const passed = `(${gradient})${layout.scale === 1 ? "" : ` * ${float(layout.scale)}`}${slopeOfActivation}`;
  if (low === -Infinity && high === Infinity) return passed;
  const x = `(${scaled(layout, y)})`;
  return `select(${passed}, 0.0f, ${x} < ${float(low)} || ${x} > ${float(high)})`;
}
