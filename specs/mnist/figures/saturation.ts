import { readMnist } from "../../../src/data/mnist.ts";
import { byteShares, shareBetween } from "../../../src/figure/byte-shares.ts";
import { logDomain } from "../../../src/figure/scales.ts";
import { trained } from "../../../src/figure/seeds.ts";
import { shareHistogram } from "../../../src/figure/share-histogram.ts";
import { sheet } from "../../../src/figure/sheet.ts";
import { hue } from "../../../src/figure/theme.ts";
import type { TrialsByArm } from "../../../src/study/figure.ts";
import { digitsOf, failed, percent } from "./digits.ts";

const shown = [
  { arm: "sigmoid, momentum 0.02", name: "sigmoid", color: hue.orange },
  { arm: "tanh, momentum 0.02", name: "tanh", color: hue.blue },
  { arm: "clamp ±1, momentum 0.02", name: "clamp ±1", color: hue.green },
  { arm: "linear, momentum 0.02", name: "linear", color: hue.red },
] as const;

/** Bins of eight grey levels each. */
const bins = 32;
/** As the metric `between` has them. */
const [low, high] = [0.1, 0.9];

/** Where pixels lie between background and ink: four output layers against the data. */
export function drawSaturation(trials: TrialsByArm): string {
  const real = [readMnist().test.images];
  const data = { shares: byteShares(real, bins), between: shareBetween(real, low, high) };
  const drawn = shown.map(({ arm, name, color }) => {
    const runs = trained(trials[arm]);
    const pixels = (runs.length > 0 ? runs : trials[arm]).map((trial) => digitsOf(trial));
    return { name, color, shares: byteShares(pixels, bins), between: shareBetween(pixels, low, high) };
  });
  const domain = logDomain([...data.shares, ...drawn.flatMap(({ shares }) => shares), 1]);
  const panels = drawn.map(({ name, color, shares, between }, i) =>
    shareHistogram({
      title: `${name}: ${share(between)} in between`,
      shares,
      color,
      reference: data.shares,
      referenceLabel: "the data",
      xLabel: i < 2 ? "" : "pixel value, from background to ink",
      yLabel: "share of pixels",
      domain,
      between: [low, high],
      width: 445,
    }),
  );
  const of = (output: string) => drawn.find(({ name }) => name === output)!.between;
  return sheet([panels.slice(0, 2), panels.slice(2)], {
    title: `In between lie ${share(of("tanh"))} of tanh's pixels, ${share(of("clamp ±1"))} of the clamp's, ${share(of("linear"))} of a linear output's, ${share(data.between)} of the data's`,
    subtitle:
      `In between: values above ${low} and below ${high}, on grey ground. Momentum at 0.02; 100 digits of each of ${trials["tanh, momentum 0.02"].length} seeds at the end of training, against the outline of the 10,000 test images. ` +
      `Pixels beyond the data's range lie at its ends${failed(trials, shown)}`,
  });
}

const share = (value: number): string => percent(100 * value);
