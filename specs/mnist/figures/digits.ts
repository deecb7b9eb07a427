import { imagePixels, imageSide } from "../../../src/data/images.ts";
import { type ImageGridOptions, imageGrid } from "../../../src/figure/image-grid.ts";
import type { Panel } from "../../../src/figure/panel.ts";
import { numberText, roundText } from "../../../src/figure/scales.ts";
import { failures, medianEnd, medianTrial, trained } from "../../../src/figure/seeds.ts";
import type { TrialsByArm } from "../../../src/study/figure.ts";
import type { Trial } from "../../../src/trial/trial.ts";

interface DigitsStyle extends Omit<ImageGridOptions, "images" | "side" | "columns" | "lines"> {
  /** Rows and columns. */
  readonly across?: number;
  /** Below, a line each; unless given, what was measured when training ended. */
  readonly lines?: readonly string[];
  /** The iteration that is shown; the last one kept unless given. */
  readonly iteration?: number;
}

/** The first of a trial's kept digits as a square. */
export function digits(trial: Trial, style: DigitsStyle): Panel {
  const { across = 10, iteration, lines = measured(trial), ...rest } = style;
  const images = digitsOf(trial, iteration).subarray(0, across * across * imagePixels);
  return imageGrid({ images, side: imageSide, columns: across, lines, ...rest });
}

/** All kept digits of one iteration, of the last one unless another is named. */
export function digitsOf({ arrays }: Trial, iteration?: number): Uint8Array {
  const { shape, data } = arrays.samples;
  const moments = Array.from(arrays["samples.rounds"].data);
  const at = iteration === undefined ? moments.length - 1 : moments.indexOf(iteration);
  if (at < 0) throw new RangeError(`expected digits of iteration ${iteration}, got those of ${moments.join(", ")}`);
  const size = shape[1] * imagePixels;
  return (data as Uint8Array).subarray(at * size, (at + 1) * size);
}

/** The run in the middle by some measure: of the trained ones, or of the others if there are none. */
export function middleRun(trials: readonly Trial[], measure: (trial: Trial) => number = frechet): Trial {
  const good = trained(trials);
  return medianTrial(good.length > 0 ? good : trials, measure);
}

export const frechet = ({ end }: Trial): number => end.frechet;

/** A metric's value at a recorded iteration. */
export function valueAt({ curves, rounds }: Trial, metric: string, iteration: number): number {
  const at = rounds.indexOf(iteration);
  if (at < 0) throw new RangeError(`expected a record of iteration ${iteration}, got ${Array.from(rounds).join(", ")}`);
  return curves[metric][at];
}

/** "41 %", in one piece */
export const percent = (value: number): string => `${roundText(value)}\u00a0%`;

export const iterationText = (iteration: number): string =>
  iteration === 0 ? "before training" : `iteration ${numberText(iteration)}`;

/** The last iteration of a trial. */
export const lastIteration = ({ rounds }: Trial): number => rounds[rounds.length - 1];

/** A sentence on runs that died or diverged, to follow others; nothing if all were trained. */
export function failed(trials: TrialsByArm, shown: readonly { arm: string; name: string }[]): string {
  const said = shown.flatMap(({ arm, name }) => {
    const lost = failures(trials[arm]);
    return lost ? [`${name}: ${lost}`] : [];
  });
  return said.length > 0 ? `. Not trained: ${said.join("; ")}` : "";
}

/** "1 digit", "9 digits" */
export const countDigits = (count: number): string => `${count} ${count === 1 ? "digit" : "digits"}`;

const measured = ({ end, seed, state }: Trial): string[] => [
  `${percent(end.frechet)}, ${countDigits(end.modes)}; seed ${seed}${state === "trained" ? "" : `, ${state}`}`,
];

/** What real digits measure: no generator can be expected below it. */
export const floorText = (trials: TrialsByArm): string =>
  `5,000 training digits in the generator's place are at ${percent(medianEnd(trials["training digits"], "frechet"))}`;
