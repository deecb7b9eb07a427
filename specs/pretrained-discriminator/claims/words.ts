/** What the post says its discriminator is. */
import { algebra, setting } from "../../../src/language/finding.ts";
import { answersAreProbabilities } from "../listing.ts";
import type { Post } from "./measures.ts";

const quotes = { always: "always gives us the probability that a given sample is from training data X" };

export const claimsOnWords = ({ exact }: Post): void => {
  exact("always-gives-a-probability", {
    says: "states",
    quote: quotes.always,
    at: "Architecture",
    hypothesis:
      "The discriminator's own output, which pretraining plots and fits, lies between 0 and 1 on μ ± 3σ from every one of the first 64 seeds.",
    check: () => answersAreProbabilities("tanh"),
    controls: {
      negative: { what: "a linear output in the place of tanh", check: () => answersAreProbabilities("linear") },
      positive: {
        what: "the same output clamped to [0.01, 0.99], as the game sees it",
        check: () => answersAreProbabilities("clamped"),
      },
    },
    finding:
      `D ends in tanh, whose values lie between ${algebra("−1 and 1")}. The clamp makes numbers between ${setting("0 and 1")} of them for the game, and takes the gradient ` +
      "away wherever it acts.",
  });
};
