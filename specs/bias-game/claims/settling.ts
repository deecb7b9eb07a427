/** Whether each method comes to rest: what the notebook draws, and says nothing of. */
import type { Measured } from "../../../src/language/claim.ts";
import { algebra, setting } from "../../../src/language/finding.ts";
import { a } from "../theory.ts";
import { atRest, type Notebook, quotes, rests } from "./notebook.ts";

const radius = ({ end }: Measured) => end.spectralRadius;
const contracts = (trial: Measured) => radius(trial) < 1;
const isForetold = (trial: Measured) => rests(trial) === contracts(trial);

const smallSteps = "step size 0.01, small enough to contract at any draw";

export const claimsOnSettling = ({ claim }: Notebook): void => {
  claim("gradient-descent-spirals-in", {
    says: "ours",
    quote: quotes.gradientDescent,
    at: "Gradient Descent",
    hypothesis: "Gradient descent at step size 0.1 stays within 0.25 of (−½, −1) during the last 1000 iterations.",
    for: "gradient descent, 0.1",
    threshold: { unit: "largest distance", of: ({ end }) => end.largestDistance, below: 0.25 },
    atLeast: 0.75,
    controls: {
      negative: { what: "step size 0.5", for: "gradient descent, 0.5" },
      positive: { what: smallSteps, for: "gradient descent, 0.01" },
    },
    figures: ["trajectories-0.1", "distance"],
  });

  claim("gradient-descent-settles", {
    says: "ours",
    quote: quotes.gradientDescent,
    at: "Gradient Descent",
    hypothesis:
      "Gradient descent at step size 0.1 comes to rest: over the last 1000 iterations b_G varies by less than 10⁻⁶.",
    for: "gradient descent, 0.1",
    threshold: atRest,
    atLeast: 0.75,
    controls: {
      negative: { what: "step size 0.2", for: "gradient descent, 0.2" },
      positive: { what: smallSteps, for: "gradient descent, 0.01" },
    },
    finding: ({ seeds, count, quantile, number }) =>
      "The sample moves the equilibrium's slope, not only its place. With margins one point's force is steepest within " +
      `|u| < ${algebra("0.03")}, where some sixty of the ${setting(1000)} points lie, so the Jacobian's determinant a, ` +
      `${number(a)} in closed form, differs from seed to seed. Gradient descent contracts only below a step size of ` +
      `${algebra("1/a")}. At ${setting(0.1)} its map's spectral radius, at the seed's own equilibrium, goes from ` +
      `${quantile("gradient descent, 0.1", 0, radius)} to ${quantile("gradient descent, 0.1", 1, radius)}; it is below ` +
      `${algebra("1")}, so that a run near it contracts, on ${count("gradient descent, 0.1", contracts)} of ${seeds} seeds, and the ` +
      `run comes to rest on ${count("gradient descent, 0.1", rests)}. See sampled-stability-decides for how often the one foretells ` +
      `the other. It depends on the step size: at ${setting(0.01)} gradient descent comes to rest on ` +
      `${count("gradient descent, 0.01", rests)} seeds, at ${setting(0.05)} on ${count("gradient descent, 0.05", rests)}, at ` +
      `${setting(0.2)} on ${count("gradient descent, 0.2", rests)}.`,
    figures: ["own-stability", "stability-map"],
  });

  claim("sampled-stability-decides", {
    says: "ours",
    quote: 'real=np.random.uniform(0.0,1.0,n) # "real" data',
    at: "first cell",
    hypothesis:
      "Gradient descent at step size 0.1 comes to rest (b_G varies by less than 10⁻⁶) exactly on those seeds where the spectral " +
      "radius of its map, at the seed's own equilibrium, is below 1.",
    for: "gradient descent, 0.1",
    holds: isForetold,
    atLeast: 0.75,
    controls: {
      negative: {
        what: "the spectral radius of extragradient's map in its place",
        for: ["gradient descent, 0.1", "extragradient, 0.1"],
        holds: (gradientDescent, extragradient) => rests(gradientDescent) === contracts(extragradient),
      },
      positive: {
        what: "step sizes 0.01 and 1, far on either side of the border",
        for: ["gradient descent, 0.01", "gradient descent, 1"],
        holds: (small, large) => isForetold(small) && isForetold(large),
      },
    },
    effect: { unit: "spectral radius", of: ({ end }) => end.spectralRadius },
    figures: ["own-stability"],
  });

  claim("gradient-descent-cycles", {
    says: "ours",
    at: "a figure of the author's repository, which the document lacks",
    hypothesis:
      "Gradient descent at step size 0.2 goes round: b_G varies by more than 1 over the last 1000 iterations, and no coordinate ever exceeds 10.",
    for: "gradient descent, 0.2",
    holds: ({ end }) => end.amplitude > 1 && end.largestCoordinate <= 10,
    atLeast: 0.75,
    controls: {
      negative: { what: "step size 0.01", for: "gradient descent, 0.01" },
      positive: {
        what: "step size 0.3, above 1/a, from which on the equilibrium repels",
        for: "gradient descent, 0.3",
      },
    },
    effect: { unit: "range of b_G", of: ({ end }) => end.amplitude },
    figures: ["trajectories-0.2", "stability-map"],
  });

  for (const [name, stepSize] of [
    ["extragradient-settles", 0.1],
    ["extragradient-settles@0.2", 0.2],
  ] as const) {
    claim(name, {
      says: "ours",
      quote: quotes.extragradient,
      at:
        stepSize === 0.1 ? "Extra Gradient" : "Extra Gradient, at the step size of a figure of the author's repository",
      hypothesis: `Extragradient at step size ${stepSize} comes to rest: over the last 1000 iterations b_G varies by less than 10⁻⁶.`,
      for: `extragradient, ${stepSize}`,
      threshold: atRest,
      atLeast: 0.75,
      controls: {
        negative: { what: "step size 1", for: "extragradient, 1" },
        positive: { what: smallSteps, for: "extragradient, 0.01" },
      },
      figures: [`trajectories-${stepSize}`, "stability-map"],
    });
  }
};
