/** Where the game's equilibrium is, and of which kind. */
import { equilibrium } from "../../../src/games/bias.game.ts";
import type { ExactClaim } from "../../../src/language/claim.ts";
import { algebra } from "../../../src/language/finding.ts";
import {
  discriminatorWouldLeave,
  gridWithMargins,
  gridWithoutMargins,
  isUniqueEquilibrium,
  populationField,
  stationaryPointsOf,
} from "../theory.ts";
import { type Notebook, quotes } from "./notebook.ts";

export const claimsOnTheEquilibrium = ({ claim, exact }: Notebook): void => {
  claim("generator-shifts-by-minus-one", {
    quote: quotes.shift,
    at: "introduction",
    hypothesis: "Extragradient at step size 0.1 ends with |b_G + 1| < 0.2.",
    for: "extragradient, 0.1",
    holds: ({ end }) => Math.abs(end.biasG + 1) < 0.2,
    atLeast: 0.75,
    control: { what: "no steps are taken (η = 0)", for: "no steps" },
    expected: { quick: "reproduced", full: "reproduced" },
    effect: { unit: "|b_G + 1|", of: ({ end }) => Math.abs(end.biasG + 1) },
    figures: ["trajectories-0.1", "objective-surface"],
  });

  const uniqueness = (field: typeof populationField, width: number): Pick<ExactClaim, "check" | "control"> => ({
    check: () => isUniqueEquilibrium(field, equilibrium, width),
    control: { what: "the same test at (0, −1)", check: () => isUniqueEquilibrium(field, [0, -1], width) },
  });

  exact("unique-equilibrium", {
    quote: quotes.shift,
    at: "introduction",
    hypothesis:
      "On the grid x_i = (i + ½)/1000, without margins, (−½, −1) is the only stationary point, and the Jacobian there has " +
      "trace −1 and determinant a = 1/(e^¼ − 1).",
    ...uniqueness(gridWithoutMargins, 1e-6),
    finding: ({ computed }) =>
      `Without margins every point is a pole of the generator's force: near u = ${algebra("0")} it is ${algebra("1/(n·u)")}. Between ` +
      "two neighbouring poles the force runs from one infinity to the other, so a sample of n points has one stationary point " +
      `fewer than points: ${computed(() => stationaryPointsOf(gridWithoutMargins))} are found on the grid, and at the one in the middle the ` +
      "determinant is negative, a saddle. The closed form belongs to infinitely many points (next claim). The notebook's margins " +
      `round each pole off over |u| < ${algebra("0.03")}, thirty times the grid's spacing: with them the number found on the grid is ` +
      `${computed(() => stationaryPointsOf(gridWithMargins))}. Points drawn from a seed lie less evenly, and may have several with margins too.`,
    expected: { quick: "contradicted", full: "contradicted" },
    figures: ["gradient-norm"],
  });

  exact("unique-equilibrium-of-the-population", {
    quote: quotes.shift,
    at: "introduction (finding)",
    hypothesis:
      "With infinitely many points and no margins, (−½, −1) is the only stationary point, and the Jacobian there has trace " +
      "−1 and determinant a = 1/(e^¼ − 1).",
    ...uniqueness(populationField, 1e-4),
    expected: { quick: "reproduced", full: "reproduced" },
    figures: ["gradient-norm"],
  });

  exact("equilibrium-is-no-optimum-for-the-discriminator", {
    quote: quotes.shift,
    at: "introduction (finding)",
    hypothesis:
      "At (−½, −1) the discriminator stands in a trough of the objective that it climbs: the second derivative along b_D is " +
      "a − 1 > 0. The point is stationary and attracts both algorithms, but it is no Nash equilibrium.",
    check: () => discriminatorWouldLeave(equilibrium),
    control: {
      what: "the same test at (−½, 2), out of the data's reach",
      check: () => discriminatorWouldLeave([-1 / 2, 2]),
    },
    expected: { quick: "reproduced", full: "reproduced" },
    figures: ["objective-surface"],
  });
};
