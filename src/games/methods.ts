import type { GameMethod } from "../language/arm.ts";
import { along, type Field, type Step } from "./field.ts";
import type { Player } from "./game.ts";

/** Simultaneous gradient descent–ascent: all players move along the field at the same point. */
export const gradientDescent: Method = (field, stepSize) => (at) => along(at, stepSize, field(at));

/** Alternating gradient descent–ascent: D moves first, G answers D's new parameters. */
export const alternatingGradientDescent: Method = (field, stepSize, players = oneEach) => {
  const turn = (player: Player): Step => {
    return (at) => {
      const push = field(at);
      return at.map((x, i) => (players[i] === player ? x + stepSize * push[i] : x));
    };
  };
  const [first, second] = [turn("discriminator"), turn("generator")];
  return (at) => second(first(at));
};

/** Extragradient (Korpelevich 1976): step with the field at the half step, from the original point. */
export const extragradient: Method = (field, stepSize) => (at) => {
  const half = along(at, stepSize, field(at));
  return along(at, stepSize, field(half));
};

/**
 * An algorithm, as the map of one iteration.
 * @param players who moves each parameter, for methods that take turns; one parameter each, D's first, by default
 */
export type Method = (field: Field, stepSize: number, players?: readonly Player[]) => Step;

const oneEach = ["discriminator", "generator"] as const;

export const methods: Readonly<Record<GameMethod, Method>> = {
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
