import * as Plot from "@observablehq/plot";
import { axes } from "../../../src/figure/axes.ts";
import { spreadLabels } from "../../../src/figure/labels.ts";
import { heading, type Panel, plot } from "../../../src/figure/panel.ts";
import { type AxisOptions, numberText, pixelScale, roundText } from "../../../src/figure/scales.ts";
import { median, trained } from "../../../src/figure/seeds.ts";
import { sheet } from "../../../src/figure/sheet.ts";
import { dash, theme } from "../../../src/figure/theme.ts";
import { biasGame, equilibrium, gridPoints, vectorField } from "../../../src/games/bias.game.ts";
import { extragradient, gradientDescent } from "../../../src/games/methods.ts";
import { criticalStepSize, jacobian, spectralRadius } from "../../../src/games/theory.ts";
import type { TrialsByArm } from "../../../src/study/figure.ts";
import { algorithms, atRest, byStepSize } from "./outcome.ts";

/** Spectral radius of each algorithm's map at the equilibrium, and below it how far the runs still moved at their end. */
export function drawStabilityMap(trials: TrialsByArm): string {
  const seeds = trials["gradient descent, 0.1"].length;
  return sheet([[theoryPanel()], [measuredPanel(trials)]], {
    title: title(trials),
    subtitle:
      "Above: below 1, the equilibrium attracts its neighbourhood (grid data). " +
      `Below: range of b_{G} over the last 1,000 of 10,000 iterations from (−3, 0), ${seeds} seeds and their median`,
    note: `At rest means below ${numberText(atRest)}. Ranges below 10⁻¹⁶, exactly 0 among them, lie on the bottom line.`,
  });
}

const maps = { "gradient descent": gradientDescent, extragradient };
const field = vectorField(biasGame(), gridPoints(1000));

const critical = (algorithm: keyof typeof maps): number =>
  criticalStepSize((stepSize) => maps[algorithm](field, stepSize), equilibrium, 0.01, 1);

function title(trials: TrialsByArm): string {
  const limit = critical("gradient descent");
  const ranges = byStepSize(trials, "gradient descent").map((arm) => ({
    stepSize: arm.stepSize,
    range: median(trained(arm.trials).map(({ end }) => end.amplitude)),
  }));
  const moving = ranges.find(({ range }) => range > atRest);
  const limits = `gradient descent up to ${roundText(limit)}, extragradient up to ${roundText(critical("extragradient"))}`;
  if (!moving || moving.stepSize >= limit) return `The equilibrium is stable where theory says: ${limits}`;
  const does = moving.range > 1 ? "cycles" : "keeps moving";
  return `Gradient descent already ${does} at ${moving.stepSize}, though its equilibrium is stable up to ${roundText(limit)}`;
}

/** Both panels share their width and step-size axis. */
const frame = { width: 760, marginLeft: 66, marginRight: 150 } as const;
const domain = [0.008, 1.25] as const;
const stepSizeAxis: AxisOptions = {
  label: "step size",
  type: "log",
  domain,
  ticks: [0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.5, 1],
};

function theoryPanel(): Panel {
  const points = algorithms.flatMap(({ name, color }) =>
    stepSizes().map((stepSize) => ({
      stepSize,
      name,
      color,
      radius: spectralRadius(jacobian(maps[name](field, stepSize), equilibrium)),
    })),
  );
  const limits = algorithms.map(({ name, color }) => ({ name, color, at: critical(name) }));
  const axis = axes({ ...stepSizeAxis, label: "" }, { label: "spectral radius", domain: [0, 2.5] }, { gridY: true });
  return plot({
    ...frame,
    height: 250,
    marginTop: 30,
    marginBottom: 24,
    x: axis.x,
    y: axis.y,
    marks: [
      ...axis.marks,
      Plot.ruleY([1], { stroke: theme.ink, strokeWidth: 1 }),
      Plot.ruleX(limits, { x: "at", stroke: "color", strokeDasharray: dash.fine }),
      Plot.line(points, { x: "stepSize", y: "radius", z: "name", stroke: "color", strokeWidth: 2, clip: true }),
      Plot.text(["loses stability above 1"], {
        frameAnchor: "left",
        dx: 6,
        y: 1,
        dy: -10,
        text: (words: string) => words,
        textAnchor: "start",
        fill: theme.faint,
      }),
      ...limits.map(({ name, color, at }, i) =>
        Plot.text([at], {
          x: (value: number) => value,
          y: 0.22,
          dx: i === 0 ? -6 : 6,
          textAnchor: i === 0 ? "end" : "start",
          fill: color,
          text: () => `${name}: ${roundText(at)}`,
          fontWeight: 600,
        }),
      ),
      heading("theory at the equilibrium"),
    ],
  });
}

