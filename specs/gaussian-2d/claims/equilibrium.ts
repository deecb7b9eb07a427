/** The game and its equilibrium, which are algebra. */
import { algebra, setting } from "../../../src/language/finding.ts";
import { at, quotes } from "../about.ts";
import {
  bestAnswer,
  exchangedAnswer,
  gradientOfAnEmptyD,
  isSmallestAtTheTarget,
  standsStill,
} from "../theory/equilibrium.ts";
import { playsTheMinimaxGame } from "../theory/loop.ts";
import type { Deck } from "./measures.ts";

export const claimsOnTheEquilibrium = ({ exact }: Deck): void => {
  exact("distribution-matches", {
    says: "states",
    quote: quotes.equilibrium,
    at: at.game,
    hypothesis:
      "Where D answers best, the printed objective is −ln 4 if G's distribution is the target's, and larger if it is moved, wider, narrower or without tilt.",
    version: 2,
    check: () => isSmallestAtTheTarget(bestAnswer),
    controls: {
      negative: {
        what: "D's answers to data and to fakes exchanged",
        check: () => isSmallestAtTheTarget(exchangedAnswer),
      },
    },
    finding:
      `A theorem (${setting("Goodfellow et al. 2014, Theorem 1")}): it says where G would have to be, not that training comes there. Whether it does ` +
      "is the claim “Training reaches the target”.",
    figures: ["distance"],
  });

  exact("equilibrium-is-at-rest", {
    says: "implies",
    quote: quotes.equilibrium,
    at: at.game,
    hypothesis:
      "With the deck's networks, where G's distribution is the target's and D is ½ everywhere neither player has a gradient, whatever D's hidden layers are.",
    check: () => standsStill(0),
    controls: { negative: { what: "the generator moved by ½", check: () => standsStill(1 / 2) } },
    finding: ({ computed }) =>
      "To be at rest is not to be at equilibrium: where all of D's weights are zero its gradient has a norm of " +
      `${computed(gradientOfAnEmptyD)} for a G that is far from the target as well, and at ${algebra("D = ½")} G has none ` +
      "either. The deck's first weights are close to that.",
  });

  exact("loop-plays-the-minimax-game", {
    title: "The loop plays the minimax game",
    says: "implies",
    quote: quotes.minimax,
    at: at.game,
    hypothesis:
      "The gradients on which the loop's players step are those of the printed objective, up to D's factor −½: D ascends it and G descends it.",
    check: () => playsTheMinimaxGame("non-saturating"),
    controls: {
      negative: {
        what: "the saturating loss with its sign changed",
        check: () => playsTheMinimaxGame("saturating", -1),
      },
      positive: { what: "the saturating loss", check: () => playsTheMinimaxGame("saturating") },
    },
    finding:
      "D's gradient is that of the objective, G's is not: update_G descends another loss than the first slide prints, the " +
      "non-saturating one, and the deck says so itself. What is trained is no zero-sum game.",
  });
};
