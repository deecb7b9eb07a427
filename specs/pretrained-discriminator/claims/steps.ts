/** How many discriminator steps a round takes. */
import { closer, drawsAreCloser, ends, type Post, samplesAlike, type Told, w1 } from "./measures.ts";

const quotes = {
  one: "k=1 because the distribution is not complex",
  complex: "we will need to increase k (~5) in order to learn the true distribution",
  overfitting: "This is to prevent overfitting",
};

const twoPeaks = "½N(−1.5, 0.5²) + ½N(1.5, 0.5²)";

export const claimsOnSteps = ({ claim, comparison, untested }: Post): void => {
  claim("one-step-is-enough", {
    says: "implies",
    quote: quotes.one,
    at: "after the listing",
    hypothesis:
      "With one discriminator step a round the Wasserstein-1 distance ends below 0.3 σ; a dead run counts as a failure.",
    for: "post",
    threshold: { unit: "W1 in σ", of: w1, below: 0.3 },
    atLeast: 0.75,
    controls: {
      negative: { what: "no discriminator step (k = 0)", for: "k = 0" },
      positive: samplesAlike.positive,
    },
    figures: ["steps"],
  });

  comparison("more-steps-do-not-help", {
    says: "ours",
    quote: quotes.one,
    at: "after the listing",
    hypothesis: "One discriminator step a round ends with a smaller Wasserstein-1 distance than five.",
    for: ["post", "k = 5"],
    ...ends,
    controls: drawsAreCloser,
    finding: ({ seeds, count, median }) =>
      `Five steps end closer on ${count(["k = 5", "post"], closer)} of ${seeds} seeds, at ${median("k = 5", w1)} σ in the median ` +
      `against ${median("post", w1)} σ, and at three times the number of updates.`,
    figures: ["steps"],
  });

  comparison("complex-needs-more-steps", {
    says: "implies",
    quote: quotes.complex,
    at: "after the listing; the complex distribution is ours",
    hypothesis: `On ${twoPeaks} five discriminator steps a round end with a smaller Wasserstein-1 distance than one, after as many rounds.`,
    for: ["two peaks, k = 5", "two peaks, k = 1"],
    ...ends,
    controls: drawsAreCloser,
    figures: ["steps", "film-two-peaks"],
  });

  comparison("complex-needs-more-steps-at-equal-cost", {
    says: "ours",
    quote: quotes.complex,
    at: "after the listing, counted fairly",
    hypothesis: `On ${twoPeaks} five discriminator steps a round end with a smaller Wasserstein-1 distance than one, after as many updates of both players together.`,
    for: ["two peaks, k = 5 at equal cost", "two peaks, k = 1"],
    ...ends,
    controls: drawsAreCloser,
    finding: ({ seeds, count }: Told) =>
      `Five steps end closer on ${count(["two peaks, k = 5", "two peaks, k = 1"], closer)} of ${seeds} seeds after as many rounds, ` +
      `which are three times as many updates, and on ${count(["two peaks, k = 5 at equal cost", "two peaks, k = 1"], closer)} at ` +
      "equal cost.",
    figures: ["steps", "film-two-peaks"],
  });

  untested("one-step-prevents-overfitting", {
    says: "states",
    quote: quotes.overfitting,
    at: "after the listing",
    hypothesis: "One step of G for every k of D prevents overfitting.",
    why:
      "Every batch is drawn afresh from the distribution itself, so that there is no training set to fit too closely; the post does not say " +
      "which player would overfit, to what, or how that would show.",
  });
};
