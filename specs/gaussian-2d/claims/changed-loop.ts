/** The training loop with other step sizes, or with passes used again. */
import type { Measured } from "../../../src/language/claim.ts";
import { setting } from "../../../src/language/finding.ts";
import { at, quotes } from "../about.ts";
import {
  answering,
  changeOfGradient,
  detached,
  hasAnotherGradient,
  hasTheSameGradient,
  needsNoGradientOfG,
} from "../theory/loop.ts";
import { isNoMatch } from "../theory/small-region.ts";
import {
  bhattacharyya,
  coefficient,
  type Deck,
  distance,
  flatness,
  ln2,
  overlapping,
  spread,
  toldAtEnd,
} from "./measures.ts";

export const claimsOnAChangedLoop = ({ claim, comparison, exact }: Deck): void => {
  claim("plot-beats-loss", {
    says: "implies",
    quote: quotes.losses,
    at: at.training,
    hypothesis:
      "With both step sizes at 0.05 the discriminator's loss ends within 0.01 of ln 2, as at equilibrium, while the Bhattacharyya coefficient is below 0.9. A dead run is judged like any other.",
    for: "D 0.05, G 0.05",
    holds: (run) => toldAtEnd(run) < 0.01 && bhattacharyya(run) < overlapping,
    judgesDead: true,
    atLeast: 0.5,
    controls: {
      negative: { what: "the deck's step sizes", for: "deck" },
      positive: {
        what: "the discriminator's step size is 0, so that its loss stays where it is",
        for: "D's step size 0",
      },
    },
    finding: ({ median }) =>
      `The loss is within ${median("D 0.05, G 0.05", toldAtEnd)} of ${ln2} in the median, the deck's own within ` +
      `${median("deck", toldAtEnd)}; the clouds have a coefficient of ${median("D 0.05, G 0.05", bhattacharyya)}, the deck's of ` +
      `${median("deck", bhattacharyya)}. By their losses both look finished; it is the plot that tells them apart.`,
    effect: coefficient,
    figures: ["loss-against-overlap", "clouds"],
  });

  exact("small-region-is-no-match", {
    says: "states",
    quote: quotes.collapse,
    at: at.end,
    hypothesis:
      "No normal cloud with a tenth of the data's spread, of any flatness, direction and place, has a Bhattacharyya coefficient of 0.9 with them.",
    check: () => isNoMatch(0.1),
    controls: { negative: { what: "clouds with as much spread as the data", check: () => isNoMatch(1) } },
    figures: ["clouds"],
  });

  claim("collapse-is-visible", {
    says: "ours",
    quote: quotes.collapse,
    at: at.end,
    hypothesis:
      "With the step sizes exchanged (D 0.005, G 0.05) the generated cloud collapses to a small region: its root mean square distance from its mean ends below a tenth of the data's. A dead run counts as collapsed.",
    version: 2,
    for: "D 0.005, G 0.05",
    threshold: { unit: "spread ÷ data's", of: spread, below: 0.1 },
    judgesDead: true,
    atLeast: 0.75,
    controls: {
      negative: { what: "the deck's step sizes", for: "deck" },
      positive: { what: "the generator at initialisation, which is all but a point", for: "untrained" },
    },
    finding: ({ median, dead }) =>
      "The deck names the failure and not what leads to it. The covariance's smallest eigenvalue ends at " +
      `${median("D 0.005, G 0.05", flatness)} of the target's in the median (next claim), but the spread of the whole cloud at ` +
      `${median("D 0.005, G 0.05", spread)} of the data's, the deck's ` +
      `at ${median("deck", spread)}. Runs that count as dead: ${dead("D 0.005, G 0.05")}.`,
    figures: ["clouds"],
  });

  claim("collapses-in-a-direction", {
    says: "ours",
    at: `${at.end}, with other step sizes`,
    hypothesis:
      "With the step sizes exchanged (D 0.005, G 0.05) the covariance's smallest eigenvalue ends below a tenth of the target's. A dead run counts as collapsed.",
    for: "D 0.005, G 0.05",
    threshold: { unit: "smallest eigenvalue ÷ target's", of: flatness, below: 0.1 },
    judgesDead: true,
    atLeast: 0.75,
    controls: {
      negative: { what: "the deck's step sizes", for: "deck" },
      positive: { what: "the generator at initialisation, which is all but a point", for: "untrained" },
    },
    finding: ({ median }) =>
      "The median ratio of the smallest eigenvalues is " +
      `${median("deck", flatness)} with the deck's step sizes, ${median("D 0.005, G 0.005", flatness)} with ${setting(0.005)} for ` +
      `both, ${median("D 0.05, G 0.05", flatness)} with ${setting(0.05)} for both, and ${median("D 0.005, G 0.05", flatness)} with ` +
      `the two exchanged; the Bhattacharyya coefficient ends at ${median("D 0.005, G 0.05", bhattacharyya)} then.`,
    figures: ["clouds"],
  });

  exact("detached-fakes-suffice", {
    says: "states",
    quote: quotes.detach,
    at: `${at.discriminator}, comment`,
    hypothesis: "The gradient of D's loss with the fakes detached is that of the whole loss.",
    check: () => needsNoGradientOfG(detached),
    controls: {
      negative: { what: "fakes that answer to D's weights", check: () => needsNoGradientOfG(answering) },
    },
  });

  exact("fakes-can-be-reused", {
    title: "The fakes can be used again",
    says: "states",
    quote: quotes.reuse,
    at: `${at.generator}, comment`,
    hypothesis: "G has the same gradient with the fake_X of update_D as with fakes that are generated again after it.",
    check: () => hasTheSameGradient("fake_X"),
    controls: { negative: { what: "fake_Y used again as well", check: () => hasTheSameGradient("fake_Y") } },
  });

  exact("stale-answers-change-the-gradient", {
    says: "states",
    quote: quotes.recompute,
    at: `${at.generator}, comment`,
    hypothesis:
      "After one update of D, G's gradient through the fake_Y of before differs from that through D as it is by more than a hundredth of its length.",
    check: () => hasAnotherGradient("fake_Y"),
    controls: { negative: { what: "only fake_X used again", check: () => hasAnotherGradient("fake_X") } },
    finding: ({ computed }) =>
      `It differs by ${computed(() => changeOfGradient("fake_Y"))} of its length at one state of the networks and with one plain ` +
      "gradient step of D. In update_D the fakes are detached, so that through that fake_Y no gradient could reach G at all. Whether " +
      "training suffers is the next claim.",
  });

  comparison("recompute-fakes", {
    says: "implies",
    quote: quotes.recompute,
    at: `${at.generator}, comment`,
    hypothesis:
      "The Wasserstein-2 distance usually ends smaller when fake_Y is computed again with the updated discriminator than when G's loss uses the discriminator from before.",
    for: ["deck", "stale fakes"],
    value: { unit: "W2", of: distance },
    better: "smaller",
    controls: {
      positive: { what: "a trained generator against one that is never updated", for: ["stale fakes", "no G updates"] },
    },
    finding: ({ seeds, count, median, quantile }) => {
      const both = ["deck", "stale fakes"] as const;
      const difference = (recomputed: Measured, stale: Measured) => distance(recomputed) - distance(stale);
      return (
        `Of ${seeds} seeds computed again ends nearer on ` +
        `${count(both, (recomputed, stale) => difference(recomputed, stale) < 0)}; the median difference is ` +
        `${median(both, difference)}, and half of the differences lie between ${quantile(both, 0.25, difference)} and ` +
        `${quantile(both, 0.75, difference)}.`
      );
    },
    figures: ["arms"],
  });
};
