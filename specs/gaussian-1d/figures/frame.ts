import { type FrameStyle, gameFrame, type XY } from "../../../src/figure/game-frame.ts";
import type { Moment } from "../../../src/figure/moments.ts";
import type { Panel } from "../../../src/figure/panel.ts";
import { keepNear, numberText } from "../../../src/figure/scales.ts";
import { target } from "./target.ts";

export const roundText = (round: number): string => `round ${numberText(round)}`;

/** The notebook's set_ylim(0, 5). */
const highest = 5;

/** The notebook's InteractivePlot: densities and D above, the map from z to x below. */
export const frame = (moment: Moment, xTicks: readonly number[], style: FrameStyle): Panel =>
  gameFrame(
    {
      title: roundText(moment.round),
      data: Array.from(moment.x, (x) => ({ x, y: target.pdf(x) })),
      generated: generatedDensity(moment),
      discriminator: Array.from(moment.x, (x, i) => ({ x, y: moment.discriminator[i] })),
      map: Array.from(moment.z, (z, i) => ({ x: moment.generator[i], y: z })),
      x: { domain: [0, 1], ticks: xTicks },
      density: { highest, ticks: [0, 1, 2, 3, 4, 5] },
      z: { domain: [0, 1], ticks: [0, 0.5, 1] },
    },
    style,
  );

/**
 * p_g as the notebook's update() draws it: |Δz/ΔG| between neighbours of the z grid, at their midpoints, and 0 at both
 * ends. Where G stands still the density has no bound; it leaves the frame.
 */
function generatedDensity({ z, generator }: Moment): XY[] {
  const near = keepNear({ domain: [0, highest] });
  const points: XY[] = [{ x: generator[0], y: 0 }];
  for (let i = 1; i < z.length; i++) {
    const density = Math.abs((z[i] - z[i - 1]) / (generator[i] - generator[i - 1]));
    points.push({ x: (generator[i] + generator[i - 1]) / 2, y: near(density) });
  }
  points.push({ x: generator[z.length - 1], y: 0 });
  return points;
}
