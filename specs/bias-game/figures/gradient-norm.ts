import * as Plot from "@observablehq/plot";
import { colorBar } from "../../../src/figure/color-bar.ts";
import { contourField, contourMargins, logViridis } from "../../../src/figure/contour-field.ts";
import { numberText, roundText } from "../../../src/figure/scales.ts";
import { sheet } from "../../../src/figure/sheet.ts";
import type { Vector } from "../../../src/figure/streamlines.ts";
import { dash, hue, theme } from "../../../src/figure/theme.ts";
import { biasGame, equilibrium, gridPoints, vectorField } from "../../../src/games/bias.game.ts";

/** √(g_D² + g_G²) on the notebook's window and on that of the trajectories, on the draw-free grid data. */
export function drawGradientNorm(): string {
  const color = logViridis([steps[0], steps[steps.length - 1]]);
  const shared = { value: gradientNorm, steps, color, width: 430, height: 446 };
  const notebook = contourField({
    ...shared,
    title: "the notebook’s window",
    x: { domain: windowD, label: "Discriminator b_{D}" },
    y: { domain: windowG, label: "Generator b_{G}" },
  });
  const wider = contourField({
    ...shared,
    title: "the window of the trajectories",
    x: { domain: wide, label: "Discriminator b_{D}" },
    y: { domain: wide, label: "Generator b_{G}" },
    marks: [outline(), ...equilibriumMark()],
  });
  const bar = colorBar({
    color,
    domain: [steps[0], steps[steps.length - 1]],
    type: "log",
    steps,
    label: "gradient norm",
    height: 446,
    width: 96,
    ticks: steps,
    tickFormat: numberText,
    ...contourMargins,
  });
  return sheet([[notebook, wider, bar]], {
    title: "The notebook’s window leaves out the equilibrium",
    subtitle:
      `Norm of (g_{D}, g_{G}) on grid data: nowhere below ${roundText(smallestInWindow())} in the notebook’s window (dashed). ` +
      "Cross: the equilibrium (−½, −1)",
  });
}

/** The notebook's np.arange(0, 3 + s, s) and np.arange(−3, 0 + s, s). */
const windowD: Vector = [0, 3];
const windowG: Vector = [-3, 0];
/** That of make_plot. */
const wide: Vector = [-3.1, 2.1];

const steps = [0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 1, 1.5, 2, 3];

const field = vectorField(biasGame(), gridPoints(1000));

/** The signs of the field's two parts do not matter here. */
function gradientNorm(bD: number, bG: number): number {
  const [d, g] = field([bD, bG]);
  return Math.sqrt(d * d + g * g);
}

/** Over a lattice of 0.05. */
function smallestInWindow(): number {
  let smallest = Number.POSITIVE_INFINITY;
  for (let i = 0; i <= 60; i++) {
    for (let j = 0; j <= 60; j++) smallest = Math.min(smallest, gradientNorm(i / 20, -3 + j / 20));
  }
  return smallest;
}

function outline(): Plot.Markish {
  // Its right side lies beyond the frame.
  const corners = [
    [wide[1], windowG[1]],
    [windowD[0], windowG[1]],
    [windowD[0], windowG[0]],
    [wide[1], windowG[0]],
  ];
  return Plot.line(corners, { stroke: theme.paper, strokeWidth: 1.8, strokeDasharray: dash.dashed });
}

function equilibriumMark(): Plot.Markish[] {
  const at = {
    x: (point: readonly number[]) => point[0],
    y: (point: readonly number[]) => point[1],
    symbol: "times",
  } as const;
  return [
    Plot.dot([equilibrium], { ...at, r: 5.5, stroke: theme.paper, strokeWidth: 4.5 }),
    Plot.dot([equilibrium], { ...at, r: 5, stroke: hue.red, strokeWidth: 2.2 }),
  ];
}
