import { colorBar } from "../../../src/figure/color-bar.ts";
import { legend } from "../../../src/figure/legend.ts";
import { pathColor, phasePortrait, portraitMargins } from "../../../src/figure/phase-portrait.ts";
import { numberText } from "../../../src/figure/scales.ts";
import { sheet } from "../../../src/figure/sheet.ts";
import type { Vector } from "../../../src/figure/streamlines.ts";
import { hue, theme } from "../../../src/figure/theme.ts";
import { type BiasGame, equilibrium, pointsOf, vectorField } from "../../../src/games/bias.game.ts";
import type { GameArm } from "../../../src/language/arm.ts";
import type { TrialsByArm } from "../../../src/study/figure.ts";
import type { Trial } from "../../../src/trial/trial.ts";
import { hasSettled } from "./outcome.ts";

/** The first seed's iterates by both algorithms over the field of that seed's data, as in the notebook's make_plot. */
export function drawTrajectories(trials: TrialsByArm, stepSize: 0.1 | 0.2): string {
  const [descent] = trials[`gradient descent, ${stepSize}`];
  const [extra] = trials[`extragradient, ${stepSize}`];
  const last = (descent.arm as GameArm).iterations;
  const bar = colorBar({
    color: (iterate) => pathColor(iterate - 1, last),
    domain: [1, last],
    type: "log",
    label: "iteration",
    height: 430,
    width: 80,
    ticks: [1, 10, 100, 1000, 10_000].filter((tick) => tick <= last),
    tickFormat: numberText,
    ...portraitMargins,
  });
  const key = legend(
    [
      { label: "start", color: theme.ink, mark: "open" },
      { label: "end", color: theme.ink, mark: "filled" },
      { label: "equilibrium (−½, −1)", color: hue.red, mark: "cross" },
    ],
    { indent: 48 },
  );
  return sheet([[portrait("gradient descent", descent), portrait("extragradient", extra), bar], [key]], {
    title: `At step size ${stepSize} ${title(descent, extra)}`,
    subtitle: `${numberText(last)} iterations from (−3, 0), seed ${descent.seed}; dots: the first 100 iterates; grey: streamlines of (g_{D}, −g_{G})`,
  });
}

/** The window of make_plot. */
const window: Vector = [-3.1, 2.1];

function portrait(title: string, trial: Trial) {
  const { game } = trial.arm as GameArm<BiasGame>;
  const field = vectorField(game, pointsOf(game, trial.seed));
  return phasePortrait({
    title,
    field: (bD, bG) => {
      const [d, g] = field([bD, bG]);
      return [d, g];
    },
    path: pathOf(trial),
    equilibrium,
    x: { domain: window, label: "Discriminator b_{D}" },
    y: { domain: window, label: "Generator b_{G}" },
  });
}

/** @throws {Error} if the trial has kept no trajectory */
function pathOf({ arrays, seed }: Trial): Vector[] {
  const { trajectory } = arrays;
  if (!trajectory) throw new Error(`expected a trajectory of seed ${seed}, got none; set keepTrajectory in its arm`);
  const { data, shape } = trajectory;
  return Array.from({ length: shape[0] }, (_, i) => [data[2 * i], data[2 * i + 1]] as const);
}

function title(descent: Trial, extra: Trial): string {
  const [one, other] = [hasSettled(descent), hasSettled(extra)];
  if (one && other) {
    const [slow, fast] = [descent, extra].map(({ end }) => `${numberText(end.settledAfter)}`);
    return `both settle: within ¼ for good after ${slow} iterations of gradient descent, ${fast} of extragradient`;
  }
  if (other) return "gradient descent keeps circling, extragradient settles";
  if (one) return "gradient descent settles, extragradient keeps circling";
  return "neither algorithm settles";
}
