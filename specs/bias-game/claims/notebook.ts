/** The notebook's own words, and what its claims look at. */
import type { FindingRun, Measured } from "../../../src/language/claim.ts";
import type { Words } from "../../../src/study/source.ts";
import type { arms } from "../arms.ts";

export const quotes = {
  shift:
    "As a result, the Generator must learn to shift its input by $b_G=-1$ in order to successfuly re-generate the true data.",
  bothMethods: "# Run GD (simultaneously) … #apply extra gradients to original iterate",
  extragradient: "#apply extra gradients to original iterate",
  gradientDescent: "step_size=0.1 … # Run GD (simultaneously)",
  batches: "# reshuffling and multiple D steps make no sense here??",
};

/** Registers claims about the notebook's arms. */
export type Notebook = Words<keyof typeof arms>;
export type Told = FindingRun<keyof typeof arms>;

/** Over the last 1000 iterations b_G moves by less than 10⁻⁶. */
export const rests = ({ end }: Measured) => end.amplitude < 1e-6;

/** The range of b_G over the last 1000 iterations, and below it a run is at rest. */
export const atRest = { unit: "range of b_G", of: ({ end }: Measured) => end.amplitude, below: 1e-6 };
