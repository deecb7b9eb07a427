/** The two losses of the generator: whose gradient is longer, and which trains better. */
import type { FindingRun, Measured } from "../../../src/language/claim.ts";
import { algebra, setting } from "../../../src/language/finding.ts";
import { at, quotes } from "../about.ts";
import { type arms, epochs, roundsAnEpoch } from "../arms.ts";
import { ratioIs } from "../theory.ts";
import { type Deck, distanceAfter, nearerAfter } from "./measures.ts";

type Told = FindingRun<keyof typeof arms>;

/** Non-saturating over saturating, before the update of that number. */
const ratioAt = (update: number) => (run: Measured) => run.at("gradientRatio", update);
const saturatingIsLongerAt = (update: number) => (run: Measured) => ratioAt(update)(run) < 1;

export const claimsOnTheGeneratorLoss = ({ claim, exact }: Deck): void => {
  for (const [name, update, finding, verdict] of [
    [
      "stronger-gradients-early",
      10,
      ({ seeds, count, median }: Told) =>
        `And at update ${setting(20)} the median ratio is ${median("first updates", ratioAt(20))}. How long is early? At update ` +
        `${setting(125)}, the end of the first of ${setting(epochs)} epochs, the saturating loss has the longer gradient on ` +
        `${count("first updates", saturatingIsLongerAt(125))} of ${seeds} seeds, and at update ${setting(500)} on ` +
        `${count("first updates", saturatingIsLongerAt(500))}. The fakes that D rejects with certainty lie where its tanh units ` +
        `are flat and pull in no direction; those that do pull have D above ${algebra("½")} (right panel), and there ` +
        `${algebra("(1 − D)/D is below 1")}.`,
      "reproduced",
    ],
    [
      "stronger-from-the-start",
      0,
      ({ seeds, count, quantile }: Told) =>
        `Before the first update D's biases are ${setting(0)} and its weights some ${setting(0.02)}, so that D is all but ${algebra("½")} at all ` +
        "fakes. There both losses have the same gradient (next claim). The measured ratio differs from " +
        `${algebra("1")} by ${quantile("first updates", 1, (run) => Math.abs(ratioAt(0)(run) - 1))} at most, upwards on ` +
        `${count("first updates", (run) => ratioAt(0)(run) > 1)} of ${seeds} seeds: which side is rounding and the chance of the ` +
        "first weights.",
      "contradicted",
    ],
  ] as const) {
    claim(name, {
      quote: quotes.gradients,
      at: update === 0 ? `${at.generator}, read literally` : at.generator,
      hypothesis: `At update ${update} the generator's gradient under the non-saturating loss is longer than under the saturating loss, at the same state.`,
      for: "first updates",
      holds: (run) => run.at("gradientRatio", update) > 1,
      atLeast: 0.75,
      control: {
        what: "the ratio of a loss to itself",
        holds: (run) => run.at("gradientRatio", update) / run.at("gradientRatio", update) > 1,
      },
      finding,
      expected: { quick: verdict, full: verdict },
      effect: {
        unit: `non-saturating ÷ saturating, update ${update}`,
        of: (run) => run.at("gradientRatio", update),
      },
      figures: ["gradient-ratio"],
    });
  }

  exact("gradient-ratio-is-an-odds", {
    quote: quotes.gradients,
    at: `${at.generator} (finding)`,
    hypothesis:
      "Where D is the same at all fakes, the non-saturating gradient is (1 − D)/D times the saturating one: equal at D = ½, longer only where D rejects.",
    check: () => ratioIs((d) => (1 - d) / d),
    control: { what: "D/(1 − D) in its place", check: () => ratioIs((d) => d / (1 - d)) },
    expected: { quick: "reproduced", full: "reproduced" },
    figures: ["gradient-ratio"],
  });

  claim("non-saturating-trains-better", {
    title: "Non-saturating trains better",
    quote: quotes.gradients,
    at: `${at.generator}, implied`,
    hypothesis:
      "After epoch 5 the Wasserstein-2 distance is smaller with the non-saturating loss than with the saturating.",
    for: ["deck", "saturating loss"],
    ...nearerAfter(5),
    atLeast: 0.5,
    control: { what: "the non-saturating loss in both", for: ["deck", "deck"] },
    finding: ({ seeds, count, median }) => {
      const { holds: isAhead } = nearerAfter(5);
      return (
        "The longer gradient of the first updates does harm here. Adam divides every step by the root mean square of past " +
        `gradients, and with β₂ = ${setting(0.999)} it remembers some ${algebra("1/(1 − β₂) = 1,000")} of them, ` +
        `${algebra(`${1000 / roundsAnEpoch}`)} epochs: those of the first updates, ${median("first updates", ratioAt(20))} times as ` +
        `long under the non-saturating loss at update ${setting(20)}, keep shortening its steps. After epoch ${setting(5)} the ` +
        `median distance is ${median("deck", distanceAfter(5))} with it and ${median("saturating loss", distanceAfter(5))} with the ` +
        "saturating. What a shorter memory does: the non-saturating loss is ahead on " +
        `${count(["deck", "saturating loss"], isAhead)} of ${seeds} seeds with β₂ = ${setting(0.999)}, on ` +
        `${count(["β₂ 0.99", "β₂ 0.99, saturating loss"], isAhead)} with ${setting(0.99)}, on ` +
        `${count(["β₂ 0.9", "β₂ 0.9, saturating loss"], isAhead)} with ${setting(0.9)} (next claim). With the deck's ` +
        `β₂ it is ahead on ${count(["deck", "saturating loss"], nearerAfter(epochs).holds)} after epoch ${setting(epochs)}.`
      );
    },
    expected: { quick: "contradicted", full: "contradicted" },
    figures: ["generator-losses"],
  });

  claim("non-saturating-trains-better-with-short-memory", {
    title: "Non-saturating trains better with short memory",
    quote: quotes.gradients,
    at: `${at.generator}, implied (finding)`,
    hypothesis:
      "With β₂ = 0.9 in the generator's Adam, in place of 0.999, the Wasserstein-2 distance after epoch 5 is smaller with the non-saturating loss than with the saturating.",
    for: ["β₂ 0.9", "β₂ 0.9, saturating loss"],
    ...nearerAfter(5),
    atLeast: 0.5,
    control: { what: "the non-saturating loss in both", for: ["β₂ 0.9", "β₂ 0.9"] },
    finding: ({ seeds, count, median }) => {
      const { holds: isAhead } = nearerAfter(5);
      const [early, late] = [distanceAfter(5), distanceAfter(epochs)];
      return (
        "Nothing is changed but β₂ of the generator's Adam, in both arms, and the order of the two losses turns: under Adam it is " +
        `the memory that decides. It is no advice: the median distance goes from ${median("β₂ 0.9", early)} after epoch ` +
        `${setting(5)} to ${median("β₂ 0.9", late)} after epoch ${setting(epochs)}, with the saturating loss from ` +
        `${median("β₂ 0.9, saturating loss", early)} to ${median("β₂ 0.9, saturating loss", late)} (figure). By plain gradient ` +
        "descent, which has no memory, the non-saturating loss is ahead on " +
        `${count(["SGD 0.02", "SGD 0.02, saturating loss"], isAhead)} of ${seeds} seeds at a step size of ${setting(0.02)} and on ` +
        `${count(["SGD 0.05", "SGD 0.05, saturating loss"], isAhead)} at ${setting(0.05)}.`
      );
    },
    expected: { quick: "reproduced", full: "reproduced" },
    figures: ["generator-losses"],
  });
};
