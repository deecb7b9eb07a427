/** The training loop with other step sizes, or with fakes that are not computed again. */
import type { Measured } from "../../../src/language/claim.ts";
import { setting } from "../../../src/language/finding.ts";
import { at, quotes } from "../about.ts";
import { bhattacharyya, type Deck, distance, ln2, overlap, toldAtEnd } from "./measures.ts";

const flatness = ({ end }: Measured) => end.eigenvalueRatio;
const spread = ({ end }: Measured) => end.sd;

export const claimsOnAChangedLoop = ({ claim }: Deck): void => {
  claim("plot-beats-loss", {
    quote: quotes.losses,
    at: at.training,
    hypothesis:
      "With both step sizes at 0.05 the discriminator's loss ends within 0.01 of ln 2, as at equilibrium, while the Bhattacharyya coefficient is below 0.9.",
    for: "D 0.05, G 0.05",
    holds: (run) => toldAtEnd(run) < 0.01 && bhattacharyya(run) < 0.9,
    judgesDead: true,
    atLeast: 0.5,
    control: { what: "the deck's step sizes", for: "deck" },
    finding: ({ median }) =>
      `The loss is within ${median("D 0.05, G 0.05", toldAtEnd)} of ${ln2} in the median, the deck's own within ` +
      `${median("deck", toldAtEnd)}; the clouds have a coefficient of ${median("D 0.05, G 0.05", bhattacharyya)}, the deck's of ` +
      `${median("deck", bhattacharyya)}. By their losses both look finished; it is the plot that tells them apart.`,
    expected: { quick: "reproduced", full: "reproduced" },
    effect: overlap,
    figures: ["loss-against-overlap", "clouds"],
  });

  claim("collapse-is-visible", {
    quote: quotes.collapse,
    at: at.end,
    hypothesis:
      "With the step sizes exchanged (D 0.005, G 0.05) the generated cloud collapses: its covariance's smallest eigenvalue ends below a tenth of the target's.",
    for: "D 0.005, G 0.05",
    holds: ({ end }) => end.eigenvalueRatio < 0.1,
    judgesDead: true,
    atLeast: 0.75,
    control: { what: "the deck's step sizes", for: "deck" },
    finding: ({ median, dead }) =>
      "It takes a generator that is fast against its discriminator. The median ratio of the smallest eigenvalues is " +
      `${median("deck", flatness)} with the deck's step sizes, ${median("D 0.005, G 0.005", flatness)} with ${setting(0.005)} for ` +
      `both, ${median("D 0.05, G 0.05", flatness)} with ${setting(0.05)} for both, and ${median("D 0.005, G 0.05", flatness)} with ` +
      "the two exchanged. The cloud becomes a line rather than a “small region”: its standard deviation is " +
      `${median("D 0.005, G 0.05", spread)} in the median, the deck's ${median("deck", spread)}; runs ` +
      `that count as dead: ${dead("D 0.005, G 0.05")}.`,
    expected: { quick: "inconclusive", full: "reproduced" },
    effect: { unit: "smallest eigenvalue ÷ target's", of: flatness },
    figures: ["clouds"],
  });

  claim("recompute-fakes", {
    quote: quotes.recompute,
    at: `${at.generator}, comment`,
    hypothesis:
      "The Wasserstein-2 distance ends smaller when fake_Y is computed again with the updated discriminator than when G's loss uses the discriminator from before.",
    for: ["deck", "stale fakes"],
    holds: (recomputed, stale) => distance(recomputed) < distance(stale),
    effect: {
      unit: "W2, difference",
      of: (recomputed, stale) => distance(recomputed) - distance(stale),
    },
    atLeast: 0.5,
    control: { what: "computed again in both", for: ["deck", "deck"] },
    finding: ({ seeds, count, median, quantile }) => {
      const both = ["deck", "stale fakes"] as const;
      const difference = (recomputed: Measured, stale: Measured) => distance(recomputed) - distance(stale);
      return (
        `Of ${seeds} seeds computed again ends nearer on ` +
        `${count(both, (recomputed, stale) => difference(recomputed, stale) < 0)}; the median difference is ` +
        `${median(both, difference)}, and half of the differences lie between ${quantile(both, 0.25, difference)} and ` +
        `${quantile(both, 0.75, difference)}. “Needed” is right in another sense: in update_D the fakes are detached, so through ` +
        "that fake_Y no gradient could reach G."
      );
    },
    expected: { quick: "inconclusive", full: "inconclusive" },
    figures: ["arms"],
  });
};
