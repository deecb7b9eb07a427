/** Sorting, stratifying and scaling, which are to make the mapping from latents to data easier, and what that mapping is like. */
import type { Measured } from "../../../src/language/claim.ts";
import { setting } from "../../../src/language/finding.ts";
import { noiseKeepsTheOrder } from "../listing.ts";
import { sortingChangesTheGradient } from "../theory.ts";
import { closer, drawsAreCloser, ends, type Post, samplesAlike } from "./measures.ts";

const isMonotone = ({ end }: Measured) => end.monotone === 1;
const hasFolds = (trial: Measured) => !isMonotone(trial);
const largestStep = ({ end }: Measured) => end.largestStep;

const quotes = {
  middle: "to map most of the … in the middle of the distribution because that is where the probability is high",
  sort: "is made easier when we also sort our",
  stratify: "we do stratified sampling where we take values from a sorted range",
  noise: "add a little bit of random noise (not enough to disorient the order)",
  scale: "is easier when we scale the outputs from",
  adjacent: "since now adjacent points",
};

export const claimsOnTheMapping = ({ claim, comparison, exact }: Post): void => {
  claim("most-latents-map-to-the-middle", {
    says: "states",
    quote: quotes.middle,
    at: "before the listing",
    hypothesis:
      "At the end more than half of the latents are mapped to within one σ of μ, where 68 % of the data are; a dead run counts as a failure.",
    for: "post",
    threshold: { unit: "share of latents", of: ({ end }) => end.withinOneSd, above: 0.5 },
    atLeast: 0.75,
    controls: samplesAlike,
    figures: ["results"],
  });

  exact("sorting-helps", {
    says: "states",
    quote: quotes.sort,
    at: "before the listing",
    hypothesis: "Sorting x and z changes the gradient of either player's mean loss, as it must to help.",
    check: () => sortingChangesTheGradient(),
    controls: {
      negative: {
        what: "shuffling in the place of sorting",
        check: () => sortingChangesTheGradient({ by: "shuffling" }),
      },
      positive: {
        what: "a loss that weights its terms by their place",
        check: () => sortingChangesTheGradient({ loss: "weighted by place" }),
      },
    },
    finding: ({ seeds, count }) =>
      "The loss is a mean over the batch and no layer looks at a sample's neighbours, so the order of the samples is nowhere to be seen: " +
      "sorting changes the last bits of a sum and nothing else. “Adjacent points” are never paired; the networks see x and z in " +
      `separate sums. With sorted batches (arm of that name) ${count(["sorted batches", "post"], closer)} of ${seeds} runs end closer ` +
      `than the post's and ${count(["post", "sorted batches"], closer)} farther: what the game makes of other last bits.`,
  });

  comparison("stratifying-helps", {
    says: "implies",
    quote: quotes.stratify,
    at: "before the listing",
    hypothesis:
      "Stratified latents end with a smaller Wasserstein-1 distance than independent ones, uniform on [−3, 3).",
    for: ["post", "independent latents"],
    ...ends,
    controls: drawsAreCloser,
    figures: ["forest"],
  });

  exact("noise-keeps-the-order", {
    says: "states",
    quote: quotes.noise,
    at: "before the listing",
    hypothesis:
      "With the noise that the listing prints, up to 1, no two neighbours of a batch's latents change places.",
    check: () => noiseKeepsTheOrder("jitter as printed"),
    controls: {
      negative: { what: "latents drawn independently", check: () => noiseKeepsTheOrder("independent latents") },
      positive: { what: "the noise of the author's code, up to 0.01", check: () => noiseKeepsTheOrder("post") },
    },
    finding:
      `np.random.random gives numbers up to ${setting("1")}, thirty times the distance between neighbours. What the words describe is the author's own code, ` +
      `which multiplies them by ${setting("0.01")}.`,
  });

  comparison("scaling-helps", {
    says: "states",
    quote: quotes.scale,
    at: "before the listing",
    hypothesis: "The generator's output times 5 ends with a smaller Wasserstein-1 distance than unscaled.",
    for: ["post", "scale 1"],
    ...ends,
    controls: drawsAreCloser,
    figures: ["forest"],
  });

  claim("unscaled-cannot-cover", {
    says: "ours",
    quote: quotes.scale,
    at: "before the listing",
    hypothesis: "Unscaled, G's standard deviation ends below 0.8; times 5, at 0.8 or more.",
    for: ["scale 1", "post"],
    holds: (unscaled, scaled) => unscaled.end.sd < 0.8 && scaled.end.sd >= 0.8,
    atLeast: 0.75,
    controls: {
      negative: { what: "the two arms exchanged", for: ["post", "scale 1"] },
      positive: { what: "draws from N(0, ¼) and from the data", for: ["narrow draws", "real draws"] },
    },
    effect: { unit: "standard deviation, unscaled − times 5", of: (a, b) => a.end.sd - b.end.sd },
  });

  claim("neighbours-map-to-neighbours", {
    version: 2,
    says: "states",
    quote: quotes.adjacent,
    at: "comment in the listing",
    hypothesis:
      "After 10,000 rounds no two neighbours of 500 latents on a grid are mapped half a standard deviation apart or more; a " +
      "dead run counts as a failure.",
    for: "post",
    threshold: { unit: "σ, largest step", of: largestStep, below: 0.5 },
    atLeast: 0.5,
    controls: {
      negative: { what: "a tanh network with random weights of standard deviation 3", for: "random tanh network" },
      positive: { what: "a linear generator", for: "linear generator" },
    },
    figures: ["results", "folds"],
  });

  claim("map-has-no-folds", {
    says: "ours",
    quote: quotes.adjacent,
    at: "comment in the listing, read strictly: in the same order",
    hypothesis: "After 10,000 rounds G is monotone on a grid of 500 latents; a dead run counts as a failure.",
    for: "post",
    holds: isMonotone,
    atLeast: 0.5,
    controls: {
      negative: { what: "a tanh network with random weights of standard deviation 3", for: "random tanh network" },
      positive: { what: "a linear generator", for: "linear generator" },
    },
    finding: ({ seeds, count }) =>
      `Weights from ${setting("N(0, 1)")} can make tanh layers turn back: the generator starts with folds on ` +
      `${count("untrained", hasFolds)} of ${seeds} seeds, and ends with folds on ${count("post", hasFolds)}. No term of the loss asks ` +
      "which latent makes which sample, so the game has no reason to undo them. From smaller weights, " +
      `${setting("N(0, 0.3²)")} (arm “small initial weights”), it starts with folds on ` +
      `${count("small initial weights, untrained", hasFolds)} and ends with folds on ${count("small initial weights", hasFolds)}.`,
    figures: ["results", "folds"],
  });
};
