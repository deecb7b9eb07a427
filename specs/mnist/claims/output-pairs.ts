/** Output layers, two each, of which the slides say, or let one expect, that the first ends closer to the digits. */
import { setting } from "../../../src/language/finding.ts";
import type { Pair } from "./comparisons.ts";
import { better, fd, percentBetween, sigmoid, type Told, tanh } from "./measures.ts";

const quotes = {
  last: "Tanh as the last layer of the generator output",
  normalisation: "Because normalisation Incomplete at best … We normalise the values to … N(0,1)",
  scaled: "We try sigmoid but multiply by 2 and min 1",
  clamped: "Clamped min=-1.0, max = 1.0",
  wider: "Clamped min=-1.2, max = 1.2",
  saturation: "Gradient saturation not normalisation is responsible for the improvement",
};

export const outputPairs: readonly Pair[] = [
  {
    name: "tanh-as-the-last-layer-improves",
    says: "implies",
    quote: quotes.last,
    at: "The accepted answer",
    ours: "on data in [−1, 1], a tanh output",
    arm: tanh,
    theirs: "a linear one",
    other: "linear, momentum 0.02",
  },
  {
    name: "normalising-is-not-enough",
    says: "implies",
    version: 2,
    quote: quotes.normalisation,
    at: "The accepted answer; experiment 1",
    ours: "a tanh output on data in [−1, 1]",
    arm: tanh,
    theirs: "a linear one on data normalised to N(0, 1)",
    other: "linear, N(0, 1), momentum 0.02",
    finding: ({ median }: Told) =>
      `Normalised to ${setting("N(0, 1)")} with a linear output, the Fréchet distance ends at ` +
      `${median("linear, N(0, 1), momentum 0.02", fd)} % in the median, tanh's at ${median(tanh, fd)} %, the sigmoid's on data that ` +
      `are not normalised at ${median(sigmoid, fd)} %. What the eye sees in it is grey ground: see normalised-outputs-are-grey.`,
  },
  {
    name: "normalising-alone-improves",
    says: "ours",
    quote: quotes.normalisation,
    at: "The accepted answer; experiment 1",
    ours: "a linear output on data normalised to N(0, 1)",
    arm: "linear, N(0, 1), momentum 0.02",
    theirs: "a sigmoid on data in [0, 1]",
    other: sigmoid,
  },
  {
    name: "scaled-sigmoid-does-it",
    title: "A scaled sigmoid does it",
    says: "implies",
    quote: quotes.scaled,
    at: "Experiment 2",
    ours: "an output of 2σ − 1 on data in [−1, 1]",
    arm: "2σ − 1, momentum 0.02",
    theirs: "a sigmoid on data in [0, 1]",
    other: sigmoid,
  },
  {
    name: "clamp-does-it",
    says: "implies",
    quote: quotes.clamped,
    at: "Experiment 3",
    ours: "a linear output clamped to ±1",
    arm: "clamp ±1, momentum 0.02",
    theirs: "a sigmoid",
    other: sigmoid,
  },
  {
    name: "wider-clamp-works",
    says: "implies",
    quote: quotes.wider,
    at: "Experiment 3",
    ours: "a clamp at ±1.2",
    arm: "clamp ±1.2, momentum 0.02",
    theirs: "no clamp",
    other: "linear, momentum 0.02",
    finding: ({ seeds, count, median }: Told) =>
      `In the median a clamp beyond the data's range ends at ${median("clamp ±1.2, momentum 0.02", fd)} %, none at ` +
      `${median("linear, momentum 0.02", fd)} % and one at the range itself at ${median("clamp ±1, momentum 0.02", fd)} %; the ` +
      `last is closer than the first on ${count(["clamp ±1, momentum 0.02", "clamp ±1.2, momentum 0.02"], better)} of ${seeds} ` +
      `seeds. Beyond the range it leaves ${median("clamp ±1.2, momentum 0.02", percentBetween)} % of the pixels between ` +
      `${setting("0.1 and 0.9")}, at the range ${median("clamp ±1, momentum 0.02", percentBetween)} %.`,
  },
  {
    name: "saturation-improves",
    says: "implies",
    quote: quotes.saturation,
    at: "What experiment 3 suggests",
    ours: "on the same data in [−1, 1], a linear output clamped to ±1, where its gradient ends,",
    arm: "clamp ±1, momentum 0.02",
    theirs: "one that is not clamped",
    other: "linear, momentum 0.02",
  },
];