/** 121 of them, evenly spaced in their logarithm. */
const stepSizes = (): number[] =>
  Array.from({ length: 121 }, (_, i) => domain[0] * (domain[1] / domain[0]) ** (i / 120));

/** What is drawn for nothing at all, on a logarithmic axis. */
const floor = 1e-16;

const measuredFrame = { height: 320, marginTop: 30, marginBottom: 44 } as const;

function measuredPanel(trials: TrialsByArm): Panel {
  // Beside each other, so that one algorithm's dots do not hide the other's.
  const aside = { "gradient descent": 1 / 1.05, extragradient: 1.05 };
  const dots = algorithms.flatMap(({ name, color }) =>
    byStepSize(trials, name).flatMap((arm) =>
      trained(arm.trials).map(({ end }) => ({
        x: arm.stepSize * aside[name],
        y: Math.max(floor, end.amplitude),
        color,
      })),
    ),
  );
  const medians = algorithms.flatMap(({ name, color }) =>
    byStepSize(trials, name).map((arm) => ({
      x: arm.stepSize * aside[name],
      y: Math.max(floor, median(trained(arm.trials).map(({ end }) => end.amplitude))),
      name,
      color,
    })),
  );
  const y = {
    label: "range of b_{G}",
    type: "log",
    domain: [floor / 3, 30],
    ticks: [1e-16, 1e-12, 1e-8, 1e-4, 1],
  } as const;
  const axis = axes(stepSizeAxis, y, { gridY: true });
  return plot({
    ...frame,
    ...measuredFrame,
    x: axis.x,
    y: axis.y,
    marks: [
      ...axis.marks,
      Plot.ruleY([atRest], { stroke: theme.faint, strokeDasharray: dash.fine }),
      Plot.text(["at rest below"], {
        frameAnchor: "left",
        dx: 6,
        y: atRest,
        dy: 11,
        text: (words: string) => words,
        textAnchor: "start",
        fill: theme.faint,
      }),
      Plot.line(medians, { x: "x", y: "y", z: "name", stroke: "color", strokeWidth: 1, strokeOpacity: 0.5 }),
      Plot.dot(dots, { x: "x", y: "y", r: 2.6, fill: "color", fillOpacity: 0.4 }),
      Plot.dot(medians, { x: "x", y: "y", r: 5, fill: "color", stroke: theme.paper, strokeWidth: 1.4 }),
      ...names(medians, y),
      heading("measured"),
    ],
  });
}

/** Each algorithm's name beside its last median. */
function names(medians: readonly { y: number; name: string; color: string }[], y: AxisOptions): Plot.Markish[] {
  const { height, marginTop, marginBottom } = measuredFrame;
  const toPixel = pixelScale(y, [height - marginBottom, marginTop]);
  const last = algorithms.map(({ name }) => medians.filter((one) => one.name === name).at(-1)!);
  const places = spreadLabels(
    last.map((one) => toPixel(one.y)),
    17,
    [marginTop, height - marginBottom],
  );
  return last.map(({ name, color }, i) =>
    Plot.text([name], {
      x: () => domain[1],
      y: () => toPixel.invert(places[i]),
      dx: 8,
      textAnchor: "start",
      text: (words: string) => words,
      fill: color,
      fontWeight: 600,
    }),
  );
}
