/** Sorting, stratifying and scaling, which are to make the mapping from latents to data easier. */
import type { Measured } from "../../../src/language/claim.ts";
import { setting } from "../../../src/language/finding.ts";
import { sortingChangesTheGradient } from "../theory.ts";
import { closer, difference, type Post } from "./measures.ts";

const isMonotone = ({ end }: Measured) => end.monotone === 1;
const hasFolds = (trial: Measured) => !isMonotone(trial);

const quotes = {
  sort: "is made easier when we also sort our X and z",
  stratify: "z is not completely random, but we do stratified sampling",
  scale:
    "This learning (mapping) of z to high probability X is easier when we scale the outputs from G to the range of X",
  adjacent: "since now adjacent points will directly map to adjacent points in X",
};

export const claimsOnTheMapping = ({ claim, exact }: Post): void => {
  exact("sorting-helps", {
    quote: quotes.sort,
    at: "before the listing",
    hypothesis: "Sorting x and z changes the gradient of either player's mean loss, as it must to help.",
    check: () => sortingChangesTheGradient(),
    control: {
      what: "sorting what is sorted already",
      check: () => sortingChangesTheGradient({ alreadySorted: true }),
    },
    finding: ({ seeds, count }) =>
      "The loss is a mean over the batch and no layer looks at a sample's neighbours, so the order of the samples is nowhere to be seen: " +
      "sorting changes the last bits of a sum and nothing else. “Adjacent points” are never paired; the networks see x and z in " +
      `separate sums. With sorted batches (arm of that name) ${count(["sorted batches", "post"], closer)} of ${seeds} runs end closer ` +
      `than the post's and ${count(["post", "sorted batches"], closer)} farther: what the game makes of other last bits.`,
    expected: { quick: "contradicted", full: "contradicted" },
  });

  claim("stratifying-helps", {
    quote: quotes.stratify,
    at: "before the listing",
    hypothesis:
      "Stratified latents end with a smaller Wasserstein-1 distance than independent ones, uniform on [−3, 3).",
    for: ["post", "independent latents"],
    holds: closer,
    atLeast: 0.5,
    control: { what: "stratified against stratified", for: ["post", "post"] },
    expected: { quick: "inconclusive", full: "reproduced" },
    effect: difference,
    figures: ["forest"],
  });

  claim("scaling-helps", {
    quote: quotes.scale,
    at: "before the listing",
    hypothesis: "The generator's output times 5 ends with a smaller Wasserstein-1 distance than unscaled.",
    for: ["post", "scale 1"],
    holds: closer,
    atLeast: 0.5,
    control: { what: "times 5 against times 5", for: ["post", "post"] },
    expected: { quick: "reproduced", full: "reproduced" },
    effect: difference,
    figures: ["forest"],
  });

  claim("unscaled-cannot-cover", {
    quote: quotes.scale,
    at: "before the listing",
    hypothesis: "Unscaled, G's standard deviation ends below 0.8; times 5, at 0.8 or more.",
    for: ["scale 1", "post"],
    holds: (unscaled, scaled) => unscaled.end.sd < 0.8 && scaled.end.sd >= 0.8,
    atLeast: 0.75,
    control: { what: "times 5 against times 5", for: ["post", "post"] },
    expected: { quick: "reproduced", full: "reproduced" },
    effect: { unit: "standard deviation, unscaled − times 5", of: (a, b) => a.end.sd - b.end.sd },
  });

  claim("neighbours-map-to-neighbours", {
    quote: quotes.adjacent,
    at: "comment in the listing",
    hypothesis: "After 10,000 rounds G is monotone on a grid of 500 latents.",
    for: "post",
    holds: isMonotone,
    atLeast: 0.5,
    control: { what: "a tanh network with random weights of standard deviation 3", for: "random tanh network" },
    finding: ({ seeds, count }) =>
      `Weights from ${setting("N(0, 1)")} can make tanh layers turn back: the generator starts with folds on ` +
      `${count("untrained", hasFolds)} of ${seeds} seeds, and ends with folds on ${count("post", hasFolds)}. No term of the loss asks ` +
      "which latent makes which sample, so the game has no reason to undo them. From smaller weights, " +
      `${setting("N(0, 0.3²)")} (arm “small initial weights”), it starts with folds on ` +
      `${count("small initial weights, untrained", hasFolds)} and ends with folds on ${count("small initial weights", hasFolds)}.`,
    expected: { quick: "contradicted", full: "contradicted" },
    figures: ["results", "folds"],
  });
};
