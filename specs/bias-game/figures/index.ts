/** The notebook's figures, drawn again, and what they leave open. */
import type { FigureSpec } from "../../../src/study/figure.ts";
import { drawDistance } from "./distance.ts";
import { drawGradientNorm } from "./gradient-norm.ts";
import { drawObjective } from "./objective.ts";
import { drawOwnStability } from "./own-stability.ts";
import { drawStabilityMap } from "./stability-map.ts";
import { drawTrajectories } from "./trajectories.ts";

export const figures: readonly FigureSpec[] = [
  {
    id: "objective-surface",
    title: "The objective",
    caption:
      "The notebook's first figure: what D ascends and G descends, over both biases, with the start and the equilibrium.",
    draw: drawObjective,
  },
  {
    id: "trajectories-0.1",
    title: "Trajectories at step size 0.1",
    caption:
      "The notebook's make_plot for both algorithms: 10,000 iterations of seed 1 over the streamlines of (g_D, −g_G).",
    draw: (trials) => drawTrajectories(trials, 0.1),
  },
  {
    id: "trajectories-0.2",
    title: "Trajectories at step size 0.2",
    caption: "The same with twice the step size, as in the author's repository.",
    draw: (trials) => drawTrajectories(trials, 0.2),
  },
  {
    id: "gradient-norm",
    title: "Norm of the gradient",
    caption: "The notebook's last figure, on its own window and on the window of the trajectories.",
    draw: drawGradientNorm,
  },
  {
    id: "distance",
    title: "Distance to the equilibrium",
    caption:
      "Over all seeds: counted in iterations, as the notebook does, and in evaluations of the gradient, which cost the time.",
    draw: drawDistance,
  },
  {
    id: "stability-map",
    title: "Stability against step size",
    caption:
      "Above, what linear theory says of the equilibrium; below, what the runs from (−3, 0) did in their last 1,000 iterations.",
    draw: drawStabilityMap,
  },
  {
    id: "own-stability",
    title: "Each draw has its own stability",
    caption:
      "Whether a run at step size 0.1 comes to rest is decided by the slope at the equilibrium of its own 1,000 points.",
    draw: drawOwnStability,
  },
];
