/** The two losses of the generator: whose gradient is longer, and which trains better. */
import type { Measured } from "../../../src/language/claim.ts";
import { algebra, setting } from "../../../src/language/finding.ts";
import { at, quotes } from "../about.ts";
import { epochs, roundsAnEpoch } from "../arms.ts";
import { ratioIs } from "../theory/odds.ts";
import { type ArmName, type Deck, distanceAfter, type Told } from "./measures.ts";

/** Non-saturating over saturating, before the update of that number. */
const ratioAt = (update: number) => (run: Measured) => run.at("gradientRatio", update);
const isLongerAt = (update: number) => (run: Measured) => ratioAt(update)(run) > 1;
const saturatingIsLongerAt = (update: number) => (run: Measured) => ratioAt(update)(run) < 1;

/** The epoch after which the two losses are compared. */
const early = 5;
const earlyDistance = { unit: "W2", of: distanceAfter(early) };
const isAhead = (a: Measured, b: Measured) => earlyDistance.of(a) < earlyDistance.of(b);

export const claimsOnTheGeneratorLoss = ({ claim, comparison, exact }: Deck): void => {
  for (const { name, says, where, update, finding } of [
    {
      name: "stronger-gradients-early",
      says: "states",
      where: at.generator,
      update: 10,
      finding: ({ seeds, count, median }: Told) =>
        `At update ${setting(10)} the median ratio is ${median("first updates", ratioAt(10))}, at update ${setting(20)} ` +
        `${median("first updates", ratioAt(20))}. How long is early? At update ` +
        `${setting(roundsAnEpoch)}, the end of the first of ${setting(epochs)} epochs, the saturating loss has the longer gradient on ` +
        `${count("first updates", saturatingIsLongerAt(roundsAnEpoch))} of ${seeds} seeds, and at update ${setting(500)} on ` +
        `${count("first updates", saturatingIsLongerAt(500))}.`,
    },
    {
      name: "stronger-gradients-after-an-epoch",
      says: "ours",
      where: `${at.generator}, asked of the end of the first epoch`,
      update: roundsAnEpoch,
      finding: ({ median }: Told) =>
        `The median ratio is ${median("first updates", ratioAt(roundsAnEpoch))}. Fakes that D rejects with certainty can lie where its ` +
        `tanh units are flat, and pull in no direction; where those that pull have D above ${algebra("½")} (right panel), ` +
        `${algebra("(1 − D)/D is below 1")}.`,
    },
    {
      name: "stronger-from-the-start",
      says: "ours",
      where: `${at.generator}, asked of the state before any update`,
      update: 0,
      finding: ({ seeds, count, quantile }: Told) =>
        `Before the first update D's biases are ${setting(0)} and its weights some ${setting(0.02)}, so that D is all but ${algebra("½")} at all ` +
        "fakes. There both losses have the same gradient (next claim). The measured ratio differs from " +
        `${algebra("1")} by ${quantile("first updates", 1, (run) => Math.abs(ratioAt(0)(run) - 1))} at most, upwards on ` +
        `${count("first updates", (run) => ratioAt(0)(run) > 1)} of ${seeds} seeds: which side is rounding and the chance of the ` +
        "first weights.",
    },
  ] as const) {
    // Before the first update the controls are what the claim is: they are asked at the end of the first epoch.
    const asked = update === 0 ? roundsAnEpoch : update;
    claim(name, {
      says,
      quote: quotes.gradients,
      at: where,
      hypothesis: `At update ${update} the generator's gradient under the non-saturating loss is longer than under the saturating loss, at the same state.`,
      for: "first updates",
      threshold: { unit: `non-saturating ÷ saturating, update ${update}`, of: ratioAt(update), above: 1 },
      atLeast: 0.75,
      controls: {
        negative: {
          what: `the discriminator's step size is 0, so that it rejects nothing (update ${asked})`,
          for: "first updates, D's step size 0",
          holds: isLongerAt(asked),
        },
        positive: {
          what: `the discriminator is trained alone, so that it rejects the fakes (update ${asked})`,
          for: "first updates, no G updates",
          holds: isLongerAt(asked),
        },
      },
      finding,
      figures: ["gradient-ratio"],
    });
  }

  exact("gradient-ratio-is-an-odds", {
    says: "ours",
    quote: quotes.gradients,
    at: at.generator,
    hypothesis:
      "Where D is the same at all fakes, the non-saturating gradient is (1 − D)/D times the saturating one: equal at D = ½, longer only where D rejects.",
    check: () => ratioIs((d) => (1 - d) / d),
    controls: { negative: { what: "D/(1 − D) in its place", check: () => ratioIs((d) => d / (1 - d)) } },
    figures: ["gradient-ratio"],
  });

  comparison("non-saturating-trains-better", {
    title: "Non-saturating trains better",
    says: "implies",
    quote: quotes.gradients,
    at: at.generator,
    hypothesis:
      "After epoch 5 the Wasserstein-2 distance is usually smaller with the non-saturating loss than with the saturating, at the deck's step sizes.",
    for: ["deck", "saturating loss"],
    value: earlyDistance,
    better: "smaller",
    controls: {
      positive: {
        what: "a trained generator against one that is never updated",
        for: ["saturating loss", "no G updates"],
      },
    },
    finding: ({ seeds, count, median }) => {
      const ahead = (nonSaturating: ArmName, saturating: ArmName) => count([nonSaturating, saturating], isAhead);
      return (
        "How a longer gradient can do harm: Adam divides every step by the root mean square of past " +
        `gradients, and with β₂ = ${setting(0.999)} it remembers some ${algebra("1/(1 − β₂) = 1,000")} of them, ` +
        `${algebra(`${1000 / roundsAnEpoch}`)} epochs: those of the first updates, ${median("first updates", ratioAt(20))} times as ` +
        `long under the non-saturating loss at update ${setting(20)}, keep shortening its steps. After epoch ${setting(early)} the ` +
        `median distance is ${median("deck", distanceAfter(early))} with it and ` +
        `${median("saturating loss", distanceAfter(early))} with the saturating. What a shorter memory does: the non-saturating loss ` +
        `is ahead on ${ahead("deck", "saturating loss")} of ${seeds} seeds with β₂ = ${setting(0.999)}, on ` +
        `${ahead("β₂ 0.99", "β₂ 0.99, saturating loss")} with ${setting(0.99)}, on ` +
        `${ahead("β₂ 0.9", "β₂ 0.9, saturating loss")} with ${setting(0.9)} (next claim). With the deck's β₂ it is ahead on ` +
        `${count(["deck", "saturating loss"], (a, b) => distanceAfter(epochs)(a) < distanceAfter(epochs)(b))} after epoch ` +
        `${setting(epochs)}.`
      );
    },
    figures: ["generator-losses"],
  });

  comparison("non-saturating-trains-better-with-short-memory", {
    title: "Non-saturating trains better with short memory",
    says: "ours",
    quote: quotes.gradients,
    at: at.generator,
    hypothesis:
      "With β₂ = 0.9 in the generator's Adam, in place of 0.999, the Wasserstein-2 distance after epoch 5 is usually smaller with the non-saturating loss than with the saturating.",
    for: ["β₂ 0.9", "β₂ 0.9, saturating loss"],
    value: earlyDistance,
    better: "smaller",
    controls: {
      positive: {
        what: "a trained generator against one that is never updated",
        for: ["β₂ 0.9, saturating loss", "no G updates"],
      },
    },
    finding: ({ seeds, count, median }) => {
      const late = distanceAfter(epochs);
      return (
        "Nothing is changed but β₂ of the generator's Adam, in both arms. The median distance goes from " +
        `${median("β₂ 0.9", distanceAfter(early))} after epoch ${setting(early)} to ${median("β₂ 0.9", late)} after epoch ` +
        `${setting(epochs)}, with the saturating loss from ${median("β₂ 0.9, saturating loss", distanceAfter(early))} to ` +
        `${median("β₂ 0.9, saturating loss", late)} (figure). By plain gradient descent, which has no memory, the non-saturating ` +
        `loss is ahead on ${count(["SGD 0.02", "SGD 0.02, saturating loss"], isAhead)} of ${seeds} seeds at a step size of ` +
        `${setting(0.02)} and on ${count(["SGD 0.05", "SGD 0.05, saturating loss"], isAhead)} at ${setting(0.05)}.`
      );
    },
    figures: ["generator-losses"],
  });
};
