import { imagePixels } from "../../../src/data/images.ts";
import { readMnist } from "../../../src/data/mnist.ts";
import { dotStrip, type StripRow } from "../../../src/figure/dot-strip.ts";
import { countOf } from "../../../src/figure/judgements.ts";
import { logDomain, logTicks, numberText } from "../../../src/figure/scales.ts";
import { failures, median, trained } from "../../../src/figure/seeds.ts";
import { sheet } from "../../../src/figure/sheet.ts";
import { hue, theme } from "../../../src/figure/theme.ts";
import { frechetDistance } from "../../../src/measure/frechet.ts";
import { fitGaussian } from "../../../src/measure/multivariate.ts";
import { averagePool, pooledPixels } from "../../../src/measure/pixels.ts";
import type { Judgements, TrialsByArm } from "../../../src/study/figure.ts";
import type { Trial } from "../../../src/trial/trial.ts";
import { early } from "../arms.ts";
import { digits, lastIteration, middleRun, percent, valueAt } from "./digits.ts";

const shown = [
  { arm: "momentum 0.9", name: "momentum 0.9", color: hue.blue },
  { arm: "momentum 0.999", name: "momentum 0.999", color: hue.sky },
  { arm: "weird, 0.00001", name: "weird, 0.00001", color: hue.orange },
  { arm: "weird, 0.0001", name: "weird, 0.0001", color: hue.red },
  { arm: "weird, 0.001", name: "weird, 0.001", color: hue.purple },
  { arm: "cross-talk only", name: "cross-talk only", color: hue.green },
  { arm: "sigmoid, momentum 0.02", name: "vanilla at 0.02", color: theme.ink },
] as const;

const distance = (trial: Trial): number => valueAt(trial, "frechetPooled", early.weird);

/** The weird GAN against what may explain it: a grid of each above, every seed's distance below. */
export function drawWeird(trials: TrialsByArm, judgements: Judgements): string {
  const grids = shown.map(({ arm, name }) => {
    const trial = middleRun(trials[arm], distance);
    const last = lastIteration(trial);
    // Digits are kept at the end of training only.
    const late = last === early.weird ? "" : `, at ${numberText(last)}`;
    return digits(trial, {
      across: 5,
      title: name,
      lines: [`seed ${trial.seed}${trial.state === "trained" ? "" : `, ${trial.state}`}${late}`],
    });
  });
  const rows = shown.map(({ arm, name, color }) => stripRow(name, color, trials[arm]));
  const domain = logDomain(rows.flatMap(({ dots }) => dots.map(({ value }) => value)));
  const strip = dotStrip({
    rows,
    x: {
      label: `Fréchet distance of 7 × 7 pooled pixels at iteration ${numberText(early.weird)}, % of variance`,
      type: "log",
      domain,
      ticks: logTicks(domain),
    },
    width: 1100,
    rowHeight: 40,
    marginLeft: 140,
    marginRight: 140,
  });
  return sheet([grids, [strip]], {
    title: title(judgements),
    subtitle:
      `After ${numberText(early.weird)} iterations, ${trials["momentum 0.9"].length} seeds; above: the run in the middle; below: every seed a dot, bar: median of the trained runs where they are the majority, cross: a run that died or diverged. ` +
      "Momentum 0.9 and 0.999 and cross-talk at a step size of 0.0001. Weird: gradients are never zeroed, neither player's. " +
      `5,000 training digits are at ${percent(realDistance())}`,
  });
}

function stripRow(name: string, color: string, trials: readonly Trial[]): StripRow {
  // A median of the few survivors would speak for runs that it leaves out.
  const mostTrained = 2 * trained(trials).length > trials.length;
  const middle = mostTrained ? median(trained(trials).map(distance)) : Number.NaN;
  const text = [Number.isFinite(middle) ? `median ${percent(middle)}` : "", failures(trials) ?? ""];
  return {
    name,
    color,
    dots: trials.map((trial) => ({ value: distance(trial), failed: trial.state !== "trained" })),
    median: middle,
    text: text.filter(Boolean).join("\n"),
  };
}

/** What real digits reach: as many of the training set as a generator is measured with. */
function realDistance(): number {
  const { train, test } = readMnist();
  const [own, real] = [train.images.subarray(0, 5000 * imagePixels), test.images].map((images) =>
    fitGaussian(averagePool(images), pooledPixels),
  );
  let variance = 0;
  for (let i = 0; i < pooledPixels; i++) variance += real.covariance[i * pooledPixels + i];
  return (100 * frechetDistance(own, real)) / variance;
}

function title(judgements: Judgements): string {
  const faster = countOf(judgements, "mnist/weird-converges-faster");
  const tuned = countOf(judgements, "mnist/weird-beats-tuned-vanilla");
  return (
    `At equal step size the weird GAN is ahead of momentum 0.9 on ${faster.successes} of ${faster.seeds} seeds; ` +
    `at its best of three, ahead of vanilla at 0.02 on ${tuned.successes}`
  );
}
