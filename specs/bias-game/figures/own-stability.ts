import * as Plot from "@observablehq/plot";
import { axes } from "../../../src/figure/axes.ts";
import { heading, type Panel, plot } from "../../../src/figure/panel.ts";
import { trained } from "../../../src/figure/seeds.ts";
import { sheet } from "../../../src/figure/sheet.ts";
import { dash, theme } from "../../../src/figure/theme.ts";
import type { TrialsByArm } from "../../../src/study/figure.ts";
import type { Trial } from "../../../src/trial/trial.ts";
import { algorithms, atRest, hasSettled } from "./outcome.ts";

/** Every seed's range of b_G against the spectral radius at the equilibrium of its own points. */
export function drawOwnStability(trials: TrialsByArm): string {
  const panels = algorithms.map(({ name, color }) => panel(name, color, trained(trials[`${name}, 0.1`])));
  const runs = trained(trials["gradient descent, 0.1"]);
  const foretold = runs.filter((trial) => hasSettled(trial) === isStable(trial)).length;
  const settled = runs.filter(hasSettled).length;
  return sheet([panels], {
    title: `Gradient descent at 0.1 comes to rest on ${settled} of ${runs.length} draws, and theory foretells ${foretold} of ${runs.length}`,
    subtitle:
      "Each dot is one seed: 1,000 points of its own, hence an equilibrium of its own. " +
      "Left of the line its linearised map contracts there; below the line the run came to rest",
  });
}

const isStable = ({ end }: Trial): boolean => end.spectralRadius < 1;

/** What is drawn for nothing at all, on a logarithmic axis. */
const floor = 1e-16;

function panel(name: string, color: string, trials: readonly Trial[]): Panel {
  const x = {
    label: "spectral radius at the seed's own equilibrium",
    domain: [0.86, 1.1],
    ticks: [0.9, 0.95, 1, 1.05, 1.1],
  };
  const y = {
    label: "range of b_{G}",
    type: "log",
    domain: [floor / 3, 30],
    ticks: [1e-16, 1e-12, 1e-8, 1e-4, 1],
  } as const;
  const axis = axes({ ...x, domain: [0.86, 1.1] }, y, { gridY: true });
  const dots = trials.map(({ end }) => ({ x: end.spectralRadius, y: Math.max(floor, end.amplitude) }));
  return plot({
    width: 440,
    height: 380,
    marginTop: 30,
    marginBottom: 44,
    marginLeft: 66,
    marginRight: 18,
    x: axis.x,
    y: axis.y,
    marks: [
      ...axis.marks,
      Plot.ruleX([1], { stroke: theme.ink, strokeWidth: 1 }),
      Plot.ruleY([atRest], { stroke: theme.faint, strokeDasharray: dash.fine }),
      Plot.dot(dots, { x: "x", y: "y", fill: color, fillOpacity: 0.5, r: 3.5 }),
      heading(`${name}, step size 0.1`),
    ],
  });
}
