import { interpolateViridis } from "d3";
import { roundText } from "../../../src/figure/scales.ts";
import { sheet } from "../../../src/figure/sheet.ts";
import { surface } from "../../../src/figure/surface.ts";
import { equilibrium, gridPoints } from "../../../src/games/bias.game.ts";
import { objectiveOf } from "../objective.ts";

/** The notebook's z_D on [−3, 3]², on the draw-free grid data. */
export function drawObjective(): string {
  const curvature = curvatureByD();
  const ticks = [-3, -2, -1, 0, 1, 2, 3];
  const drawing = surface({
    value: objective,
    x: { domain: [-3, 3], ticks, label: "Discriminator b_{D}" },
    y: { domain: [-3, 3], ticks: ticks.slice(1), label: "Generator b_{G}" },
    z: { domain: [-7, 0], ticks: [-6, -4, -2, 0], label: "objective V" },
    color: (height) => interpolateViridis(0.04 + 0.94 * height),
    points: [
      { at: [-3, 0], label: "start", filled: false, dx: -10, dy: -12 },
      { at: [...equilibrium], label: "equilibrium", filled: true, dx: 10, dy: 16 },
    ],
  });
  const title =
    curvature > 0
      ? "At the equilibrium the discriminator stands in a trough, not on a summit"
      : "At the equilibrium the discriminator stands on a summit";
  const subtitle =
    "V(b_{D}, b_{G}) on grid data: D climbs along b_{D}, G descends along b_{G}. " +
    `Curvature along b_{D} at (−½, −1): ${roundText(curvature)}; ` +
    (curvature > 0 ? "D would gain by leaving in either direction." : "D would lose by leaving.");
  return sheet([[drawing]], { title, subtitle });
}

const objective = objectiveOf(gridPoints(1000));

/** Second difference of the objective along b_D; far wider than the 0.001 between data points, each of which is a pole. */
function curvatureByD(): number {
  const [d, g] = equilibrium;
  const width = 0.1;
  return (objective(d + width, g) - 2 * objective(d, g) + objective(d - width, g)) / width ** 2;
}
