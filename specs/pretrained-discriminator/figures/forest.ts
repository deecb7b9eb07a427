import { type ForestRow, forestPlot } from "../../../src/figure/forest-plot.ts";
import { logDomain, logTicks, roundText } from "../../../src/figure/scales.ts";
import { failures, median, trained } from "../../../src/figure/seeds.ts";
import { sheet } from "../../../src/figure/sheet.ts";
import { hue } from "../../../src/figure/theme.ts";
import { bootstrapInterval } from "../../../src/statistics/bootstrap.ts";
import type { TrialsByArm } from "../../../src/study/figure.ts";
import { perturbations } from "../arms.ts";

const groups = [
  { arms: ["post", "Eric Jang's"], color: hue.blue, symbol: "diamond" },
  { arms: ["not pretrained", "pretrained through the clamp"], color: hue.green, symbol: "circle" },
  { arms: ["sorted batches", "independent latents", "jitter as printed"], color: hue.purple, symbol: "square" },
  { arms: ["scale 1", "scale 3", "scale 10"], color: hue.orange, symbol: "circle" },
  { arms: ["sigmoid discriminator", "sigmoid discriminator, k = 5", "k = 5"], color: hue.sky, symbol: "square" },
  { arms: ["small initial weights", "regression to the quantile function"], color: hue.grey, symbol: "diamond" },
  { arms: Object.keys(perturbations), color: hue.red, symbol: "circle" },
] as const;

/** Rows that are no change to the post's game. */
const unchanged = ["post", "Eric Jang's", "regression to the quantile function"];

/** Every arm that learns N(0, 1), by how close it ends. */
export function drawForest(trials: TrialsByArm): string {
  const rows = groups.flatMap(({ arms, color, symbol }) =>
    arms.map((arm): ForestRow => {
      // A dead run ends far away: it counts with where it ended.
      const values = trials[arm].filter(({ state }) => state !== "diverged").map(({ end }) => end.wasserstein1);
      const [low, high] = bootstrapInterval(values, median);
      const lost = failures(trials[arm]);
      const text = `${roundText(median(values))} σ${lost ? `, ${lost}` : ""}`;
      return { name: arm, low, middle: median(values), high, color, symbol, text };
    }),
  );
  const base = rows[0].middle;
  const domain = logDomain(rows.flatMap(({ low, high }) => [low, high]));
  const changes = rows.filter(({ name }) => !unchanged.includes(name));
  const closer = changes.filter(({ high }) => high < rows[0].low);
  const farther = changes.filter(({ low }) => low > rows[0].high);
  return sheet(
    [
      [
        forestPlot({
          rows,
          x: { label: "Wasserstein-1 distance over the last fifth, σ", type: "log", domain, ticks: logTicks(domain) },
          reference: base,
          rowHeight: 30,
          width: 830,
          marginLeft: 230,
          marginRight: 190,
        }),
      ],
    ],
    {
      title: `Of ${changes.length} changes to the post's settings ${farther.length} end clearly farther away, ${closer.length} clearly closer`,
      subtitle:
        `Median of ${trials.post.length} seeds and its 95 % bootstrap interval; dashed: the post's own median. Clearly: the intervals do not ` +
        `touch. ${trained(trials.post).length} of ${trials.post.length} of the post's own runs are trained`,
    },
  );
}
