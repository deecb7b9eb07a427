/** What is claimed: the notebook's sentences, each with the predicate that decides it. */
import type { Measured } from "../../src/language/claim.ts";
import { setting } from "../../src/language/finding.ts";
import { source } from "../../src/study/source.ts";
import { about } from "./about.ts";
import { arms } from "./arms.ts";
import { figures } from "./figures/index.ts";
import { inSigma, target } from "./figures/target.ts";

/** Wasserstein-1 of a first arm below that of a second. */
const closer = (a: Measured, b: Measured) => a.end.wasserstein1 < b.end.wasserstein1;
const gain = { unit: "W1 in σ, difference", of: (a: Measured, b: Measured) => a.end.wasserstein1 - b.end.wasserstein1 };
const tenSteps = "for _ in range(10): session.run(model.discriminator_train_op)";

const distance = ({ end }: Measured) => end.wasserstein1;
const approaches = (run: Measured) => distance(run) < 0.5;
const meanIsOff = ({ end }: Measured) => Math.abs(inSigma(end.mean));

/** Probability that the data have below so many standard deviations from their mean. */
const massBelow = (sigmas: number) => target.cdf(target.mean + sigmas * target.sd);

export default source(about, arms, figures, ({ claim }) => {
  claim("approaches-the-data", {
    quote: "The generative distribution approaches the data generating distribution.",
    at: "text before the last cell",
    hypothesis: "After 3,000 rounds the Wasserstein-1 distance to the data is below ½ σ.",
    for: "notebook",
    holds: approaches,
    atLeast: 0.75,
    control: { what: "the generator is never updated", for: "frozen generator" },
    finding: ({ seeds, median, where }) => {
      const near = where("notebook", approaches);
      const far = where("notebook", (run) => !approaches(run));
      const whyFar =
        far.seeds > 0
          ? ` Runs that end farther away: ${far.seeds}, of them collapsed to a point: ${far.dead("notebook")}. Such a run's mean is ` +
            `off by ${far.median("notebook", meanIsOff)} σ in the median, that of the nearer ones by ` +
            `${near.median("notebook", meanIsOff)} σ.`
          : "";
      return (
        `Of ${seeds} runs ${near.seeds} end below ${setting("½ σ")}; the median distance is ` +
        `${median("notebook", distance)} σ.${whyFar}`
      );
    },
    expected: { quick: "inconclusive", full: "inconclusive" },
    effect: { unit: "W1 in σ", of: ({ end }) => end.wasserstein1 },
    figures: ["film", "film-strip", "wasserstein"],
  });

  claim("not-completely", {
    quote: "Note that it does not apprach completely",
    at: "text before the last cell",
    hypothesis: "After 3,000 rounds the Wasserstein-1 distance is more than twice that of 1000 real draws.",
    for: ["notebook", "1000 real draws"],
    holds: (gan, real) => gan.end.wasserstein1 > 2 * real.end.wasserstein1,
    atLeast: 0.75,
    control: {
      what: "1000 other real draws in the generator's place",
      for: ["1000 other real draws", "1000 real draws"],
    },
    expected: { quick: "inconclusive", full: "reproduced" },
    effect: { unit: "W1 ÷ W1 of 1000 real draws", of: (gan, real) => gan.end.wasserstein1 / real.end.wasserstein1 },
    figures: ["wasserstein", "quantile-quantile"],
  });

  claim("tails-are-cut-off", {
    quote: "Note that it does not apprach completely",
    at: "text before the last cell (finding)",
    hypothesis:
      "After 3,000 rounds the 1000 generated values do not span μ ± 2σ: the least is above μ − 2σ or the largest below μ + 2σ.",
    for: "notebook",
    holds: ({ end }) => end.lowest > -2 || end.highest < 2,
    atLeast: 0.75,
    control: { what: "1000 real draws", for: "1000 real draws" },
    finding: ({ median }) =>
      "This is what is missing from “completely”: in the median the generator's values go from " +
      `${median("notebook", ({ end }) => end.lowest)} σ to ${median("notebook", ({ end }) => end.highest)} σ, and ` +
      `${median("notebook", ({ end }) => 100 * (massBelow(end.lowest) + 1 - massBelow(end.highest)))} % of the data lie beyond. ` +
      "The network could go there (see sigmoids-cannot-express-it); the game does not take it there in " +
      `${setting("3,000")} rounds.`,
    expected: { quick: "inconclusive", full: "reproduced" },
    effect: { unit: "least generated value, σ from μ", of: ({ end }) => end.lowest },
    figures: ["quantile-quantile", "discriminator-end"],
  });

  claim("sigmoids-cannot-express-it", {
    quote: "probably since the inverted cumulative of a gaussian is hardly expressible as weighted sum of sigmoids.",
    at: "text before the last cell",
    hypothesis:
      "The same network, fitted by regression to the Gaussian's quantile function, still has more than ½ of the GAN's Wasserstein-1 distance.",
    for: ["regression to the quantile function", "notebook"],
    holds: (fit, gan) => fit.end.wasserstein1 > gan.end.wasserstein1 / 2,
    atLeast: 0.5,
    control: {
      what: "regression to the GAN's own generator, which sigmoids express by construction",
      for: ["regression to the GAN's own generator", "notebook"],
    },
    finding: ({ median }) =>
      "The notebook's guess is wrong. Fitted by plain regression, with as many updates as the GAN makes in all, the same network " +
      `comes within ${median("regression to the quantile function", distance)} σ of the Gaussian in the median; ` +
      `${setting(1000)} real draws come within ${median("1000 real draws", distance)} σ, the GAN within ` +
      `${median("notebook", distance)} σ. The GAN's distance is ` +
      `${median(["notebook", "regression to the quantile function"], (gan, fit) => distance(gan) / distance(fit))} times the ` +
      "regression's. What the game does not find, the sigmoids can express.",
    expected: { quick: "contradicted", full: "contradicted" },
    effect: { unit: "W1 ÷ W1 of the GAN", of: (fit, gan) => fit.end.wasserstein1 / gan.end.wasserstein1 },
    figures: ["regression-against-gan"],
  });

  claim("looks-like-real-data", {
    quote:
      "We have trained a GAN, i.e., a generator which samples data which looks like the one from the real data distribution",
    at: "conclusion",
    hypothesis: "After 3,000 rounds the Kolmogorov–Smirnov statistic is below 0.1.",
    for: "notebook",
    holds: ({ end }) => end.kolmogorovSmirnov < 0.1,
    atLeast: 0.5,
    control: { what: "the generator at initialisation", for: "untrained" },
    finding: ({ seeds, count, median }) =>
      `The statistic is ${median("notebook", ({ end }) => end.kolmogorovSmirnov)} in the median; it is below ${setting(0.1)} on ` +
      `${count("notebook", ({ end }) => end.kolmogorovSmirnov < 0.1)} of ${seeds} seeds. The cut lower tail alone accounts for ` +
      `${median("notebook", ({ end }) => massBelow(end.lowest))} in the median: so much of the data lies below the least ` +
      "generated value.",
    expected: { quick: "contradicted", full: "contradicted" },
    effect: { unit: "KS statistic", of: ({ end }) => end.kolmogorovSmirnov },
    figures: ["wasserstein", "quantile-quantile"],
  });

  claim("discriminator-ends-undecided", {
    quote:
      "The discriminator tries to predict whether a given example is from the real data or from the generator. The generator, however, tries to fool the discriminator.",
    at: "introduction; implied by the game",
    hypothesis: "After 3,000 rounds |D − ½| is below 0.1 everywhere on μ ± 2σ.",
    for: "notebook",
    holds: ({ end }) => end.discriminatorGap < 0.1,
    atLeast: 0.5,
    control: { what: "the discriminator is trained alone", for: "frozen generator" },
    finding: ({ seeds, count, median }) =>
      "The discriminator is undecided only where there are samples to be undecided about. The generator has none at " +
      `${setting("μ − 2σ")} on ${count("notebook", ({ end }) => end.lowest > -2)} of ${seeds} seeds, so that D can be certain ` +
      `there. The largest |D − ½| is ${median("notebook", ({ end }) => end.discriminatorGap)} in the median; the figure shows D ` +
      "over the whole range.",
    expected: { quick: "contradicted", full: "contradicted" },
    effect: { unit: "largest |D − ½| on μ ± 2σ", of: ({ end }) => end.discriminatorGap },
    figures: ["discriminator-end"],
  });

  claim("ten-discriminator-steps", {
    quote: tenSteps,
    at: "last cell",
    hypothesis:
      "Ten discriminator updates a round end with a smaller Wasserstein-1 distance than one, after as many generator updates.",
    for: ["notebook", "one discriminator step"],
    holds: closer,
    atLeast: 0.5,
    control: { what: "ten against ten", for: ["notebook", "notebook"] },
    finding: ({ seeds, dead, median }) =>
      `With one discriminator step all samples have collapsed to a point on ${dead("one discriminator step")} of ${seeds} seeds, ` +
      `and with ten on ${dead("notebook")}. Longer training with one step (next claim) leaves ${dead("one step at equal cost")} ` +
      `collapsed. The median distance is ${median("one discriminator step", distance)} σ with one step, ` +
      `${median("one step at equal cost", distance)} σ with one step for longer, and ${median("notebook", distance)} σ with ten. ` +
      "So what counts is the ratio of the updates, not their number.",
    expected: { quick: "reproduced", full: "reproduced" },
    effect: gain,
    figures: ["schedule"],
  });

  claim("ten-discriminator-steps-at-equal-cost", {
    quote: tenSteps,
    at: "last cell, counted fairly",
    hypothesis:
      "Ten discriminator updates a round end with a smaller Wasserstein-1 distance than one, after as many updates of both players together.",
    for: ["notebook", "one step at equal cost"],
    holds: closer,
    atLeast: 0.5,
    control: { what: "ten against ten", for: ["notebook", "notebook"] },
    expected: { quick: "reproduced", full: "reproduced" },
    effect: gain,
    figures: ["schedule"],
  });

  claim("generator-is-monotone", {
    quote: "tmp[1:-1] = abs(np.diff(self.x)/np.diff(generative_distribution))",
    at: "InteractivePlot.update, which plots |dz/dx| as the generated density",
    hypothesis:
      "After 3,000 rounds G is monotone on the notebook's grid of 500 latents, so that |dz/dx| is its density.",
    for: "notebook",
    holds: ({ end }) => end.monotone === 1,
    atLeast: 0.75,
    control: { what: "a tanh network with random weights", for: "random tanh network" },
    expected: { quick: "inconclusive", full: "reproduced" },
    figures: ["film", "regression-against-gan"],
  });

  claim("non-saturating-gradients", {
    title: "Non-saturating gradients",
    quote: "self._generator_loss = - tf.reduce_mean(tf.log(self.classified_samples))",
    at: "GenerativeAdversarialNet.__init__",
    hypothesis:
      "At round 500 the generator's gradient under the non-saturating loss is longer than under the saturating loss, at the same state.",
    for: "notebook",
    holds: (trial) => trial.at("gradientRatio", 500) > 1,
    atLeast: 0.5,
    control: {
      what: "the ratio of a loss to itself",
      holds: (trial) => trial.at("gradientRatio", 500) / trial.at("gradientRatio", 500) > 1,
    },
    expected: { quick: "reproduced", full: "reproduced" },
    effect: { unit: "non-saturating ÷ saturating, round 500", of: (trial) => trial.at("gradientRatio", 500) },
    figures: ["gradient-ratio"],
  });
});
