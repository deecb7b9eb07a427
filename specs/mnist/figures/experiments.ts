import { countOf } from "../../../src/figure/judgements.ts";
import { numberText } from "../../../src/figure/scales.ts";
import { medianEnd } from "../../../src/figure/seeds.ts";
import { sheet } from "../../../src/figure/sheet.ts";
import type { Judgements, TrialsByArm } from "../../../src/study/figure.ts";
import { early } from "../arms.ts";
import type { OutputName } from "../gans.ts";
import { digits, failed, iterationText, lastIteration, middleRun, percent } from "./digits.ts";

/** Three rows of three: the two to compare with and experiment 2; experiments 1 and 3; experiment 3 extended. */
const shown = (
  [
    { output: "sigmoid", name: "sigmoid" },
    { output: "tanh", name: "tanh" },
    { output: "2σ − 1", name: "experiment 2: 2σ − 1" },
    { output: "linear, N(0, 1)", name: "experiment 1: linear, data N(0, 1)" },
    { output: "linear", name: "linear, data ±1" },
    { output: "clamp ±1", name: "experiment 3: clamped to ±1" },
    { output: "clamp ±1.2", name: "experiment 3: clamped to ±1.2" },
    { output: "clamp ±0.3", name: "extended: clamped to ±0.3" },
    { output: "clamp ±0.3, data ±0.3", name: "clamped to ±0.3, data ±0.3" },
  ] as const
).map(({ output, name }) => ({ arm: armOf(output), name }));

/** The slides' experiments on the generator's output, with what else was equal. */
export function drawExperiments(trials: TrialsByArm, judgements: Judgements): string {
  const of = (output: OutputName) => trials[armOf(output)];
  const panels = shown.map(({ arm, name }) => digits(middleRun(trials[arm]), { title: name }));
  const n = of("tanh").length;
  const at = (output: OutputName) => percentOrNone(medianEnd(of(output), "frechet"));
  const collapsed = countOf(judgements, "mnist/narrow-clamp-collapses");
  return sheet([panels.slice(0, 3), panels.slice(3, 6), panels.slice(6)], {
    gap: 18,
    title: `A clamp at ±1 ends at ${at("clamp ±1")}, tanh at ${at("tanh")}, a sigmoid at ${at("sigmoid")}; at ±0.3, ${collapsed.successes} of ${collapsed.seeds} seeds collapse`,
    subtitle:
      `Momentum at 0.02, after ${numberText(lastIteration(of("tanh")[0]))} iterations; the seed in the middle of ${n} by its Fréchet distance, which stands below in percent of the test images' ` +
      `variance (above: medians), then the digits covered. Collapse: at ${iterationText(early.collapse)} less than 5 % of the data's variance and at most two digits${failed(trials, shown)}`,
  });
}

function armOf(output: OutputName): string {
  return `${output}, momentum 0.02`;
}

const percentOrNone = (value: number): string => (Number.isFinite(value) ? percent(value) : "none");
