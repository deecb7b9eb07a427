/** What is claimed: each claim is a sentence of the notebook, or what its pictures show, with the predicate that decides it. */

import { equilibrium } from "../../src/games/bias.game.ts";
import type { ExactClaim, FindingRun, Measured } from "../../src/language/claim.ts";
import { algebra, setting } from "../../src/language/finding.ts";
import { source } from "../../src/study/source.ts";
import { about } from "./about.ts";
import { arms } from "./arms.ts";
import { figures } from "./figures/index.ts";
import {
  a,
  clampIsIdle,
  criticalStepSizeOf,
  discriminatorWouldLeave,
  eg,
  gd,
  gridWithMargins,
  gridWithoutMargins,
  isUniqueEquilibrium,
  populationField,
  stationaryPointsOf,
  thresholdsAgree,
} from "./theory.ts";

const tell = {
  shift:
    "As a result, the Generator must learn to shift its input by $b_G=-1$ in order to successfuly re-generate the true data.",
  gd: "# Run GD (simultaneously)",
  eg: "#apply extra gradients to original iterate",
  step: "step_size=0.1",
};

type Told = FindingRun<keyof typeof arms>;

/** Over the last 1000 iterations b_G moves by less than 10⁻⁶. */
const rests = ({ end }: Measured) => end.amplitude < 1e-6;
const radius = ({ end }: Measured) => end.spectralRadius;
const contracts = (trial: Measured) => radius(trial) < 1;

/** Extragradient's mean distance over the last 1000 iterations against gradient descent's; less than 10⁻⁶ is a tie. */
const both = ["extragradient, 0.1", "gradient descent, 0.1"] as const;
const isCloser = (eg: Measured, gd: Measured) => eg.end.meanDistance < gd.end.meanDistance - 1e-6;
const isFarther = (eg: Measured, gd: Measured) => isCloser(gd, eg);
const isTie = (eg: Measured, gd: Measured) => !isCloser(eg, gd) && !isFarther(eg, gd);

