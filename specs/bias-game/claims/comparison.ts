/** One method against the other: iterations, gradients, distances, and the step sizes that they bear. */
import type { Measured } from "../../../src/language/claim.ts";
import { setting } from "../../../src/language/finding.ts";
import { criticalStepSizeOf, extragradientOnGrid, gradientDescentOnGrid, thresholdsAgree } from "../theory.ts";
import { type Notebook, quotes, rests, type Told } from "./notebook.ts";

/** Extragradient's mean distance over the last 1000 iterations against gradient descent's; less than 10⁻⁶ is a tie. */
const both = ["extragradient, 0.1", "gradient descent, 0.1"] as const;
const isCloser = (extragradient: Measured, gradientDescent: Measured) =>
  extragradient.end.meanDistance < gradientDescent.end.meanDistance - 1e-6;
const isFarther = (extragradient: Measured, gradientDescent: Measured) => isCloser(gradientDescent, extragradient);
const isTie = (extragradient: Measured, gradientDescent: Measured) =>
  !isCloser(extragradient, gradientDescent) && !isFarther(extragradient, gradientDescent);

export const claimsOnTheComparison = ({ claim, exact }: Notebook): void => {
  claim("extragradient-is-faster", {
    quote: `${quotes.gradientDescent} … ${quotes.extragradient}`,
    at: "the two figures side by side",
    hypothesis:
      "At step size 0.1 extragradient needs fewer iterations than gradient descent until the distance stays below 0.25.",
    for: ["extragradient, 0.1", "gradient descent, 0.1"],
    holds: (extragradient, gradientDescent) => extragradient.end.settledAfter < gradientDescent.end.settledAfter,
    atLeast: 0.5,
    control: { what: "gradient descent against itself", for: ["gradient descent, 0.1", "gradient descent, 0.1"] },
    expected: { quick: "reproduced", full: "reproduced" },
    effect: {
      unit: "iterations, extragradient − gradient descent",
      of: (extragradient, gradientDescent) => extragradient.end.settledAfter - gradientDescent.end.settledAfter,
    },
    figures: ["distance"],
  });

  claim("sampled-stability-decides", {
    quote: 'real=np.random.uniform(0.0,1.0,n) # "real" data',
    at: "first cell (finding)",
    hypothesis:
      "Gradient descent at step size 0.1 comes to rest (b_G varies by less than 10⁻⁶) exactly on those seeds where the spectral " +
      "radius of its map, at the seed's own equilibrium, is below 1.",
    for: "gradient descent, 0.1",
    holds: ({ end }) => end.amplitude < 1e-6 === end.spectralRadius < 1,
    atLeast: 0.75,
    control: {
      what: "the spectral radius of extragradient's map in its place",
      for: ["gradient descent, 0.1", "extragradient, 0.1"],
      holds: (gradientDescent, extragradient) =>
        gradientDescent.end.amplitude < 1e-6 === extragradient.end.spectralRadius < 1,
    },
    expected: { quick: "inconclusive", full: "reproduced" },
    effect: { unit: "spectral radius", of: ({ end }) => end.spectralRadius },
    figures: ["own-stability"],
  });

  claim("extragradient-ends-closer", {
    quote: `${quotes.gradientDescent} … ${quotes.extragradient}`,
    at: "the two figures side by side",
    hypothesis:
      "At step size 0.1 extragradient's mean distance over the last 1000 iterations is smaller than gradient descent's by more than 10⁻⁶.",
    for: ["extragradient, 0.1", "gradient descent, 0.1"],
    holds: isCloser,
    atLeast: 0.5,
    control: { what: "extragradient against itself", for: ["extragradient, 0.1", "extragradient, 0.1"] },
    finding: ({ where, seeds, count }) => {
      const settled = where("gradient descent, 0.1", rests);
      const circling = where("gradient descent, 0.1", (trial) => !rests(trial));
      return (
        `Over all ${seeds} seeds extragradient is closer on ${count(both, isCloser)}, gradient descent on ` +
        `${count(both, isFarther)}, and they tie on ${count(both, isTie)} (a tie is a failure). Where gradient descent comes to ` +
        `rest, on ${settled.seeds} seeds, they tie on ${settled.count(both, isTie)}; on the others the two end at different ` +
        `places, as a draw can have several stationary points: extragradient ends closer on ${settled.count(both, isCloser)}, ` +
        `gradient descent on ${settled.count(both, isFarther)} (seeds: ${settled.which(both, isFarther)}). Where gradient ` +
        `descent does not come to rest, extragradient is closer on ${circling.count(both, isCloser)} of ${circling.seeds} seeds.`
      );
    },
    expected: { quick: "inconclusive", full: "inconclusive" },
    effect: {
      unit: "mean distance, extragradient − gradient descent",
      of: (extragradient, gradientDescent) => extragradient.end.meanDistance - gradientDescent.end.meanDistance,
    },
    figures: ["distance"],
  });

  for (const [name, stepSize, verdict, finding] of [
    ["extragradient-pays-per-gradient", 0.1, "reproduced", undefined],
    [
      "extragradient-pays-per-gradient@0.01",
      0.01,
      "contradicted",
      ({ median }: Told) =>
        "At steps this small both methods all but follow the same flow. The median number of iterations until the distance " +
        `stays below the bound is ${median("extragradient, 0.01", ({ end }) => end.settledAfter)} with extragradient, at two ` +
        `gradients each, and ${median("gradient descent, 0.01", ({ end }) => end.settledAfter)} with gradient descent, at one.`,
    ],
    ["extragradient-pays-per-gradient@0.2", 0.2, "reproduced", undefined],
  ] as const) {
    claim(name, {
      quote: `${quotes.gradientDescent} … ${quotes.extragradient}`,
      at: "the two figures side by side, counted fairly",
      hypothesis: `At step size ${stepSize} extragradient, at two gradients an iteration, needs fewer gradients than gradient descent until the distance stays below 0.25.`,
      for: [`extragradient, ${stepSize}`, `gradient descent, ${stepSize}`],
      holds: (extragradient, gradientDescent) =>
        extragradient.end.gradientsToSettle < gradientDescent.end.gradientsToSettle,
      atLeast: 0.5,
      control: {
        what: "gradient descent against itself",
        for: [`gradient descent, ${stepSize}`, `gradient descent, ${stepSize}`],
      },
      expected: { quick: verdict, full: verdict },
      finding,
      effect: {
        unit: "gradients, extragradient − gradient descent",
        of: (extragradient, gradientDescent) =>
          extragradient.end.gradientsToSettle - gradientDescent.end.gradientsToSettle,
      },
      figures: ["distance"],
    });
  }

  for (const [name, stepSize, verdict, finding] of [
    ["extragradient-survives-larger-steps", 0.5, "reproduced", undefined],
    [
      "extragradient-survives-step-one",
      1,
      "inconclusive",
      ({ seeds, count, median, computed }: Told) =>
        `On the grid extragradient too loses stability, at a step size of ${computed(() => criticalStepSizeOf(extragradientOnGrid))}. At ${setting(1)} ` +
        `extragradient comes to rest on ${count("extragradient, 1", rests)} of ${seeds} seeds and gradient descent on ` +
        `${count("gradient descent, 1", rests)}; over the last ${setting(1000)} iterations their mean distance is ` +
        `${median("extragradient, 1", ({ end }) => end.meanDistance)} and ` +
        `${median("gradient descent, 1", ({ end }) => end.meanDistance)} in the median.`,
    ],
  ] as const) {
    claim(name, {
      quote: `${quotes.gradientDescent} … ${quotes.extragradient}`,
      at: "implied by the comparison",
      hypothesis: `At step size ${stepSize} extragradient's mean distance over the last 1000 iterations is smaller than gradient descent's.`,
      for: [`extragradient, ${stepSize}`, `gradient descent, ${stepSize}`],
      holds: (extragradient, gradientDescent) => extragradient.end.meanDistance < gradientDescent.end.meanDistance,
      atLeast: 0.5,
      control: {
        what: "gradient descent against itself",
        for: [`gradient descent, ${stepSize}`, `gradient descent, ${stepSize}`],
      },
      expected: { quick: verdict, full: verdict },
      finding,
      effect: {
        unit: "mean distance, extragradient − gradient descent",
        of: (extragradient, gradientDescent) => extragradient.end.meanDistance - gradientDescent.end.meanDistance,
      },
      figures: ["stability-map"],
    });
  }

  exact("thresholds-match-theory", {
    quote: "(linear stability at the equilibrium)",
    at: "theory",
    hypothesis:
      "Near the equilibrium, on the grid, gradient descent loses stability at η = 1/a and extragradient where the spectral " +
      "radius of its own map reaches 1: simulation and theory agree to 1 %.",
    check: () => thresholdsAgree({ gradientDescent: gradientDescentOnGrid, extragradient: extragradientOnGrid }),
    control: {
      what: "the two maps exchanged in the theory",
      check: () => thresholdsAgree({ gradientDescent: extragradientOnGrid, extragradient: gradientDescentOnGrid }),
    },
    expected: { quick: "reproduced", full: "reproduced" },
    figures: ["stability-map"],
  });
};
