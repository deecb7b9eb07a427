/** Where the game ends: a flat discriminator, and samples like the data. */
import type { Measured } from "../../../src/language/claim.ts";
import { setting } from "../../../src/language/finding.ts";
import { type Post, w1 } from "./measures.ts";

const isFlat = ({ end }: Measured) => end.discriminatorGap < 0.1;
const isClose = (trial: Measured) => w1(trial) < 0.3;
const isVeryClose = (trial: Measured) => w1(trial) < 0.1;
const isSimilar = (trial: Measured) => w1(trial) < 0.3 && trial.end.kolmogorovSmirnov < 0.2;

/** Mean losses where D is 0.99, the clamp's upper bound, at all data and all samples; a clamped output has no gradient. */
const atTheClamp = { generator: -Math.log(0.99), discriminator: -Math.log(0.99) - Math.log(1 - 0.99) };
/** Losses are means in float32. */
const isNear = (loss: number, wanted: number) => Math.abs(loss - wanted) < 1e-3;
const hasStopped = ({ end }: Measured) =>
  end.gradientNorm === 0 &&
  isNear(end.generatorLoss, atTheClamp.generator) &&
  isNear(end.discriminatorLoss, atTheClamp.discriminator);

const quotes = {
  flat: "we have reached our objective where the decision boundary is 0.5 across the range of the distributions",
  well: "it cannot differentiate between the training data and the synthetic data or any given X, which means our generator has been trained well",
  similar: "Visually, we can see that our p_g is similar to p_{data} (discrepancy in height is minimal)",
};

export const claimsOnResults = ({ claim }: Post): void => {
  claim("boundary-flat-at-half", {
    quote: quotes.flat,
    at: "Results",
    hypothesis: "After 10,000 rounds |D − ½| is below 0.1 everywhere on μ ± 2σ.",
    for: "post",
    holds: isFlat,
    atLeast: 0.75,
    control: { what: "the discriminator after pretraining", for: "pretrained only" },
    expected: { quick: "inconclusive", full: "reproduced" },
    effect: { unit: "largest |D − ½| on μ ± 2σ", of: ({ end }) => end.discriminatorGap },
    figures: ["results"],
  });

  claim("flat-boundary-means-good-samples", {
    quote: quotes.well,
    at: "after pretraining",
    hypothesis:
      "Among runs with a sigmoid discriminator that end with |D − ½| below 0.1 on μ ± 2σ, the Wasserstein-1 distance is below 0.3 σ.",
    for: "sigmoid discriminator",
    among: isFlat,
    holds: isClose,
    atLeast: 0.75,
    control: {
      what: "an untrained generator in the place of the trained one (the catalogue has no control here)",
      for: ["sigmoid discriminator", "untrained"],
      holds: (_, untrained) => isClose(untrained),
    },
    finding: ({ seeds, where }) => {
      const flat = where("sigmoid discriminator", isFlat);
      const flatAtFive = where("sigmoid discriminator, k = 5", isFlat);
      const close = flat.count("sigmoid discriminator", isClose);
      const closeAtFive = flatAtFive.count("sigmoid discriminator, k = 5", isClose);
      const isOverlooked = closeAtFive * flat.seeds > close * flatAtFive.seeds;
      return (
        "D is flat wherever it has learnt nothing to tell, which says as much of D as of the samples. With one step a round D " +
        `ends flat on ${flat.seeds} of ${seeds} seeds, the samples within ${setting(0.3)} σ on ${close} of them; with five (arm ` +
        `“sigmoid discriminator, k = ${setting(5)}”) D ends flat on ${flatAtFive.seeds}, the samples within ${setting(0.3)} σ on ` +
        `${closeAtFive} of them.${isOverlooked ? " The stronger discriminator saw what the flat one overlooked." : ""}`
      );
    },
    expected: { quick: "inconclusive", full: "contradicted" },
    effect: { unit: "W1 in σ", of: w1 },
    figures: ["flatness"],
  });

  claim("distribution-is-similar", {
    quote: quotes.similar,
    at: "Results",
    hypothesis: "At the end the Wasserstein-1 distance is below 0.3 σ and the Kolmogorov–Smirnov statistic below 0.2.",
    for: "post",
    holds: isSimilar,
    atLeast: 0.75,
    control: { what: "an untrained generator", for: "untrained" },
    finding: ({ seeds, where, median }) => {
      const misses = where("post", (trial) => !isSimilar(trial));
      const stopped = misses.where("post", hasStopped);
      const playing = misses.where("post", (trial) => !hasStopped(trial));
      const rest =
        `Where it goes on, runs that miss the bounds end at ${playing.median("post", w1)} σ and a standard deviation of ` +
        `${playing.median("post", ({ end }) => end.sd)} in the median.`;
      return (
        `The distance is ${median("post", w1)} σ in the median. The bounds are missed on ${misses.seeds} of ${seeds} seeds. The ` +
        `game has stopped on ${stopped.seeds} of these: D is clamped to ${setting(0.99)} at data and samples alike, so that neither ` +
        `player has a gradient and neither moves.${playing.seeds > 0 ? ` ${rest}` : ""}`
      );
    },
    expected: { quick: "inconclusive", full: "inconclusive" },
    effect: { unit: "W1 in σ", of: w1 },
    figures: ["results", "film"],
  });

  claim("distribution-is-similar@strict", {
    quote: quotes.similar,
    at: "Results, read strictly",
    hypothesis: "At the end the Wasserstein-1 distance is below 0.1 σ.",
    for: "post",
    holds: isVeryClose,
    atLeast: 0.5,
    control: { what: "an untrained generator", for: "untrained" },
    finding: ({ seeds, count, median }) =>
      "What the generator's network could do: fitted to the quantile function by regression, with as many updates as the game " +
      `makes, it comes within ${setting(0.1)} σ on ${count("regression to the quantile function", isVeryClose)} of ${seeds} seeds ` +
      `(${median("regression to the quantile function", w1)} σ in the median), in the game on ${count("post", isVeryClose)} ` +
      `(${median("post", w1)} σ).`,
    expected: { quick: "inconclusive", full: "contradicted" },
    effect: { unit: "W1 in σ", of: w1 },
    figures: ["results", "forest"],
  });
};
