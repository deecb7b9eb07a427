/** Whether the generated cloud becomes the target. */
import type { Measured } from "../../../src/language/claim.ts";
import { setting } from "../../../src/language/finding.ts";
import { at, quotes } from "../about.ts";
import { epochs, roundOf } from "../arms.ts";
import {
  type ArmName,
  bhattacharyya,
  coefficient,
  type Deck,
  distance,
  distanceAfter,
  ln2,
  lossOfD,
  overlapping,
  ownPoints,
  type Told,
  toldAtEnd,
} from "./measures.ts";

const overlaps = (run: Measured) => bhattacharyya(run) > overlapping;
const timesOwn = (gan: Measured, points: Measured) => distance(gan) / distance(points);
const matches = (gan: Measured, points: Measured) => timesOwn(gan, points) < 2;

export const claimsOnTheCloud = ({ claim, comparison, untested }: Deck): void => {
  for (const [name, says, atLeast, hypothesis, finding] of [
    [
      "cloud-overlaps",
      "states",
      0.5,
      "More often than not the Bhattacharyya coefficient with the target ends above 0.9.",
      undefined,
    ],
    [
      "every-run-overlaps",
      "implies",
      0.9,
      "Read strictly: on nine seeds of ten the Bhattacharyya coefficient with the target ends above 0.9.",
      ({ seeds, where }: Told) => {
        const missed = where("deck", (run) => !overlaps(run));
        if (missed.seeds === 0) return `None of ${seeds} runs misses ${setting(overlapping)}.`;
        const others = where("deck", overlaps);
        return (
          `${missed.seeds} of ${seeds} runs miss ${setting(overlapping)}: their median is ${missed.median("deck", bhattacharyya)}, the ` +
          `worst has ${missed.quantile("deck", 0, bhattacharyya)}. In the last epoch their own discriminators' loss differs from ` +
          `${ln2} by ${missed.median("deck", toldAtEnd)} in the median, that of the others by ` +
          `${others.median("deck", toldAtEnd)}. A fresh discriminator comes to a loss of ` +
          `${missed.median("fresh discriminator", lossOfD)} in the median against the last generators of the runs that miss, and ` +
          `of ${others.median("fresh discriminator", lossOfD)} against the others'.`
        );
      },
    ],
  ] as const) {
    claim(name, {
      says,
      quote: quotes.overlap,
      at: at.end,
      hypothesis,
      for: "deck",
      threshold: { ...coefficient, above: overlapping },
      atLeast,
      controls: {
        negative: { what: "the generator is never updated", for: "no G updates" },
        positive: { what: "the run's own 1000 points in the generator's place", for: ownPoints },
      },
      finding,
      figures: name === "cloud-overlaps" ? ["film", "film-strip", "clouds"] : ["clouds", "arms"],
    });
  }

  claim("tilt-is-learned", {
    says: "states",
    quote: quotes.tilt,
    at: at.data,
    hypothesis: "The correlation of the generated coordinates ends above 0.8; the data's is 0.941.",
    for: "deck",
    threshold: { unit: "correlation", of: ({ end }) => end.correlation, above: 0.8 },
    atLeast: 0.75,
    controls: {
      negative: { what: "the discriminator is shown the coordinates shuffled apart", for: "unpaired coordinates" },
      positive: { what: "the run's own 1000 points in the generator's place", for: ownPoints },
    },
    figures: ["clouds"],
  });

  claim("training-reaches-the-target", {
    says: "ours",
    quote: quotes.equilibrium,
    at: `${at.game}, asked of a run of ${epochs} epochs`,
    hypothesis: "The Wasserstein-2 distance to the target ends below twice that of the run's own 1000 points.",
    for: ["deck", ownPoints],
    threshold: { unit: "W2 ÷ W2 of the 1000 points", of: timesOwn, below: 2 },
    atLeast: 0.5,
    controls: {
      negative: { what: "the generator at initialisation", for: ["untrained", ownPoints] },
      positive: {
        what: "10,000 other draws from the target in the generator's place",
        for: ["10,000 other points", ownPoints],
      },
    },
    finding: ({ seeds, count, median }) => {
      const of = (arm: ArmName) => `${count([arm, ownPoints], matches)} (${median(arm, distance)})`;
      return (
        `The median run ends ${median(["deck", ownPoints], timesOwn)} times as far from the target ` +
        `as its own ${setting(1000)} points. How many of ${seeds} seeds match, and in brackets the median distance: the deck, ` +
        `${of("deck")}; fresh draws in every batch, ${of("fresh draws")}; ${setting(80)} epochs, ${of("80 epochs")}; batches of ` +
        `${setting(40)}, ${of("batches of 40")}; a fifth of the step sizes for four times as long, ` +
        `${of("80 epochs, D 0.01, G 0.001")}. The last two lessen the noise of the updates. Whether the ` +
        "discriminator stops telling before there is nothing left to tell is the next claim."
      );
    },
    figures: ["distance", "arms"],
  });

  comparison("fresh-discriminator-sees-more", {
    says: "ours",
    quote: quotes.equilibrium,
    at: `${at.game}, asked of a run of ${epochs} epochs`,
    hypothesis:
      "A fresh discriminator of the same shape, trained alone against the deck's last generator, usually ends with a smaller loss than the deck's own had in its last epoch.",
    version: 2,
    for: ["fresh discriminator", "deck"],
    value: { unit: "loss of D, nats", of: lossOfD },
    better: "smaller",
    controls: {
      positive: { what: "a discriminator whose generator is never updated", for: ["no G updates", "deck"] },
    },
    finding: ({ median }) =>
      `At the deck's end D's loss is ${ln2} to ${median("deck", toldAtEnd)} in the median, as if D were ½ everywhere. A new D of the ` +
      `same shape, on fresh draws, with a step size of ${setting(0.005)} and the generator held still, comes to ` +
      `${median("fresh discriminator", lossOfD)} in the median. A loss at ${ln2} is no sign of equilibrium: it is also the loss ` +
      "of a discriminator that has stopped telling.",
    figures: ["loss-between-runs"],
  });

  claim("moves-in-the-right-direction", {
    says: "states",
    quote: quotes.towards,
    at: at.data,
    hypothesis: "The Wasserstein-2 distance to the target is smaller after epoch 20 than after epoch 1.",
    for: "deck",
    threshold: {
      unit: "W2 after epoch 20 − W2 after epoch 1",
      of: (run) => distanceAfter(20)(run) - distanceAfter(1)(run),
      below: 0,
    },
    atLeast: 0.75,
    controls: {
      negative: {
        what: "the discriminator's step size is 0: the generator follows one that knows nothing",
        for: "D's step size 0",
      },
      positive: {
        what: "the run's own 1000 points in the place of the generator after epoch 20",
        for: ["deck", ownPoints],
        holds: (run, points) => distance(points) < run.at("wasserstein2", roundOf(1)),
      },
    },
    figures: ["distance"],
  });

  comparison("fresh-draws-end-nearer", {
    says: "ours",
    quote: quotes.draws,
    at: `${at.data}; the code shuffles 1000 points`,
    hypothesis:
      "With batches of fresh draws, of which the deck speaks, the Wasserstein-2 distance usually ends smaller than with 1000 points that are shuffled every epoch, as in its code.",
    for: ["fresh draws", "deck"],
    value: { unit: "W2", of: distance },
    better: "smaller",
    controls: {
      positive: { what: "a trained generator against one that is never updated", for: ["fresh draws", "no G updates"] },
    },
    figures: ["arms"],
  });

  untested("hidden-layers-in-the-generator", {
    title: "A generator with hidden layers",
    says: "implies",
    quote: quotes.mlp,
    at: at.networks,
    hypothesis: "A generator of several layers with activations between them learns the target.",
    why: "The deck prints no network, and the code that it is made from has one dense layer without activation; how many hidden layers and units an MLP would have is nowhere said.",
  });
};
