import { readMnist } from "../../../src/data/mnist.ts";
import { byteShares, shareBetween } from "../../../src/figure/byte-shares.ts";
import type { TrialsByArm } from "../../../src/figure/figure.ts";
import { toPng } from "../../../src/figure/png.ts";
import { logDomain } from "../../../src/figure/scales.ts";
import { failures, trained } from "../../../src/figure/seeds.ts";
import { shareHistogram } from "../../../src/figure/share-histogram.ts";
import { sheet } from "../../../src/figure/sheet.ts";
import { hue } from "../../../src/figure/theme.ts";
import { digitsOf, percent } from "./digits.ts";

const shown = [
  { output: "sigmoid", color: hue.orange },
  { output: "tanh", color: hue.blue },
  { output: "clamp ±1", color: hue.green },
  { output: "linear", color: hue.red },
] as const;

/** Bins of eight grey levels each. */
const bins = 32;
/** As the metric `between` has them. */
const [low, high] = [0.1, 0.9];

/** Where pixels lie between background and ink: four output layers against the data. */
export function drawSaturation(trials: TrialsByArm): Buffer {
  const real = [readMnist().test.images];
  const data = { shares: byteShares(real, bins), between: shareBetween(real, low, high) };
  const drawn = shown.map(({ output, color }) => {
    const all = trials[`${output}, momentum 0.02`];
    const runs = trained(all);
    const pixels = (runs.length > 0 ? runs : all).map((trial) => digitsOf(trial));
    return { output, color, shares: byteShares(pixels, bins), between: shareBetween(pixels, low, high) };
  });
  const domain = logDomain([...data.shares, ...drawn.flatMap(({ shares }) => shares), 1]);
  const panels = drawn.map(({ output, color, shares, between }, i) =>
    shareHistogram({
      title: `${output}: ${share(between)} in between`,
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
  const lost = shown.flatMap(({ output }) => {
    const said = failures(trials[`${output}, momentum 0.02`]);
    return said ? [`${output}: ${said}`] : [];
  });
  const of = (name: string) => drawn.find(({ output }) => output === name)!.between;
  return toPng(
    sheet([panels.slice(0, 2), panels.slice(2)], {
      title: `In between lie ${share(of("tanh"))} of tanh's pixels, ${share(of("clamp ±1"))} of the clamp's, ${share(of("linear"))} of a linear output's, ${share(data.between)} of the data's`,
      subtitle:
        `In between: values above ${low} and below ${high}, on grey ground. Momentum at 0.02; 100 digits of each of ${trials["tanh, momentum 0.02"].length} seeds at the end of training, against the outline of the 10,000 test images. ` +
        `Pixels beyond the data's range lie at its ends${lost.length > 0 ? `. ${lost.join("; ")}` : ""}`,
    }),
  );
}

const share = (value: number): string => percent(100 * value);
