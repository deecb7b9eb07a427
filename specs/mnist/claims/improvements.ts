/** The GAN replicates; what improves it, and what is best. */
import type { Measured } from "../../../src/language/claim.ts";
import { setting } from "../../../src/language/finding.ts";
import { stream } from "../../../src/random/stream.ts";
import { liesAbove } from "../../../src/study/statistic.ts";
import { longer } from "../arms.ts";
import { logDistance, spreadGap, standardDeviation } from "../spread.ts";
import { comparisons } from "./comparisons.ts";
import { better, digits, fd, gain, type SlideArm, type Slides, sigmoid, tanh } from "./measures.ts";

const quotes = {
  replicated: "I have successfully replicated Ian Goodfellow original GAN",
  reliable: "But the most reliable and consistent results come from Tanh + Adam",
  improvement: "Best improvement",
  clamped: "Clamped min=-1.0, max = 1.0",
};

const nineOrMore = (trial: Measured) => digits(trial) >= 9;
const allTen = (trial: Measured) => digits(trial) === 10;
/** Each alone on the vanilla GAN, at its step size; tanh is the first. */
const firstSteps = ["tanh, momentum 0.1", "dropout", "leaky ReLU", "sigmoid, Adam"] as const;
const nearlyAsClose = (clamp: Measured, best: Measured) => fd(clamp) <= 1.25 * fd(best);

