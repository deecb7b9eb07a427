import { type ForestRow, forestPlot } from "../../../src/figure/forest-plot.ts";
import { numberText } from "../../../src/figure/scales.ts";
import { failures, median } from "../../../src/figure/seeds.ts";
import { sheet } from "../../../src/figure/sheet.ts";
import { hue, theme } from "../../../src/figure/theme.ts";
import { bootstrapInterval } from "../../../src/statistics/bootstrap.ts";
import type { TrialsByArm } from "../../../src/study/figure.ts";
import type { Trial } from "../../../src/trial/trial.ts";
import { outputs } from "../gans.ts";
import { floorText, frechet, lastIteration, percent } from "./digits.ts";
import { distanceAxis } from "./distance-axis.ts";

/** By what was changed, each group in a colour and a symbol of its own. */
const groups = [
  { arms: ["vanilla"], color: theme.ink, symbol: "diamond" },
  { arms: ["tanh, momentum 0.1", "dropout", "leaky ReLU"], color: hue.orange, symbol: "square" },
  { arms: ["sigmoid, Adam", "tanh, Adam", "tanh, Adam, dropout"], color: hue.green, symbol: "circle" },
  { arms: Object.keys(outputs).map((name) => `${name}, momentum 0.02`), color: hue.blue, symbol: "diamond" },
  { arms: ["momentum 0.9", "momentum 0.999"], color: hue.sky, symbol: "square" },
  {
    arms: ["weird, 0.00001", "weird, 0.0001", "weird, 0.001", "cross-talk only"],
    color: hue.red,
    symbol: "circle",
  },
  { arms: ["untrained"], color: hue.grey, symbol: "square" },
] as const;

/** Every arm by the Fréchet distance that it ends with. */
export function drawForest(trials: TrialsByArm): string {
  const rows = groups.flatMap(({ arms, color, symbol }) =>
    arms.map((arm): ForestRow => ({ name: arm, color, symbol, ...estimate(trials[arm]) })),
  );
  const [vanilla] = rows;
  const changes = rows.filter(({ name }) => name !== "vanilla" && name !== "untrained");
  const closer = changes.filter(({ high }) => high < vanilla.low).length;
  const farther = changes.filter(({ low }) => low > vanilla.high).length;
  const chart = forestPlot({
    rows,
    x: distanceAxis(
      "Fréchet distance at the end, % of the test images' variance",
      rows.flatMap(({ low, high }) => [low, high]),
    ),
    reference: vanilla.middle,
    width: 880,
    rowHeight: 26,
    marginLeft: 235,
    marginRight: 170,
  });
  return sheet([[chart]], {
    title: `Of ${changes.length} changes to the vanilla GAN ${closer} end clearly closer to the digits, ${farther} clearly farther away`,
    subtitle:
      `Median of ${trials.vanilla.length} seeds and its 95 % bootstrap interval; dashed: vanilla's median. Clearly: the intervals do not touch. Dead runs count with where they ended, diverged ones have no distance. ` +
      `Orange squares: one thing changed; green circles: Adam; blue diamonds: output layers; light squares: heavier momentum at 0.0001; red circles: the weird GAN and its cross-talk. ${duration(trials)}. ${floorText(trials)}`,
  });
}

/** Of the runs that have a distance; a dead run counts with where it ended. */
function estimate(trials: readonly Trial[]): Pick<ForestRow, "low" | "middle" | "high" | "text"> {
  const values = trials.map(frechet).filter(Number.isFinite);
  const lost = failures(trials);
  if (values.length === 0) return { low: Number.NaN, middle: Number.NaN, high: Number.NaN, text: lost };
  const [low, high] = bootstrapInterval(values, median);
  const middle = median(values);
  return { low, middle, high, text: `${percent(middle)}${lost ? `, ${lost}` : ""}` };
}

/** The arms around the weird GAN stop early. */
function duration(trials: TrialsByArm): string {
  const [long, short] = ["vanilla", "momentum 0.9"].map((arm) => numberText(lastIteration(trials[arm][0])));
  return long === short
    ? `After ${long} iterations`
    : `After ${long} iterations; light squares and red circles after ${short}`;
}
