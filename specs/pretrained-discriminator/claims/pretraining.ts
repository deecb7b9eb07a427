/** What pretraining the discriminator does: before the first round, after it, and at the end. */
import type { Measured } from "../../../src/language/claim.ts";
import { setting } from "../../../src/language/finding.ts";
import { closer, difference, type Post } from "./measures.ts";

const pretrained = ["post", "not pretrained"] as const;
/** Pretraining with a step size of 0 is no pretraining: the same run twice. */
const noPretraining = {
  what: "pretraining at step size 0",
  for: ["pretrained at step size 0", "not pretrained"],
} as const;

const isCloserEarly = (a: Measured, b: Measured) => a.at("wasserstein1", 100) < b.at("wasserstein1", 100);
const densityGap = ({ end }: Measured) => end.densityGap;
const fitsTheDensity = (trial: Measured) => densityGap(trial) < 0.1;

const quotes = {
  reject: "so D can easily (at least initially) reject the samples from the generator with great confidence",
  error: "(larger error to propagate)",
  faster: "which will allow G to train faster",
  boundary: "Here is the trained D's decision boundary:",
};

export const claimsOnPretraining = ({ claim }: Post): void => {
  claim("rejects-early-samples", {
    quote: quotes.reject,
    at: "before pretraining",
    hypothesis:
      "Before the first round, the mean D(G(z)) is smaller for a pretrained discriminator than for one that is not.",
    for: pretrained,
    holds: (a, b) => a.at("probabilityOfFakes", 0) < b.at("probabilityOfFakes", 0),
    atLeast: 0.5,
    control: noPretraining,
    expected: { quick: "inconclusive", full: "reproduced" },
    effect: {
      unit: "mean D(G(z)), difference",
      of: (a, b) => a.at("probabilityOfFakes", 0) - b.at("probabilityOfFakes", 0),
    },
    figures: ["boundaries"],
  });

  claim("larger-error-to-propagate", {
    quote: quotes.error,
    at: "before pretraining",
    hypothesis: "Before the first round, the generator's gradient is longer against a pretrained discriminator.",
    for: pretrained,
    holds: (a, b) => a.at("gradientNorm", 0) > b.at("gradientNorm", 0),
    atLeast: 0.5,
    control: noPretraining,
    expected: { quick: "inconclusive", full: "reproduced" },
    effect: { unit: "norm, pretrained ÷ not", of: (a, b) => a.at("gradientNorm", 0) / b.at("gradientNorm", 0) },
    figures: ["pretraining"],
  });

  claim("trains-faster", {
    quote: quotes.faster,
    at: "before pretraining",
    hypothesis: "After 100 rounds the Wasserstein-1 distance is smaller with a pretrained discriminator.",
    for: pretrained,
    holds: isCloserEarly,
    atLeast: 0.5,
    control: noPretraining,
    expected: { quick: "inconclusive", full: "reproduced" },
    effect: {
      unit: "W1 in σ at round 100, difference",
      of: (a, b) => a.at("wasserstein1", 100) - b.at("wasserstein1", 100),
    },
    figures: ["pretraining"],
  });

  claim("ends-better", {
    quote: quotes.faster,
    at: "before pretraining; the same at the end",
    hypothesis:
      "Over the last fifth of training the Wasserstein-1 distance is smaller with a pretrained discriminator.",
    for: pretrained,
    holds: closer,
    atLeast: 0.5,
    control: noPretraining,
    finding: ({ seeds, count }) =>
      "Pretraining changes where the game starts, and none of its rules. The pretrained run is closer on " +
      `${count(pretrained, isCloserEarly)} of ${seeds} seeds after ${setting(100)} rounds (trains-faster), and on ` +
      `${count(pretrained, closer)} at the end.`,
    expected: { quick: "inconclusive", full: "inconclusive" },
    effect: difference,
    figures: ["pretraining", "forest"],
  });

  claim("fits-the-pdf", {
    title: "Fits the density",
    quote: quotes.boundary,
    at: "after pretraining, figure",
    hypothesis: "After pretraining |D − p_data| is below 0.1 everywhere on μ ± 3σ.",
    for: "pretrained only",
    holds: fitsTheDensity,
    atLeast: 0.5,
    control: { what: "an untrained discriminator", for: "untrained" },
    finding: ({ seeds, count, median }) => {
      const [short, long] = ["pretrained only", "pretrained ten times as long"] as const;
      const [fits, fitsLater] = [count(short, fitsTheDensity), count(long, fitsTheDensity)];
      const isTraining = 2 * fits < seeds && 2 * fitsLater > seeds;
      return (
        `After the post's ${setting("1,000")} steps D is within ${setting(0.1)} on ${fits} of ${seeds} seeds, with a gap of ` +
        `${median(short, densityGap)} in the median; after ${setting("10,000")} (arm “pretrained ten times as long”) on ` +
        `${fitsLater}, with ${median(long, densityGap)}.${isTraining ? " What is short is the training, not the network." : ""}`
      );
    },
    expected: { quick: "inconclusive", full: "contradicted" },
    effect: { unit: "largest |D − p_data|", of: densityGap },
    figures: ["boundaries"],
  });
};
