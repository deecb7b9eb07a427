/** Where the game ends: a flat discriminator, and samples like the data. */
import type { Measured } from "../../../src/language/claim.ts";
import { setting } from "../../../src/language/finding.ts";
import { drawsAreCloser, ends, isNear, type Post, samplesAlike, w1 } from "./measures.ts";

const gapFromHalf = ({ end }: Measured) => end.discriminatorGapWithin3Sd;
const isFlatAtTwo = ({ end }: Measured) => end.discriminatorGap < 0.1;
const isFlat = (trial: Measured) => gapFromHalf(trial) < 0.1;
const isClose = (trial: Measured) => w1(trial) < 0.3;
const isVeryClose = (trial: Measured) => w1(trial) < 0.1;
const heightGap = ({ end }: Measured) => end.heightGap;
const isOfOneHeight = (trial: Measured) => heightGap(trial) < 0.1;

/** Mean losses where D is 0.99, the clamp's upper bound, at all data and all samples; a clamped output has no gradient. */
const atTheClamp = { generator: -Math.log(0.99), discriminator: -Math.log(0.99) - Math.log(1 - 0.99) };
/** Losses are means in float32. */
const isAbout = (loss: number, wanted: number) => Math.abs(loss - wanted) < 1e-3;
const hasStopped = ({ end }: Measured) =>
  end.gradientNorm === 0 &&
  isAbout(end.generatorLoss, atTheClamp.generator) &&
  isAbout(end.discriminatorLoss, atTheClamp.discriminator);

const quotes = {
  flat: "we have reached our objective where the decision boundary is 0.5 across the range of the distributions",
  well: "which means our generator has been trained well",
  similar: "(discrepancy in height is minimal)",
  loss: "for our generator, we want to minimize",
};

const alike = {
  hypothesis:
    "At the end the samples' histogram, ten bins on μ ± 3σ, is nowhere farther than 0.1 from the density's height (0.4 at its peak); a " +
    "dead run counts as a failure.",
  threshold: { unit: "largest difference in height, 1/σ", of: heightGap, below: 0.1 },
  atLeast: 0.75,
  controls: samplesAlike,
} as const;

