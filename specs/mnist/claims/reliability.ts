/** Which of the slides' GANs is the most reliable and consistent: spreads of what seeds end with. */
import type { Measured } from "../../../src/language/claim.ts";
import { setting } from "../../../src/language/finding.ts";
import { standardDeviation } from "../../../src/statistics/permutation.ts";
import { early, longer } from "../arms.ts";
import { againstExtremes, onOtherSeeds, spreadsLeast, spreadsLess } from "../reliability.ts";
import { better, digits, fd, logDistance, type SlideArm, type Slides, tanh } from "./measures.ts";

const quotes = {
  reliable: "the most reliable and consistent results come from Tanh + Adam",
  contrast:
    "The best results come from adding Tanh + Adam + Dropout. But the most reliable and consistent results come from Tanh + Adam",
};

const allTen = (trial: Measured) => digits(trial) === 10;
const logEarly = (trial: Measured) => Math.log(trial.at("frechet", early.grid));

/** The most reliable, as the slides have it, then everything else that they show. */
const all = ["tanh, Adam", "vanilla", tanh, "dropout", "leaky ReLU", "sigmoid, Adam", "tanh, Adam, dropout"] as const;
const ofDropout = "tanh, Adam, dropout";
const unit = "standard deviation of ln Fréchet distance, with dropout − without";

export const claimsOnReliability = ({ statistic }: Slides): void => {
  statistic("tanh-adam-is-most-reliable", {
    title: "Tanh and Adam is most reliable",
    says: "states",
    version: 2,
    quote: quotes.reliable,
    at: "Conclusion",
    hypothesis:
      "The spread over seeds of the logarithm of the Fréchet distance is smaller with tanh and Adam than with anything else that the slides try: vanilla, dropout and leaky ReLU at a step size of 0.1, tanh at 0.02, Adam, and tanh and Adam with dropout added.",
    for: all,
    decide: spreadsLeast,
    unit: "standard deviation of ln Fréchet distance, smallest of the others − tanh and Adam's",
    controls: {
      negative: {
        what: "one arm in all places, from other seeds",
        for: [ofDropout, ofDropout, ofDropout, ofDropout, ofDropout, ofDropout, ofDropout],
        decide: onOtherSeeds(spreadsLeast),
      },
      positive: {
        what: "against runs that end e times as near and e times as far, in turns",
        decide: againstExtremes(spreadsLeast),
      },
    },
    figures: ["best-of", "forest"],
    finding: ({ seeds, values, number }) => {
      const spreads = all.map((arm) => ({ arm, spread: standardDeviation(values(arm, logDistance)) }));
      const inOrder = spreads.toSorted((a, b) => a.spread - b.spread);
      return (
        `Over ${seeds} seeds the standard deviations are, in their order: ` +
        `${inOrder.map(({ arm, spread }) => `“${arm}” ${number(spread)}`).join(", ")}. Runs that end equally far away are reliable by ` +
        "this measure wherever they end."
      );
    },
  });

  statistic("tanh-adam-is-more-reliable-than-with-dropout", {
    title: "Tanh, Adam: less reliable with dropout",
    says: "implies",
    quote: quotes.contrast,
    at: "Conclusion",
    hypothesis:
      "The spread over seeds of the logarithm of the Fréchet distance is smaller with tanh and Adam than with dropout added.",
    for: ["tanh, Adam", ofDropout],
    decide: spreadsLess,
    unit,
    controls: {
      negative: {
        what: "dropout against itself on other seeds",
        for: [ofDropout, ofDropout],
        decide: onOtherSeeds(spreadsLess),
      },
      positive: {
        what: "against runs that end e times as near and e times as far, in turns",
        decide: againstExtremes(spreadsLess),
      },
    },
    figures: ["best-of"],
    finding: ({ seeds, count, quantile, values, number }) => {
      const spread = (arm: SlideArm) => standardDeviation(values(arm, logEarly));
      const [plain, dropped] = [spread("tanh, Adam"), spread(ofDropout)];
      const [plainAtOther, droppedAtOther] = [spread("tanh, Adam 0.001"), spread("tanh, Adam 0.001, dropout")];
      const turns = plain < dropped !== plainAtOther < droppedAtOther;
      return (
        `With tanh and Adam the seeds end between ${quantile("tanh, Adam", 0, fd)} and ${quantile("tanh, Adam", 1, fd)} %, with ` +
        `dropout too between ${quantile(ofDropout, 0, fd)} and ${quantile(ofDropout, 1, fd)} %; all ten digits are covered on ` +
        `${count("tanh, Adam", allTen)} and ${count(ofDropout, allTen)} of ${seeds} seeds. At iteration ${setting("1,000")} the ` +
        `standard deviations are ${number(plain)} without dropout and ${number(dropped)} with it, at a step size of ` +
        `${setting(0.001)} ${number(plainAtOther)} and ${number(droppedAtOther)}` +
        `${turns ? ": which is smaller depends on the step size." : "."}`
      );
    },
  });

  statistic("tanh-adam-is-most-reliable@8000", {
    title: "Tanh, Adam: less reliable with dropout, after 8,000 iterations",
    says: "implies",
    version: 2,
    quote: quotes.contrast,
    at: "Conclusion",
    hypothesis:
      "After 8,000 iterations too the spread over seeds of the logarithm of the Fréchet distance is smaller with tanh and Adam than with dropout added.",
    for: [longer("tanh, Adam"), longer(ofDropout)],
    decide: spreadsLess,
    unit,
    controls: {
      negative: {
        what: "dropout against itself on other seeds",
        for: [longer(ofDropout), longer(ofDropout)],
        decide: onOtherSeeds(spreadsLess),
      },
      positive: {
        what: "against runs that end e times as near and e times as far, in turns",
        decide: againstExtremes(spreadsLess),
      },
    },
    figures: ["favourites"],
    finding: ({ seeds, count, values, number }) => {
      const spread = (arm: SlideArm) => number(standardDeviation(values(arm, logDistance)));
      return (
        `Without dropout the standard deviation is ${spread("tanh, Adam")} after ${setting("3,000")} iterations and ` +
        `${spread(longer("tanh, Adam"))} after ${setting("8,000")}, with it ${spread(ofDropout)} and ` +
        `${spread(longer(ofDropout))}. By then all ten digits are covered on ` +
        `${count(longer("tanh, Adam"), allTen)} of ${seeds} seeds without dropout and on ` +
        `${count(longer(ofDropout), allTen)} with it; without it the distance is the smaller one on ` +
        `${count([longer("tanh, Adam"), longer(ofDropout)], better)}.`
      );
    },
  });
};
