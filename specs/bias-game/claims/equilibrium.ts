/** Where the game's equilibrium is, how many there are, and of which kind. */
import { equilibrium } from "../../../src/games/bias.game.ts";
import type { ExactClaim, Measured } from "../../../src/language/claim.ts";
import { algebra } from "../../../src/language/finding.ts";
import { onlyShift } from "../code.ts";
import {
  discriminatorWouldLeave,
  gridWithMargins,
  gridWithoutMargins,
  isStationary,
  isUniqueEquilibrium,
  populationField,
  stationaryPointsOf,
} from "../theory.ts";
import { type Notebook, quotes } from "./notebook.ts";

const hasOneEquilibrium = ({ end }: Measured) => end.stationaryPoints === 1;

export const claimsOnTheEquilibrium = ({ claim, exact }: Notebook): void => {
  exact("only-that-shift-regenerates-the-data", {
    says: "states",
    quote: quotes.shift,
    at: "introduction",
    hypothesis: "Of all shifts of the input from −3 to 1 in hundredths, −1 alone gives the data again (grid data).",
    check: () => onlyShift(1),
    controls: { negative: { what: "an input on [1, 3]", check: () => onlyShift(2) } },
    figures: ["objective-surface"],
  });

  claim("generator-shifts-by-minus-one", {
    says: "implies",
    quote: quotes.shift,
    at: "introduction",
    hypothesis: "Extragradient at step size 0.1 ends with |b_G + 1| < 0.2.",
    for: "extragradient, 0.1",
    threshold: { unit: "|b_G + 1|", of: ({ end }) => Math.abs(end.biasG + 1), below: 0.2 },
    atLeast: 0.75,
    controls: {
      negative: { what: "no steps are taken (η = 0)", for: "no steps" },
      positive: { what: "a run that starts at (−½, −1)", for: "extragradient, 0.1, from (−½, −1)" },
    },
    figures: ["trajectories-0.1", "objective-surface"],
  });

  exact("marked-point-is-stationary", {
    says: "implies",
    quote: "plt.scatter(1,1,-5000)",
    at: "plot objectives",
    hypothesis: "At (1, 1), the one point that the plot of the objective marks, neither player is pushed anywhere.",
    check: () => isStationary(populationField, [1, 1]),
    controls: {
      negative: { what: "the same test at the start, (−3, 0)", check: () => isStationary(populationField, [-3, 0]) },
      positive: { what: "the same test at (−½, −1)", check: () => isStationary(populationField, equilibrium) },
    },
    finding:
      "The mark is no special point of the game: the discriminator is pushed away from it, and the generator, whose samples D " +
      "rejects with certainty there, hardly at all.",
    figures: ["objective-surface"],
  });

  claim("equilibrium-of-a-draw-is-unique", {
    says: "ours",
    quote: quotes.shift,
    at: "introduction and first cell",
    hypothesis:
      "The game that the notebook plays, 1000 points of either kind drawn from a seed, with margins of 0.001, has one stationary point.",
    for: "no steps",
    holds: hasOneEquilibrium,
    atLeast: 0.9,
    controls: {
      negative: { what: "margins a tenth as wide", for: "no steps, margins of 0.0001" },
      positive: { what: "margins ten times as wide, which smooth the draw out", for: "no steps, margins of 0.01" },
    },
    finding: ({ seeds, count, median }) =>
      `The draw has one stationary point on ${count("no steps", hasOneEquilibrium)} of ${seeds} seeds, and more on ` +
      `${count("no steps", ({ end }) => end.stationaryPoints > 1)}: by chance points lie more densely here than there, so that the ` +
      "force on the generator can change its sign more than once. So a run may come to rest at a point that is not the nearest to " +
      `${algebra("(−½, −1)")}. With margins a tenth as wide a draw has ` +
      `${median("no steps, margins of 0.0001", ({ end }) => end.stationaryPoints)} in the median.`,
    effect: { unit: "stationary points", of: ({ end }) => end.stationaryPoints },
    figures: ["own-stability"],
  });

  const uniqueness = (field: typeof populationField, width: number): ExactClaim["check"] => {
    return () => isUniqueEquilibrium(field, equilibrium, width);
  };
  const elsewhere = {
    what: "the same test at (0, −1)",
    check: () => isUniqueEquilibrium(populationField, [0, -1], 1e-4),
  };

  exact("unique-equilibrium", {
    says: "ours",
    quote: quotes.shift,
    at: "introduction",
    hypothesis:
      "On the grid x_i = (i + ½)/1000, without margins, (−½, −1) is the only stationary point, and the Jacobian there has " +
      "trace −1 and determinant a = 1/(e^¼ − 1). The notebook plays another game, of drawn points with margins.",
    check: uniqueness(gridWithoutMargins, 1e-6),
    controls: {
      negative: elsewhere,
      positive: { what: "infinitely many points in place of the grid", check: uniqueness(populationField, 1e-4) },
    },
    finding: ({ computed }) =>
      `Without margins every point is a pole of the generator's force: near u = ${algebra("0")} it is ${algebra("1/(n·u)")}. Between ` +
      "two neighbouring poles the force runs from one infinity to the other, so a sample of n points has one stationary point " +
      `fewer than points: ${computed(() => stationaryPointsOf(gridWithoutMargins))} are found on the grid, and at the one in the middle the ` +
      "determinant is negative, a saddle. The closed form belongs to infinitely many points (next claim). The notebook's margins " +
      `round each pole off over |u| < ${algebra("0.03")}, thirty times the grid's spacing: with them the number found on the grid is ` +
      `${computed(() => stationaryPointsOf(gridWithMargins))}. For points drawn from a seed see equilibrium-of-a-draw-is-unique.`,
    figures: ["gradient-norm"],
  });

  exact("unique-equilibrium-of-the-population", {
    says: "ours",
    quote: quotes.shift,
    at: "introduction",
    hypothesis:
      "With infinitely many points and no margins, (−½, −1) is the only stationary point, and the Jacobian there has trace " +
      "−1 and determinant a = 1/(e^¼ − 1).",
    check: uniqueness(populationField, 1e-4),
    controls: { negative: elsewhere },
    figures: ["gradient-norm"],
  });

  exact("equilibrium-is-no-optimum-for-the-discriminator", {
    says: "ours",
    quote: quotes.shift,
    at: "introduction",
    hypothesis:
      "At (−½, −1) the discriminator stands in a trough of the objective that it climbs: the second derivative along b_D is " +
      "a − 1 > 0. The point is stationary and attracts both algorithms, but it is no Nash equilibrium.",
    check: () => discriminatorWouldLeave(equilibrium),
    controls: {
      negative: {
        what: "the same test at (−½, 2), out of the data's reach",
        check: () => discriminatorWouldLeave([-1 / 2, 2]),
      },
    },
    figures: ["objective-surface"],
  });
};
