import type { MetricInWords } from "../language/metrics.ts";

/** What is measured on the bias game. "The end" is the last 1000 iterations of a run. */
export const metricsOfGames = {
  distance: {
    symbol: "distance",
    unit: "parameters",
    label: "Distance from the equilibrium",
    definition: "Euclidean distance of the last iterate from the equilibrium.",
  },
  biasD: { symbol: "b_D", unit: "parameters", label: "The discriminator's bias", definition: "b_D when the run ends." },
  biasG: { symbol: "b_G", unit: "parameters", label: "The generator's bias", definition: "b_G when the run ends." },
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
  amplitude: {
    symbol: "range of b_G",
    unit: "parameters",
    label: "Range of b_G at the end",
    definition: "Largest minus smallest b_G over the last 1000 iterations.",
  },
  largestCoordinate: {
    symbol: "max |b|",
    unit: "parameters",
    label: "Largest coordinate",
    definition: "Largest |b_D| or |b_G| of the whole run.",
  },
  settledAfter: {
    symbol: "settled after",
    unit: "iterations",
    label: "Iterations to settle",
    definition: "Iterations until the distance stays below ¼; infinite if it never does.",
  },
  gradientsToSettle: {
    symbol: "gradients",
    unit: "gradients",
    label: "Gradients to settle",
    definition: "Evaluations of the gradient until the distance stays below ¼; infinite if it never does.",
  },
  spectralRadius: {
    symbol: "ρ(J)",
    unit: "1",
    label: "Spectral radius",
    definition:
      "Spectral radius of the method's map at the equilibrium of the seed's own points: below 1 the run contracts.",
  },
} as const satisfies Record<string, MetricInWords>;

declare module "../language/metrics.ts" {
  interface MetricsOfGames extends Record<keyof typeof metricsOfGames, number> {}
}
