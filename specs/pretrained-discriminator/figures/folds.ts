import { countBars } from "../../../src/figure/count-bars.ts";
import type { Panel } from "../../../src/figure/panel.ts";
import { scatter } from "../../../src/figure/scatter.ts";
import { failures, trained } from "../../../src/figure/seeds.ts";
import { sheet } from "../../../src/figure/sheet.ts";
import { hue } from "../../../src/figure/theme.ts";
import type { TrialsByArm } from "../../../src/study/figure.ts";
import { evenly, generated } from "../../../src/study/networks.ts";
import type { Trial } from "../../../src/trial/trial.ts";

const z = evenly(-3, 3, 500);

const columns = [
  { arm: "untrained", title: "untrained", color: hue.grey },
  { arm: "post", title: "after 10,000 rounds", color: hue.blue },
  { arm: "small initial weights", title: "from small initial weights", color: hue.green },
] as const;

/** The map from z to x, and how often it turns back: before and after training, and from weights that start without folds. */
export function drawFolds(trials: TrialsByArm): string {
  const drawn = columns.map((column) => {
    const maps = trained(trials[column.arm]).map((trial) => generated(trial, z));
    return { ...column, maps, turns: maps.map(turningPoints) };
  });
  const [before, after, small] = drawn.map(({ turns }) => turns.filter((turn) => turn === 0).length);
  const most = Math.max(...drawn.flatMap(({ turns }) => turns));
  const highest = Math.max(
    ...drawn.flatMap(({ turns }) => turns.map((turn) => turns.filter((t) => t === turn).length)),
  );
  const lost = failures(columns.flatMap(({ arm }) => trials[arm]) as Trial[]);
  const n = trials.post.length;
  return sheet(
    [
      drawn.map(({ maps, title, color }) => mapPanel(maps, title, color)),
      drawn.map(({ turns, color }, i) =>
        countBars({
          values: turns,
          color,
          xLabel: "turning points",
          yLabel: i === 0 ? "seeds" : "",
          most,
          highest,
          width: 300,
          height: 190,
        }),
      ),
    ],
    {
      gap: 4,
      title: `The map is monotone on ${before} of ${n} seeds before training, on ${after} after it; from small weights, on ${small}`,
      subtitle: `x = G(z) over the range of the latents, every seed a line; below: how often each map turns back${lost ? `; not drawn: ${lost}` : ""}`,
    },
  );
}

const mapPanel = (maps: readonly Float64Array[], title: string, color: string): Panel =>
  scatter({
    title,
    groups: maps.map((x) => ({ points: Array.from(z, (latent, i) => [latent, x[i]] as const), color })),
    joined: true,
    x: { label: "latent z", domain: [-3, 3], ticks: [-3, 0, 3] },
    y: { label: "x = G(z)", domain: [-5, 5], ticks: [-5, -3, 0, 3, 5] },
    width: 300,
    height: 280,
  });

/** Changes of direction along the grid. */
function turningPoints(values: ArrayLike<number>): number {
  let [turns, direction] = [0, 0];
  for (let i = 1; i < values.length; i++) {
    const step = Math.sign(values[i] - values[i - 1]);
    if (step !== 0 && direction !== 0 && step !== direction) turns++;
    if (step !== 0) direction = step;
  }
  return turns;
}