export const claimsOnImprovements = ({ claim, statistic }: Slides): void => {
  claim("gan-replicates", {
    title: "The GAN replicates",
    quote: quotes.replicated,
    at: "Conclusion",
    hypothesis:
      "The vanilla GAN ends with a Fréchet distance below 65 % of the test images' variance and at least nine digits.",
    for: "vanilla",
    holds: (trial) => fd(trial) < 65 && nineOrMore(trial),
    atLeast: 0.5,
    control: { what: "an untrained generator", for: "untrained" },
    effect: { unit: "Fréchet distance, % of variance", of: fd },
    figures: ["slides", "film", "distance"],
    expected: { quick: "inconclusive", full: "inconclusive" },
    finding: ({ seeds, count, quantile }) =>
      `The vanilla GAN covers from ${quantile("vanilla", 0, digits)} to ${quantile("vanilla", 1, digits)} digits at the end, ` +
      `depending on the seed, and on ${count("vanilla", (trial) => fd(trial) < 65 && nineOrMore(trial))} of ${seeds} seeds ` +
      "nine or more within the bound. With dropout in the discriminator alone it ends with nine or more on " +
      `${count("dropout", nineOrMore)}, with leaky ReLU alone on ${count("leaky ReLU", nineOrMore)}` +
      ".",
  });

  for (const pair of comparisons) {
    const { name, quote, at, ours, arm, theirs, other, expected } = pair;
    claim(name, {
      title: "title" in pair ? pair.title : undefined,
      quote,
      at,
      hypothesis: `${ours[0].toUpperCase()}${ours.slice(1)} ends with a smaller Fréchet distance than ${theirs}.`,
      for: [arm, other],
      holds: better,
      atLeast: 0.5,
      control: { what: `${theirs} against itself`, for: [other, other] },
      effect: gain,
      figures: name.endsWith("@8000") ? ["favourites"] : ["distance", "forest", "slides", "experiments", "grid"],
      expected,
      finding: "finding" in pair ? pair.finding : undefined,
    });
  }

  claim("clamp-does-it@tanh", {
    title: "Clamp does it, as well as tanh",
    quote: quotes.clamped,
    at: "Experiment 3",
    hypothesis: "A linear output clamped to ±1 ends within 1.25 times tanh's Fréchet distance.",
    for: ["clamp ±1, momentum 0.02", tanh],
    holds: nearlyAsClose,
    atLeast: 0.5,
    control: { what: "a sigmoid in the clamp's place", for: [sigmoid, tanh] },
    effect: { unit: "Fréchet distance ÷ tanh's", of: (clamp, best) => fd(clamp) / fd(best) },
    figures: ["experiments"],
    expected: { quick: "reproduced", full: "inconclusive" },
    finding: ({ seeds, count, median }) =>
      "The slides suspect that what tanh adds is its stop. In the median a linear output ends at " +
      `${median("linear, momentum 0.02", fd)} %, with a hard stop at ${median("clamp ±1, momentum 0.02", fd)} %, tanh at ` +
      `${median(tanh, fd)} %. The hard stop is within the factor of ${setting(1.25)} on ` +
      `${count(["clamp ±1, momentum 0.02", tanh], nearlyAsClose)} of ${seeds} seeds, and closer than tanh on ` +
      `${count(["clamp ±1, momentum 0.02", tanh], better)}` +
      ".",
  });

  claim("tanh-is-best-first-step", {
    quote: quotes.improvement,
    at: "Tanh mystery",
    hypothesis:
      "Of tanh, dropout, leaky ReLU and Adam, each alone on the vanilla GAN, tanh ends with the smallest Fréchet distance.",
    for: firstSteps,
    holds: (first, ...others) => others.every((other) => better(first, other)),
    atLeast: 0.5,
    control: {
      what: "the names shuffled, seed by seed",
      holds: (...steps) => {
        const named = Math.floor(4 * stream(steps[0].seed, "claim/shuffled names").uniforms(1)[0]);
        return steps.every((step, i) => i === named || better(steps[named], step));
      },
    },
    effect: {
      unit: "Fréchet distance, tanh − best of the others",
      of: (first, ...others) => fd(first) - Math.min(...others.map(fd)),
    },
    figures: ["slides", "distance"],
    expected: { quick: "contradicted", full: "contradicted" },
    finding: ({ seeds, count, median }) =>
      `At the vanilla GAN's step size of ${setting(0.1)} tanh ends at ${median("tanh, momentum 0.1", fd)} % in the median, the ` +
      `vanilla GAN at ${median("vanilla", fd)} % and leaky ReLU at ${median("leaky ReLU", fd)} %: tanh is the worst of the ` +
      `four steps on ${count(firstSteps, (first, ...others) => others.every((other) => better(other, first)))} of ${seeds} ` +
      `seeds, and shows a single digit on ${count("tanh, momentum 0.1", (trial) => digits(trial) <= 1)}. At a step size of ` +
      `${setting(0.02)} the same tanh ends at ${median(tanh, fd)} %, the sigmoid at ${median(sigmoid, fd)} %. The slides name ` +
      "no step size.",
  });

  statistic("tanh-adam-is-most-reliable", {
    title: "Tanh and Adam is most reliable",
    quote: quotes.reliable,
    at: "Conclusion",
    hypothesis:
      "The spread over seeds of the logarithm of the Fréchet distance is smaller with tanh and Adam than with dropout added.",
    for: ["tanh, Adam", "tanh, Adam, dropout"],
    decide: liesAbove(0, spreadGap),
    unit: "standard deviation of ln Fréchet distance, with dropout − without",
    control: { what: "the arms exchanged", for: ["tanh, Adam, dropout", "tanh, Adam"] },
    figures: ["best-of"],
    expected: { quick: "inconclusive", full: "reproduced" },
    finding: ({ profile, seeds, count, quantile }) =>
      `With tanh and Adam the seeds end between ${quantile("tanh, Adam", 0, fd)} and ${quantile("tanh, Adam", 1, fd)} %, with ` +
      `dropout too between ${quantile("tanh, Adam, dropout", 0, fd)} and ${quantile("tanh, Adam, dropout", 1, fd)} %; all ten ` +
      `digits are covered on ${count("tanh, Adam", allTen)} and ${count("tanh, Adam, dropout", allTen)} of ${seeds} seeds.` +
      (profile === "full" ? ` Whether this lasts is decided after ${setting("8,000")} iterations (next claim).` : ""),
  });

  statistic("tanh-adam-is-most-reliable@8000", {
    title: "Tanh and Adam is most reliable, after 8,000 iterations",
    quote: quotes.reliable,
    at: "Conclusion",
    hypothesis:
      "After 8,000 iterations too the spread over seeds of the logarithm of the Fréchet distance is smaller with tanh and Adam than with dropout added.",
    for: [longer("tanh, Adam"), longer("tanh, Adam, dropout")],
    decide: liesAbove(0, spreadGap),
    unit: "standard deviation of ln Fréchet distance, with dropout − without",
    control: { what: "the arms exchanged", for: [longer("tanh, Adam, dropout"), longer("tanh, Adam")] },
    figures: ["favourites"],
    expected: { full: "inconclusive" },
    finding: ({ seeds, count, values, number }) => {
      const spread = (arm: SlideArm) => number(standardDeviation(values(arm, logDistance)));
      return (
        `Without dropout the standard deviation is ${spread("tanh, Adam")} after ${setting("3,000")} iterations and ` +
        `${spread(longer("tanh, Adam"))} after ${setting("8,000")}, with it ${spread("tanh, Adam, dropout")} and ` +
        `${spread(longer("tanh, Adam, dropout"))}. By then all ten digits are covered on ` +
        `${count(longer("tanh, Adam"), allTen)} of ${seeds} seeds without dropout and on ` +
        `${count(longer("tanh, Adam, dropout"), allTen)} with it; without it the distance is the smaller one on ` +
        `${count([longer("tanh, Adam"), longer("tanh, Adam, dropout")], better)}.`
      );
    },
  });
};
