import type { Activation } from "../../language/arm.ts";

/** activation(x); `slope` is leaky-relu's below zero. */
export function activate(activation: Activation, x: number, slope: number): number {
  switch (activation) {
    case "linear":
    case "maxout": // of each piece
      return x;
    case "sigmoid":
      return 1 / (1 + Math.exp(-x));
    case "tanh":
      return Math.tanh(x);
    case "relu":
      return Math.max(0, x);
    case "leaky-relu":
      return x > 0 ? x : slope * x;
  }
}

/** activation'(x), from the output y = activation(x). */
export function derivative(activation: Activation, y: number, slope: number): number {
  switch (activation) {
    case "linear":
    case "maxout": // of each piece
      return 1;
    case "sigmoid":
      return y * (1 - y);
    case "tanh":
      return 1 - y * y;
    case "relu":
      return y > 0 ? 1 : 0;
    case "leaky-relu":
      return y > 0 ? 1 : slope;
  }
}
