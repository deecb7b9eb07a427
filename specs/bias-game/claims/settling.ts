/** Whether each method comes to rest, as in its figure. */
import type { Measured } from "../../../src/language/claim.ts";
import { algebra, setting } from "../../../src/language/finding.ts";
import { a } from "../theory.ts";
import { type Notebook, quotes, rests } from "./notebook.ts";

const radius = ({ end }: Measured) => end.spectralRadius;
const contracts = (trial: Measured) => radius(trial) < 1;

export const claimsOnSettling = ({ claim }: Notebook): void => {
  claim("gradient-descent-spirals-in", {
    quote: `${quotes.step} … ${quotes.gradientDescent}`,
    at: "Gradient Descent, figure",
    hypothesis: "Gradient descent at step size 0.1 stays within 0.25 of (−½, −1) during the last 1000 iterations.",
    for: "gradient descent, 0.1",
    holds: ({ end }) => end.largestDistance < 0.25,
    atLeast: 0.75,
    control: { what: "step size 0.5", for: "gradient descent, 0.5" },
    expected: { quick: "inconclusive", full: "reproduced" },
    effect: { unit: "largest distance", of: ({ end }) => end.largestDistance },
    figures: ["trajectories-0.1", "distance"],
  });

  claim("gradient-descent-settles", {
    quote: `${quotes.step} … ${quotes.gradientDescent}`,
    at: "Gradient Descent, figure",
    hypothesis:
      "Gradient descent at step size 0.1 comes to rest: over the last 1000 iterations b_G varies by less than 10⁻⁶.",
    for: "gradient descent, 0.1",
    holds: ({ end }) => end.amplitude < 1e-6,
    atLeast: 0.75,
    control: { what: "step size 0.2", for: "gradient descent, 0.2" },
    finding: ({ seeds, count, quantile, number }) =>
      "The sample moves the equilibrium's slope, not only its place. With margins one point's force is steepest within " +
      `|u| < ${algebra("0.03")}, where some sixty of the ${setting(1000)} points lie, so the Jacobian's determinant a, ` +
      `${number(a)} in closed form, differs from seed to seed. Gradient descent contracts only below a step size of ` +
      `${algebra("1/a")}. At ${setting(0.1)} its map's spectral radius, at the seed's own equilibrium, goes from ` +
      `${quantile("gradient descent, 0.1", 0, radius)} to ${quantile("gradient descent, 0.1", 1, radius)}; it is below ` +
      `${algebra("1")}, so that a run near it contracts, on ${count("gradient descent, 0.1", contracts)} of ${seeds} seeds, and the ` +
      `run comes to rest on ${count("gradient descent, 0.1", rests)}. See sampled-stability-decides for how often the one foretells the other.`,
    expected: { quick: "inconclusive", full: "contradicted" },
    effect: { unit: "range of b_G", of: ({ end }) => end.amplitude },
    figures: ["own-stability", "stability-map"],
  });

  claim("gradient-descent-cycles", {
    quote: "(figure of gradient descent at step size 0.2)",
    at: "the author's repository",
    hypothesis:
      "Gradient descent at step size 0.2 goes round: b_G varies by more than 1 over the last 1000 iterations, and no coordinate ever exceeds 10.",
    for: "gradient descent, 0.2",
    holds: ({ end }) => end.amplitude > 1 && end.largestCoordinate <= 10,
    atLeast: 0.75,
    control: { what: "step size 0.01", for: "gradient descent, 0.01" },
    expected: { quick: "reproduced", full: "reproduced" },
    effect: { unit: "range of b_G", of: ({ end }) => end.amplitude },
    figures: ["trajectories-0.2", "stability-map"],
  });

  for (const [name, stepSize] of [
    ["extragradient-settles", 0.1],
    ["extragradient-settles@0.2", 0.2],
  ] as const) {
    claim(name, {
      quote: quotes.extragradient,
      at: stepSize === 0.1 ? "Extra Gradient, figure" : "the author's repository, figure at step size 0.2",
      hypothesis: `Extragradient at step size ${stepSize} comes to rest: over the last 1000 iterations b_G varies by less than 10⁻⁶.`,
      for: `extragradient, ${stepSize}`,
      holds: ({ end }) => end.amplitude < 1e-6,
      atLeast: 0.75,
      control: { what: "step size 1", for: "extragradient, 1" },
      expected: { quick: "reproduced", full: "reproduced" },
      effect: { unit: "range of b_G", of: ({ end }) => end.amplitude },
      figures: [`trajectories-${stepSize}`, "stability-map"],
    });
  }
};
