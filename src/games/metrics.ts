import type { MetricInWords } from "../language/metrics.ts";
import type { Game } from "./game.ts";

/** Everything that trials of a game measure, in words: its parameters, what is measured on every game, and its own. */
export function metricsOf(game: Game): Readonly<Record<string, MetricInWords>> {
  const parameters = game.parameters.map(({ name, symbol, label }) => [
    name,
    { symbol, unit: "parameters", label, definition: `${symbol} when the run ends.` },
  ]);
  return {
    ...Object.fromEntries(parameters),
    ...ofEveryGame,
    ...(game.equilibrium && ofKnownEquilibria),
    ...game.metrics,
  };
}

/** What trials of a game record while they run. */
export const curvesOf = ({ equilibrium, parameters }: Game): readonly string[] =>
  equilibrium ? ["distance"] : parameters.map(({ name }) => name);

const ofEveryGame = {
  largestCoordinate: {
    symbol: "max |coordinate|",
    unit: "parameters",
    label: "Largest coordinate",
    definition: "Largest absolute value of any parameter in the whole run.",
  },
} as const satisfies Record<string, MetricInWords>;

const ofKnownEquilibria = {
  distance: {
    symbol: "distance",
    unit: "parameters",
    label: "Distance from the equilibrium",
    definition: "Euclidean distance of the last iterate from the equilibrium.",
  },
  largestDistance: {
    symbol: "max distance",
    unit: "parameters",
    label: "Largest distance at the end",
    definition: "Largest distance from the equilibrium over the last 1000 iterations.",
  },
  meanDistance: {
    symbol: "mean distance",
    unit: "parameters",
    label: "Mean distance at the end",
    definition: "Mean distance from the equilibrium over the last 1000 iterations.",
  },
  settledAfter: {
    symbol: "settled after",
    unit: "iterations",
    label: "Iterations to settle",
    definition: "Iterations until the distance stays below the game's radius of arrival; infinite if it never does.",
  },
  gradientsToSettle: {
    symbol: "gradients",
    unit: "gradients",
    label: "Gradients to settle",
    definition:
      "Evaluations of the vector field until the distance stays below the game's radius of arrival; infinite if it never does.",
  },
} as const satisfies Record<string, MetricInWords>;

declare module "../language/metrics.ts" {
  interface MetricsOfGames extends Record<keyof typeof ofEveryGame | keyof typeof ofKnownEquilibria, number> {}
}
