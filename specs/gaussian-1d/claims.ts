/** What is claimed: the notebook's sentences, each with the predicate that decides it. */
import type { Measured } from "../../src/language/claim.ts";
import { source } from "../../src/study/source.ts";
import { about } from "./about.ts";
import { arms } from "./arms.ts";
import { figures } from "./figures/index.ts";

/** Wasserstein-1 of a first arm below that of a second. */
const closer = (a: Measured, b: Measured) => a.end.wasserstein1 < b.end.wasserstein1;
const gain = { unit: "W1 in σ, difference", of: (a: Measured, b: Measured) => a.end.wasserstein1 - b.end.wasserstein1 };
const tenSteps = "for _ in range(10): session.run(model.discriminator_train_op)";

export default source(about, arms, figures, ({ claim }) => {
  claim("approaches-the-data", {
    quote: "The generative distribution approaches the data generating distribution.",
    at: "text before the last cell",
    hypothesis: "After 3,000 rounds the Wasserstein-1 distance to the data is below ½ σ.",
    for: "notebook",
    holds: ({ end }) => end.wasserstein1 < 0.5,
    atLeast: 0.75,
    control: { what: "the generator is never updated", for: "frozen generator" },
    finding:
      "Most runs do approach, and end at about ¼ σ. Of the 64 seeds of the full run 12 stay above ½ σ: two collapse to a point " +
      "and ten lose one tail or stretch the other. That is too many to call ¾ reliable, and too few to refute it.",
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
    finding:
      "This is what is missing from “completely”: the generator stops at about −1.6 σ and +1.9 σ, and 8 % of the data lie beyond. " +
      "The network could go there (see sigmoids-cannot-express-it); the game does not take it there in 3,000 rounds.",
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
    finding:
      "The notebook's guess is wrong. Fitted by plain regression, with as many updates as the GAN makes in all, the same network " +
      "comes within about 0.03 σ of the Gaussian, as close as 1000 real draws do, and seven times closer than the GAN. The sigmoids can " +
      "express it; it is the game that does not find it.",
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
    finding:
      "The statistic is about 0.12 in the median: close to the bound, and on the wrong side of it. The cut tails alone put about " +
      "0.05 of probability at the lower end where it does not belong.",
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
    finding:
      "The discriminator is undecided only where there are samples to be undecided about. At μ − 2σ the generator has none, so D is " +
      "certain there, and the supremum over μ ± 2σ is ½. In the middle it is far smaller: the figure shows D over the whole range.",
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
    finding:
      "With one discriminator step the generator does not merely end farther away: on almost every seed all its samples collapse " +
      "to one point. Longer training does not mend it (next claim), so what counts is the ratio of the updates, not their number.",
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
