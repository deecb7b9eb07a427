import { dash, hue } from "../../../src/figure/theme.ts";
import type { TrialsByArm } from "../../../src/study/figure.ts";
import type { Trial } from "../../../src/trial/trial.ts";

/** Range of b_G over the last 1,000 iterations below which a run is at rest: that of the claims. */
export const atRest = 1e-6;

export const hasSettled = ({ end }: Trial): boolean => end.amplitude < atRest;

/** The two algorithms of the notebook, by the names of their arms. */
export const algorithms = [
  { name: "gradient descent", color: hue.blue, dash: dash.dashed },
  { name: "extragradient", color: hue.red, dash: undefined },
] as const;

/** Step sizes that an algorithm was run with, ascending, each with its trials. */
export function byStepSize(trials: TrialsByArm, algorithm: string): { stepSize: number; trials: readonly Trial[] }[] {
  return Object.keys(trials)
    .flatMap((arm) => {
      const [name, stepSize, ...others] = arm.split(", ");
      const isPlain = name === algorithm && others.length === 0;
      return isPlain ? [{ stepSize: Number(stepSize), trials: trials[arm] }] : [];
    })
    .sort((a, b) => a.stepSize - b.stepSize);
}
