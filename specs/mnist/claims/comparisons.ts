/** Two arms each, of which the slides say, or let one expect, that the first ends closer to the digits. */
import type { Measured } from "../../../src/language/claim.ts";
import { setting } from "../../../src/language/finding.ts";
import { median as medianOf } from "../../../src/statistics/quantile.ts";
import { longer } from "../arms.ts";
import { better, fd, percentBetween, sigmoid, type Told, tanh } from "./measures.ts";

const quotes = {
  first: "When improving your GAN try Tanh or Adam first before trying anything else.",
  best: "The best results come from adding Tanh + Adam + Dropout.",
  improvement: "Best improvement",
  scaled: "We try sigmoid but multiply by 2 and min 1",
  clamped: "Clamped min=-1.0, max = 1.0",
  wider: "Clamped min=-1.2, max = 1.2",
};

/** What the slides change in the vanilla GAN, alone or together. */
const changed = [
  "tanh, momentum 0.1",
  tanh,
  "dropout",
  "leaky ReLU",
  "sigmoid, Adam",
  "tanh, Adam",
  "tanh, Adam, dropout",
] as const;
type ChangedArm = (typeof changed)[number];

export const comparisons = [
  {
    name: "tanh-improves",
    quote: quotes.first,
    at: "Conclusion",
    ours: "with momentum, a tanh output",
    arm: tanh,
    theirs: "a sigmoid",
    other: sigmoid,
    expected: { quick: "inconclusive", full: "reproduced" },
    finding: ({ profile, seeds, count, median }: Told) =>
      `In the median tanh ends at ${median(tanh, fd)} %, the sigmoid at ${median(sigmoid, fd)} %.` +
      (profile === "full"
        ? ` On ${count(sigmoid, (trial) => fd(trial) > trial.at("frechet", 2000))} of ${seeds} seeds the sigmoid's run is then ` +
          `farther away than at iteration ${setting("2,000")}, when the median was ` +
          `${median(sigmoid, (trial) => trial.at("frechet", 2000))} % (figure of the distance).`
        : ""),
  },
  {
    name: "tanh-improves-under-adam",
    title: "Tanh improves under Adam",
    quote: quotes.first,
    at: "Conclusion",
    ours: "under Adam, a tanh output",
    arm: "tanh, Adam",
    theirs: "a sigmoid",
    other: "sigmoid, Adam",
    expected: { quick: "reproduced", full: "reproduced" },
  },
  {
    name: "adam-improves",
    quote: quotes.first,
    at: "Conclusion",
    ours: "with a sigmoid output, Adam",
    arm: "sigmoid, Adam",
    theirs: "momentum 0.1",
    other: "vanilla",
    expected: { quick: "inconclusive", full: "inconclusive" },
  },
  {
    name: "dropout-improves",
    quote: quotes.improvement,
    at: "Tanh mystery",
    ours: "dropout in the discriminator",
    arm: "dropout",
    theirs: "none",
    other: "vanilla",
    expected: { quick: "inconclusive", full: "inconclusive" },
  },
  {
    name: "leaky-relu-improves",
    title: "Leaky ReLU improves",
    quote: quotes.improvement,
    at: "Tanh mystery",
    ours: "leaky ReLU in both networks",
    arm: "leaky ReLU",
    theirs: "ReLU",
    other: "vanilla",
    expected: { quick: "inconclusive", full: "reproduced" },
  },
  {
    name: "tanh-adam-dropout-is-best",
    title: "Tanh, Adam and dropout is best",
    quote: quotes.best,
    at: "Conclusion",
    ours: "tanh, Adam and dropout",
    arm: "tanh, Adam, dropout",
    theirs: "no dropout",
    other: "tanh, Adam",
    expected: { quick: "inconclusive", full: "contradicted" },
    finding: (run: Told) => {
      const { seeds, count, median } = run;
      const closest = closestOf(run, changed);
      return (
        `On the vanilla GAN dropout ends closer on ${count(["dropout", "vanilla"], better)} of ${seeds} seeds, on top of tanh ` +
        `and Adam on ${count(["tanh, Adam, dropout", "tanh, Adam"], better)}: there it ends at ` +
        `${median("tanh, Adam, dropout", fd)} % in the median, against ${median("tanh, Adam", fd)} % without. Of the slides' ` +
        `improvements, alone or together, “${closest}” has the smallest median, ${median(closest, fd)} %.`
      );
    },
  },
  {
    name: "tanh-adam-dropout-is-best@8000",
    title: "Tanh, Adam and dropout is best, after 8,000 iterations",
    quote: quotes.best,
    at: "Conclusion",
    ours: "after 8,000 iterations, tanh, Adam and dropout",
    arm: longer("tanh, Adam, dropout"),
    theirs: "no dropout",
    other: longer("tanh, Adam"),
    expected: { full: "contradicted" },
    finding: ({ seeds, count, median }: Told) => {
      const longest = [longer("tanh, Adam, dropout"), longer("tanh, Adam")] as const;
      const isAheadAt = (round: number) => (a: Measured, b: Measured) =>
        a.at("frechet", round) < b.at("frechet", round);
      return (
        `At iteration ${setting("1,000")}, where the slides' pictures stop, dropout is ahead on ` +
        `${count(longest, isAheadAt(1000))} of ${seeds} seeds, at ${setting("3,000")} on ${count(longest, isAheadAt(3000))} and ` +
        `at ${setting("8,000")} on ${count(longest, better)}. It is then at ${median(longest[0], fd)} % in the median, tanh and ` +
        `Adam alone at ${median(longest[1], fd)} %.`
      );
    },
  },
  {
    name: "scaled-sigmoid-does-it",
    title: "A scaled sigmoid does it",
    quote: quotes.scaled,
    at: "Tanh mystery",
    ours: "an output of 2σ − 1",
    arm: "2σ − 1, momentum 0.02",
    theirs: "a sigmoid",
    other: sigmoid,
    expected: { quick: "inconclusive", full: "reproduced" },
  },
  {
    name: "clamp-does-it",
    quote: quotes.clamped,
    at: "Tanh mystery",
    ours: "a linear output clamped to ±1",
    arm: "clamp ±1, momentum 0.02",
    theirs: "a sigmoid",
    other: sigmoid,
    expected: { quick: "reproduced", full: "reproduced" },
  },
  {
    name: "wider-clamp-works",
    quote: quotes.wider,
    at: "Tanh mystery",
    ours: "a clamp at ±1.2",
    arm: "clamp ±1.2, momentum 0.02",
    theirs: "no clamp",
    other: "linear, momentum 0.02",
    expected: { quick: "inconclusive", full: "reproduced" },
    finding: ({ seeds, count, median }: Told) =>
      `In the median a clamp beyond the data's range ends at ${median("clamp ±1.2, momentum 0.02", fd)} %, none at ` +
      `${median("linear, momentum 0.02", fd)} % and one at the range itself at ${median("clamp ±1, momentum 0.02", fd)} %; the ` +
      `last is closer than the first on ${count(["clamp ±1, momentum 0.02", "clamp ±1.2, momentum 0.02"], better)} of ${seeds} ` +
      `seeds. Beyond the range it leaves ${median("clamp ±1.2, momentum 0.02", percentBetween)} % of the pixels between ` +
      `${setting("0.1 and 0.9")}, at the range ${median("clamp ±1, momentum 0.02", percentBetween)} %.`,
  },
] as const;

/** The arm with the smallest median. */
function closestOf({ values }: Told, names: readonly ChangedArm[]): ChangedArm {
  const middles = names.map((name) => ({ name, middle: medianOf(values(name, fd)) }));
  return middles.reduce((best, one) => (one.middle < best.middle ? one : best)).name;
}