export default source(about, arms, figures, ({ claim, exact }) => {
  claim("generator-shifts-by-minus-one", {
    quote: tell.shift,
    at: "introduction",
    hypothesis: "Extragradient at step size 0.1 ends with |b_G + 1| < 0.2.",
    for: "extragradient, 0.1",
    holds: ({ end }) => Math.abs(end.biasG + 1) < 0.2,
    atLeast: 0.75,
    control: { what: "no steps are taken (η = 0)", for: "no steps" },
    expected: { quick: "reproduced", full: "reproduced" },
    effect: { unit: "|b_G + 1|", of: ({ end }) => Math.abs(end.biasG + 1) },
    figures: ["trajectories-0.1", "objective-surface"],
  });

  const uniqueness = (field: typeof populationField, width: number): Pick<ExactClaim, "check" | "control"> => ({
    check: () => isUniqueEquilibrium(field, equilibrium, width),
    control: { what: "the same test at (0, −1)", check: () => isUniqueEquilibrium(field, [0, -1], width) },
  });

  exact("unique-equilibrium", {
    quote: tell.shift,
    at: "introduction",
    hypothesis:
      "On the grid x_i = (i + ½)/1000, without margins, (−½, −1) is the only stationary point, and the Jacobian there has " +
      "trace −1 and determinant a = 1/(e^¼ − 1).",
    ...uniqueness(gridWithoutMargins, 1e-6),
    finding: ({ computed }) =>
      `Without margins every point is a pole of the generator's force: near u = ${algebra("0")} it is ${algebra("1/(n·u)")}. Between ` +
      "two neighbouring poles the force runs from one infinity to the other, so a sample of n points has one stationary point " +
      `fewer than points: ${computed(() => stationaryPointsOf(gridWithoutMargins))} are found on the grid, and at the one in the middle the ` +
      "determinant is negative, a saddle. The closed form belongs to infinitely many points (next claim). The notebook's margins " +
      `round each pole off over |u| < ${algebra("0.03")}, thirty times the grid's spacing: with them the number found on the grid is ` +
      `${computed(() => stationaryPointsOf(gridWithMargins))}. Points drawn from a seed lie less evenly, and may have several with margins too.`,
    expected: { quick: "contradicted", full: "contradicted" },
    figures: ["gradient-norm"],
  });

  exact("unique-equilibrium-of-the-population", {
    quote: tell.shift,
    at: "introduction (finding)",
    hypothesis:
      "With infinitely many points and no margins, (−½, −1) is the only stationary point, and the Jacobian there has trace " +
      "−1 and determinant a = 1/(e^¼ − 1).",
    ...uniqueness(populationField, 1e-4),
    expected: { quick: "reproduced", full: "reproduced" },
    figures: ["gradient-norm"],
  });

  exact("equilibrium-is-no-optimum-for-the-discriminator", {
    quote: tell.shift,
    at: "introduction (finding)",
    hypothesis:
      "At (−½, −1) the discriminator stands in a trough of the objective that it climbs: the second derivative along b_D is " +
      "a − 1 > 0. The point is stationary and attracts both algorithms, but it is no Nash equilibrium.",
    check: () => discriminatorWouldLeave(equilibrium),
    control: {
      what: "the same test at (−½, 2), out of the data's reach",
      check: () => discriminatorWouldLeave([-1 / 2, 2]),
    },
    expected: { quick: "reproduced", full: "reproduced" },
    figures: ["objective-surface"],
  });

  claim("gradient-descent-spirals-in", {
    quote: `${tell.step} … ${tell.gd}`,
    at: "Gradient Descent, figure",
    hypothesis: "Gradient descent at step size 0.1 stays within 0.25 of (−½, −1) during the last 1000 iterations.",
    for: "gradient descent, 0.1",
    holds: ({ end }) => end.largestDistance < 0.25,
    atLeast: 0.75,
    control: { what: "step size 0.5", for: "gradient descent, 0.5" },
    expected: { quick: "inconclusive", full: "reproduced" },
    effect: { unit: "largest distance", of: ({ end }) => end.largestDistance },
    figures: ["trajectories-0.1", "distance"],
  });

  claim("gradient-descent-settles", {
    quote: `${tell.step} … ${tell.gd}`,
    at: "Gradient Descent, figure",
    hypothesis:
      "Gradient descent at step size 0.1 comes to rest: over the last 1000 iterations b_G varies by less than 10⁻⁶.",
    for: "gradient descent, 0.1",
    holds: ({ end }) => end.amplitude < 1e-6,
    atLeast: 0.75,
    control: { what: "step size 0.2", for: "gradient descent, 0.2" },
    finding: ({ seeds, count, quantile, number }) =>
      "The sample moves the equilibrium's slope, not only its place. With margins one point's force is steepest within " +
      `|u| < ${algebra("0.03")}, where some sixty of the ${setting(1000)} points lie, so the Jacobian's determinant a, ` +
      `${number(a)} in closed form, differs from seed to seed. Gradient descent contracts only below a step size of ` +
      `${algebra("1/a")}. At ${setting(0.1)} its map's spectral radius, at the seed's own equilibrium, goes from ` +
      `${quantile("gradient descent, 0.1", 0, radius)} to ${quantile("gradient descent, 0.1", 1, radius)}; it is below ` +
      `${algebra("1")}, so that a run near it contracts, on ${count("gradient descent, 0.1", contracts)} of ${seeds} seeds, and the ` +
      `run comes to rest on ${count("gradient descent, 0.1", rests)}. See sampled-stability-decides for how often the one foretells the other.`,
    expected: { quick: "inconclusive", full: "contradicted" },
    effect: { unit: "range of b_G", of: ({ end }) => end.amplitude },
    figures: ["own-stability", "stability-map"],
  });

  claim("gradient-descent-cycles", {
    quote: "(figure of gradient descent at step size 0.2)",
    at: "the author's repository",
    hypothesis:
      "Gradient descent at step size 0.2 goes round: b_G varies by more than 1 over the last 1000 iterations, and no coordinate ever exceeds 10.",
    for: "gradient descent, 0.2",
    holds: ({ end }) => end.amplitude > 1 && end.largestCoordinate <= 10,
    atLeast: 0.75,
    control: { what: "step size 0.01", for: "gradient descent, 0.01" },
    expected: { quick: "reproduced", full: "reproduced" },
    effect: { unit: "range of b_G", of: ({ end }) => end.amplitude },
    figures: ["trajectories-0.2", "stability-map"],
  });

  for (const [name, stepSize] of [
    ["extragradient-settles", 0.1],
    ["extragradient-settles@0.2", 0.2],
  ] as const) {
    claim(name, {
      quote: tell.eg,
      at: stepSize === 0.1 ? "Extra Gradient, figure" : "the author's repository, figure at step size 0.2",
      hypothesis: `Extragradient at step size ${stepSize} comes to rest: over the last 1000 iterations b_G varies by less than 10⁻⁶.`,
      for: `extragradient, ${stepSize}`,
      holds: ({ end }) => end.amplitude < 1e-6,
      atLeast: 0.75,
      control: { what: "step size 1", for: "extragradient, 1" },
      expected: { quick: "reproduced", full: "reproduced" },
      effect: { unit: "range of b_G", of: ({ end }) => end.amplitude },
      figures: [`trajectories-${stepSize}`, "stability-map"],
    });
  }

  claim("extragradient-is-faster", {
    quote: `${tell.gd} … ${tell.eg}`,
    at: "the two figures side by side",
    hypothesis:
      "At step size 0.1 extragradient needs fewer iterations than gradient descent until the distance stays below 0.25.",
    for: ["extragradient, 0.1", "gradient descent, 0.1"],
    holds: (eg, gd) => eg.end.settledAfter < gd.end.settledAfter,
    atLeast: 0.5,
    control: { what: "gradient descent against itself", for: ["gradient descent, 0.1", "gradient descent, 0.1"] },
    expected: { quick: "reproduced", full: "reproduced" },
    effect: {
      unit: "iterations, extragradient − gradient descent",
      of: (eg, gd) => eg.end.settledAfter - gd.end.settledAfter,
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
      holds: (gd, eg) => gd.end.amplitude < 1e-6 === eg.end.spectralRadius < 1,
    },
    expected: { quick: "inconclusive", full: "reproduced" },
    effect: { unit: "spectral radius", of: ({ end }) => end.spectralRadius },
    figures: ["own-stability"],
  });

  claim("extragradient-ends-closer", {
    quote: `${tell.gd} … ${tell.eg}`,
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
      of: (eg, gd) => eg.end.meanDistance - gd.end.meanDistance,
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
      quote: `${tell.gd} … ${tell.eg}`,
      at: "the two figures side by side, counted fairly",
      hypothesis: `At step size ${stepSize} extragradient, at two gradients an iteration, needs fewer gradients than gradient descent until the distance stays below 0.25.`,
      for: [`extragradient, ${stepSize}`, `gradient descent, ${stepSize}`],
      holds: (eg, gd) => eg.end.gradientsToSettle < gd.end.gradientsToSettle,
      atLeast: 0.5,
      control: {
        what: "gradient descent against itself",
        for: [`gradient descent, ${stepSize}`, `gradient descent, ${stepSize}`],
      },
      expected: { quick: verdict, full: verdict },
      finding,
      effect: {
        unit: "gradients, extragradient − gradient descent",
        of: (eg, gd) => eg.end.gradientsToSettle - gd.end.gradientsToSettle,
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
        `On the grid extragradient too loses stability, at a step size of ${computed(() => criticalStepSizeOf(eg))}. At ${setting(1)} ` +
        `extragradient comes to rest on ${count("extragradient, 1", rests)} of ${seeds} seeds and gradient descent on ` +
        `${count("gradient descent, 1", rests)}; over the last ${setting(1000)} iterations their mean distance is ` +
        `${median("extragradient, 1", ({ end }) => end.meanDistance)} and ` +
        `${median("gradient descent, 1", ({ end }) => end.meanDistance)} in the median.`,
    ],
  ] as const) {
    claim(name, {
      quote: `${tell.gd} … ${tell.eg}`,
      at: "implied by the comparison",
      hypothesis: `At step size ${stepSize} extragradient's mean distance over the last 1000 iterations is smaller than gradient descent's.`,
      for: [`extragradient, ${stepSize}`, `gradient descent, ${stepSize}`],
      holds: (eg, gd) => eg.end.meanDistance < gd.end.meanDistance,
      atLeast: 0.5,
      control: {
        what: "gradient descent against itself",
        for: [`gradient descent, ${stepSize}`, `gradient descent, ${stepSize}`],
      },
      expected: { quick: verdict, full: verdict },
      finding,
      effect: {
        unit: "mean distance, extragradient − gradient descent",
        of: (eg, gd) => eg.end.meanDistance - gd.end.meanDistance,
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
    check: () => thresholdsAgree({ gradientDescent: gd, extragradient: eg }),
    control: {
      what: "the two maps exchanged in the theory",
      check: () => thresholdsAgree({ gradientDescent: eg, extragradient: gd }),
    },
    expected: { quick: "reproduced", full: "reproduced" },
    figures: ["stability-map"],
  });

  claim("margins-matter", {
    quote: "#margins for numerical stability",
    at: "Gradient Descent, forward pass",
    hypothesis:
      "Without the margins of 0.001 extragradient at step size 0.1 ends farther away (mean distance over the last 1000 iterations) than with them.",
    for: ["extragradient, 0.1, no margins", "extragradient, 0.1"],
    holds: (without, withMargins) => without.end.meanDistance > withMargins.end.meanDistance,
    atLeast: 0.5,
    control: { what: "margins in both", for: ["extragradient, 0.1", "extragradient, 0.1"] },
    finding: ({ median }) =>
      `Without margins the nearest point's force, ${algebra("1/(n·u)")}, has no bound: a step that lands beside a pole is thrown far ` +
      "away, where D's exponential has vanished and with it the force that could bring it back. The mean distance over the last " +
      `${setting(1000)} iterations is ${median("extragradient, 0.1, no margins", ({ end }) => end.meanDistance)} in the median, with ` +
      `margins ${median("extragradient, 0.1", ({ end }) => end.meanDistance)}.`,
    expected: { quick: "reproduced", full: "reproduced" },
    effect: {
      unit: "mean distance, without − with margins",
      of: (without, withMargins) => without.end.meanDistance - withMargins.end.meanDistance,
    },
  });

  exact("threshold-is-idle", {
    quote: "#thresholding for numerical stability",
    at: "Gradient Descent, forward pass",
    hypothesis:
      "From the notebook's start, at step sizes up to 0.5, both methods' trajectories are the same to the bit without the clamp at ±5.",
    check: () => clampIsIdle(null),
    control: { what: "a clamp at ±0.5", check: () => clampIsIdle(0.5) },
    expected: { quick: "reproduced", full: "reproduced" },
  });

  claim("sampled-equilibrium-moves", {
    quote: "n=1000 #sample size",
    at: "first cell (finding)",
    hypothesis:
      "Extragradient at step size 0.1 ends closer to b_G = −1 with 10,000 points than with 1000: the equilibrium moves with the draw.",
    for: ["extragradient, 0.1, n = 10,000", "extragradient, 0.1"],
    holds: (many, few) => Math.abs(many.end.biasG + 1) < Math.abs(few.end.biasG + 1),
    atLeast: 0.5,
    control: { what: "1000 points in both", for: ["extragradient, 0.1", "extragradient, 0.1"] },
    expected: { quick: "reproduced", full: "reproduced" },
    effect: {
      unit: "|b_G + 1|, 10,000 − 1000 points",
      of: (many, few) => Math.abs(many.end.biasG + 1) - Math.abs(few.end.biasG + 1),
    },
  });
});
