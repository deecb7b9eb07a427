/** How many discriminator steps a round takes. */
import { closer, difference, type Post, type Told, w1 } from "./measures.ts";

const quotes = {
  one: "here k=1 because the distribution is not complex",
  complex: "we will need to increase k (~5) in order to learn the true distribution",
};

export const claimsOnSteps = ({ claim }: Post): void => {
  claim("one-step-is-enough", {
    quote: quotes.one,
    at: "after the listing",
    hypothesis: "With one discriminator step a round the Wasserstein-1 distance ends below 0.3 σ.",
    for: "post",
    holds: (trial) => w1(trial) < 0.3,
    atLeast: 0.75,
    control: { what: "no discriminator step (k = 0)", for: "k = 0" },
    expected: { quick: "inconclusive", full: "inconclusive" },
    effect: { unit: "W1 in σ", of: w1 },
    figures: ["steps"],
  });

  claim("more-steps-do-not-help", {
    quote: quotes.one,
    at: "after the listing",
    hypothesis: "One discriminator step a round ends with a smaller Wasserstein-1 distance than five.",
    for: ["post", "k = 5"],
    holds: closer,
    atLeast: 0.5,
    control: { what: "one step against one", for: ["post", "post"] },
    finding: ({ seeds, count, median }) =>
      `Five steps end closer on ${count(["k = 5", "post"], closer)} of ${seeds} seeds, at ${median("k = 5", w1)} σ in the median ` +
      `against ${median("post", w1)} σ, and at three times the number of updates.`,
    expected: { quick: "inconclusive", full: "contradicted" },
    effect: difference,
    figures: ["steps"],
  });

  for (const [name, five, counted, atQuick, atFull, finding] of [
    ["complex-needs-more-steps", "two peaks, k = 5", "after as many rounds", "reproduced", "reproduced", undefined],
    [
      "complex-needs-more-steps-at-equal-cost",
      "two peaks, k = 5 at equal cost",
      "after as many updates of both players together",
      "inconclusive",
      "inconclusive",
      ({ seeds, count }: Told) =>
        `Five steps end closer on ${count(["two peaks, k = 5", "two peaks, k = 1"], closer)} of ${seeds} seeds after as many rounds, ` +
        `which are three times as many updates, and on ${count(["two peaks, k = 5 at equal cost", "two peaks, k = 1"], closer)} at ` +
        "equal cost.",
    ],
  ] as const) {
    claim(name, {
      quote: quotes.complex,
      at: name.endsWith("cost") ? "after the listing, counted fairly" : "after the listing",
      hypothesis: `On ½N(−1.5, 0.5²) + ½N(1.5, 0.5²) five discriminator steps a round end with a smaller Wasserstein-1 distance than one, ${counted}.`,
      for: [five, "two peaks, k = 1"],
      holds: closer,
      atLeast: 0.5,
      control: { what: "one step against one", for: ["two peaks, k = 1", "two peaks, k = 1"] },
      expected: { quick: atQuick, full: atFull },
      finding,
      effect: difference,
      figures: ["steps", "film-two-peaks"],
    });
  }
};