export const claimsOnResults = ({ claim, comparison }: Post): void => {
  claim("boundary-flat-at-half", {
    version: 2,
    says: "states",
    quote: quotes.flat,
    at: "Results",
    hypothesis: "After 10,000 rounds |D − ½| is below 0.1 everywhere on μ ± 3σ, the range that the listing plots.",
    for: "post",
    threshold: { unit: "largest |D − ½| on μ ± 3σ", of: gapFromHalf, below: 0.1 },
    atLeast: 0.75,
    controls: {
      negative: { what: "the discriminator after pretraining", for: "pretrained only" },
      positive: { what: "a discriminator that can say nothing but ½", for: "D clamped at ½" },
    },
    finding: ({ seeds, count, median }) =>
      `On μ ± ${setting(3)}σ D ends flat on ${count("post", isFlat)} of ${seeds} seeds, with a gap of ${median("post", gapFromHalf)} in the ` +
      `median; on μ ± ${setting(2)}σ, where nearly all data are, on ${count("post", isFlatAtTwo)}.`,
    figures: ["results"],
  });

  claim("boundary-flat-at-half@2sd", {
    says: "ours",
    quote: quotes.flat,
    at: "Results, where 95 % of the data are",
    hypothesis: "After 10,000 rounds |D − ½| is below 0.1 everywhere on μ ± 2σ.",
    for: "post",
    threshold: { unit: "largest |D − ½| on μ ± 2σ", of: ({ end }) => end.discriminatorGap, below: 0.1 },
    atLeast: 0.75,
    controls: {
      negative: { what: "the discriminator after pretraining", for: "pretrained only" },
      positive: { what: "a discriminator that can say nothing but ½", for: "D clamped at ½" },
    },
    figures: ["results"],
  });

  claim("flat-boundary-means-good-samples", {
    says: "states",
    quote: quotes.well,
    at: "after pretraining",
    hypothesis:
      "Among runs with a sigmoid discriminator that end with |D − ½| below 0.1 on μ ± 2σ, the Wasserstein-1 distance is below 0.3 σ.",
    for: "sigmoid discriminator",
    among: isFlatAtTwo,
    threshold: { unit: "W1 in σ", of: w1, below: 0.3 },
    atLeast: 0.75,
    controls: {
      negative: {
        what: "an untrained generator in the place of the trained one",
        for: ["sigmoid discriminator", "untrained"],
        holds: (_, untrained) => isClose(untrained),
      },
      positive: {
        what: "draws from the data in the place of the trained generator",
        for: ["sigmoid discriminator", "real draws"],
        holds: (_, draws) => isClose(draws),
      },
    },
    finding: ({ seeds, where }) => {
      const flat = where("sigmoid discriminator", isFlatAtTwo);
      const flatAtFive = where("sigmoid discriminator, k = 5", isFlatAtTwo);
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
    figures: ["flatness"],
  });

  claim("distribution-is-similar", {
    version: 2,
    says: "states",
    quote: quotes.similar,
    at: "Results",
    for: "post",
    ...alike,
    finding: ({ seeds, count, median }) =>
      `The heights differ by ${median("post", heightGap)} in the median, and by less than ${setting(0.1)} on ` +
      `${count("post", isOfOneHeight)} of ${seeds} seeds; those of as many draws from the data by ` +
      `${median("real draws", heightGap)}. By distance (distribution-is-near) ${count("post", isNear)} runs are near the data.`,
    figures: ["results", "film"],
  });

  claim("distribution-is-near", {
    says: "ours",
    quote: quotes.similar,
    at: "Results, by distance",
    hypothesis:
      "At the end the Wasserstein-1 distance is below 0.3 σ and the Kolmogorov–Smirnov statistic below 0.2; a dead run counts as a failure.",
    for: "post",
    holds: isNear,
    atLeast: 0.75,
    controls: samplesAlike,
    effect: { unit: "W1 in σ", of: w1 },
    finding: ({ seeds, where, median }) => {
      const misses = where("post", (trial) => !isNear(trial));
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
    figures: ["results", "film"],
  });

  claim("distribution-is-near@strict", {
    formerly: ["distribution-is-similar@strict"],
    says: "ours",
    quote: quotes.similar,
    at: "Results, by distance and read strictly",
    hypothesis: "At the end the Wasserstein-1 distance is below 0.1 σ; a dead run counts as a failure.",
    for: "post",
    threshold: { unit: "W1 in σ", of: w1, below: 0.1 },
    atLeast: 0.5,
    controls: samplesAlike,
    finding: ({ seeds, count, median }) =>
      "What the generator's network could do: fitted to the quantile function by regression, with as many updates as the game " +
      `makes, it comes within ${setting(0.1)} σ on ${count("regression to the quantile function", isVeryClose)} of ${seeds} seeds ` +
      `(${median("regression to the quantile function", w1)} σ in the median), in the game on ${count("post", isVeryClose)} ` +
      `(${median("post", w1)} σ).`,
    figures: ["results", "forest"],
  });

  claim("distribution-is-similar@saturating", {
    says: "ours",
    quote: quotes.loss,
    at: "Architecture; the results under the loss that the words give",
    for: "saturating loss",
    ...alike,
    figures: ["forest"],
  });

  comparison("non-saturating-ends-closer", {
    says: "ours",
    quote: quotes.loss,
    at: "Architecture; the words' log(1 − D(G(z))) against the code's −log D(G(z))",
    hypothesis:
      "The non-saturating loss of the author's code ends with a smaller Wasserstein-1 distance than log(1 − D(G(z))), which the post's words give.",
    for: ["post", "saturating loss"],
    ...ends,
    controls: drawsAreCloser,
    figures: ["forest"],
  });
};
