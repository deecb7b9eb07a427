/** What pretraining the discriminator does: before the first round, after it, and at the end. */
import type { Measured } from "../../../src/language/claim.ts";
import { setting } from "../../../src/language/finding.ts";
import { closer, drawsAreCloser, ends, type Post } from "./measures.ts";

const pretrained = ["post", "not pretrained"] as const;
/** The same two before the first round. */
const atTheStart = ["pretrained only", "untrained"] as const;

const w1Early = (trial: Measured) => trial.at("wasserstein1", 100);
const isCloserEarly = (a: Measured, b: Measured) => w1Early(a) < w1Early(b);
const densityGap = ({ end }: Measured) => end.densityGap;
const fitsTheDensity = (trial: Measured) => densityGap(trial) < 0.1;
const answerToFakes = ({ end }: Measured) => end.probabilityOfFakes;
const answerToReal = ({ end }: Measured) => end.probabilityOfReal;
const tellsApartBy = (trial: Measured) => answerToReal(trial) - answerToFakes(trial);
const gradientNorm = ({ end }: Measured) => end.gradientNorm;

const quotes = {
  different: "Right now these two plots are very different because we have not done any training yet",
  reject: "can easily (at least initially) reject the samples from the generator with great confidence",
  error: "(larger error to propagate)",
  faster: "to train faster",
  knows: "so that it knows what the true distribution looks like",
};

export const claimsOnPretraining = ({ claim, comparison }: Post): void => {
  claim("untrained-is-very-different", {
    says: "states",
    quote: quotes.different,
    at: "before pretraining",
    hypothesis:
      "Before any training |D − p_data| exceeds 0.4, the height of the density itself, somewhere on μ ± 3σ: a D that knows nothing but that " +
      "densities are small is nearer.",
    for: "untrained",
    threshold: { unit: "largest |D − p_data|", of: densityGap, above: 0.4 },
    atLeast: 0.75,
    controls: {
      negative: { what: "the discriminator after long pretraining", for: "pretrained ten times as long" },
      positive: { what: "a discriminator that says ½ everywhere", for: "D clamped at ½" },
    },
    figures: ["boundaries"],
  });

  claim("fits-the-pdf", {
    title: "Fits the density",
    says: "states",
    quote: quotes.knows,
    at: "pretraining, and its figure",
    hypothesis: "After pretraining |D − p_data| is below 0.1 everywhere on μ ± 3σ.",
    for: "pretrained only",
    threshold: { unit: "largest |D − p_data|", of: densityGap, below: 0.1 },
    atLeast: 0.5,
    controls: {
      negative: { what: "an untrained discriminator", for: "untrained" },
      positive: { what: "ten times as many steps of pretraining", for: "pretrained ten times as long" },
    },
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
    figures: ["boundaries"],
  });

  claim("rejects-early-samples", {
    version: 2,
    says: "states",
    quote: quotes.reject,
    at: "before pretraining",
    hypothesis: "Before the first round the mean D(G(z)) of a pretrained discriminator is below 0.1.",
    for: "pretrained only",
    threshold: { unit: "mean D(G(z)) at round 0", of: answerToFakes, below: 0.1 },
    atLeast: 0.5,
    controls: {
      negative: { what: "a discriminator that says ½ everywhere", for: "D clamped at ½" },
      positive: { what: "long pretraining, and samples at 3σ, where the density is near 0", for: "samples at 3σ" },
    },
    finding: ({ seeds, count, median }) => {
      const [after, before] = atTheStart;
      const falls = count(atTheStart, (a, b) => answerToFakes(a) < answerToFakes(b));
      const fallsForReal = count(atTheStart, (a, b) => answerToReal(a) < answerToReal(b));
      return (
        `Pretrained, D answers fakes with ${median(after, answerToFakes)} in the median and the data with ` +
        `${median(after, answerToReal)}; untrained, with ${median(before, answerToFakes)} and ${median(before, answerToReal)}. The ` +
        `answer to fakes falls by pretraining on ${falls} of ${seeds} seeds, and that to the data on ${fallsForReal}: D learns heights of a ` +
        "density, which are small everywhere, not a probability of being real."
      );
    },
    figures: ["boundaries"],
  });

  comparison("tells-apart-early", {
    says: "ours",
    quote: quotes.reject,
    at: "before pretraining; against the answer to the data",
    hypothesis:
      "Before the first round a pretrained discriminator answers the data higher than fakes by more than one that is not: mean D(x) − mean D(G(z)).",
    for: atTheStart,
    value: { unit: "mean D(x) − mean D(G(z)) at round 0", of: tellsApartBy },
    better: "larger",
    controls: {
      positive: {
        what: "samples at 3σ after long pretraining against a discriminator that says ½ everywhere",
        for: ["samples at 3σ", "D clamped at ½"],
      },
    },
    figures: ["boundaries"],
  });

  comparison("larger-error-to-propagate", {
    version: 2,
    says: "states",
    quote: quotes.error,
    at: "before pretraining",
    hypothesis: "Before the first round, the generator's gradient is longer against a pretrained discriminator.",
    for: atTheStart,
    value: { unit: "norm of the generator's gradient at round 0", of: gradientNorm },
    better: "larger",
    controls: {
      positive: {
        what: "a pretrained discriminator against one that is clamped at ½ and so has next to no gradient",
        for: ["pretrained only", "D clamped at ½"],
      },
    },
    figures: ["pretraining"],
  });

  comparison("trains-faster", {
    says: "states",
    quote: quotes.faster,
    at: "before pretraining",
    hypothesis: "After 100 rounds the Wasserstein-1 distance is smaller with a pretrained discriminator.",
    for: pretrained,
    value: { unit: "W1 in σ at round 100", of: w1Early },
    better: "smaller",
    controls: {
      positive: {
        what: "the game without pretraining against one whose samples start 20 σ away",
        for: ["not pretrained", "far from the data"],
      },
    },
    figures: ["pretraining"],
  });

  comparison("ends-better", {
    says: "ours",
    quote: quotes.faster,
    at: "before pretraining; the same at the end",
    hypothesis:
      "Over the last fifth of training the Wasserstein-1 distance is smaller with a pretrained discriminator.",
    for: pretrained,
    ...ends,
    controls: drawsAreCloser,
    finding: ({ seeds, count }) =>
      "Pretraining changes where the game starts, and none of its rules. The pretrained run is closer on " +
      `${count(pretrained, isCloserEarly)} of ${seeds} seeds after ${setting(100)} rounds (trains-faster), and on ` +
      `${count(pretrained, closer)} at the end.`,
    figures: ["pretraining", "forest"],
  });
};
