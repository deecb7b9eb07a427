import type { GameMethod } from "../language/arm.ts";
import { along, type Field, type Step } from "./field.ts";

/** Simultaneous gradient descent–ascent: both players move along the field at the same point. */
export const gradientDescent = (field: Field, stepSize: number): Step => {
  return (at) => along(at, stepSize, field(at));
};

/** Alternating gradient descent–ascent: D moves first, G answers D's new parameter. */
export const alternatingGradientDescent = (field: Field, stepSize: number): Step => {
  return ([d, g]) => {
    const moved = d + stepSize * field([d, g])[0];
    return [moved, g + stepSize * field([moved, g])[1]];
  };
};

/** Extragradient (Korpelevich 1976): step with the field at the half step, from the original point. */
export const extragradient = (field: Field, stepSize: number): Step => {
  return (at) => {
    const half = along(at, stepSize, field(at));
    return along(at, stepSize, field(half));
  };
};

export const methods: Readonly<Record<GameMethod, (field: Field, stepSize: number) => Step>> = {
  "gradient-descent": gradientDescent,
  "alternating-gradient-descent": alternatingGradientDescent,
  extragradient,
};

/** Evaluations of the field in one iteration. */
export const gradientsPerIteration: Readonly<Record<GameMethod, number>> = {
  "gradient-descent": 1,
  "alternating-gradient-descent": 2,
  extragradient: 2,
};
