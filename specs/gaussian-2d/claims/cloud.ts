/** Whether the generated cloud becomes the target. */
import type { FindingRun, Measured } from "../../../src/language/claim.ts";
import { algebra, setting } from "../../../src/language/finding.ts";
import { at, quotes } from "../about.ts";
import { type arms, roundOf } from "../arms.ts";
import { bhattacharyya, type Deck, distance, ln2, lossOfD, overlap, toldAtEnd } from "./measures.ts";

type Told = FindingRun<keyof typeof arms>;

const ownPoints = "the run's own 1000 points";
const overlaps = (run: Measured) => bhattacharyya(run) > 0.9;
const matches = (gan: Measured, points: Measured) => distance(gan) < 2 * distance(points);

export const claimsOnTheCloud = ({ claim }: Deck): void => {
  for (const [name, atLeast, hypothesis, finding, quick, full] of [
    [
      "cloud-overlaps",
      0.5,
      "More often than not the Bhattacharyya coefficient with the target ends above 0.9.",
      undefined,
      "reproduced",
      "reproduced",
    ],
    [
      "every-run-overlaps",
      0.9,
      "Read strictly: on nine seeds of ten the Bhattacharyya coefficient with the target ends above 0.9.",
      ({ seeds, where }: Told) => {
        const missed = where("deck", (run) => !overlaps(run));
        if (missed.seeds === 0) return `None of ${seeds} runs misses ${setting(0.9)}.`;
        const others = where("deck", overlaps);
        return (
          `${missed.seeds} of ${seeds} runs miss ${setting(0.9)}: their median is ${missed.median("deck", bhattacharyya)}, the ` +
          `worst has ${missed.quantile("deck", 0, bhattacharyya)}. In the last epoch their own discriminators' loss differs from ` +
          `${ln2} by ${missed.median("deck", toldAtEnd)} in the median, that of the others by ` +
          `${others.median("deck", toldAtEnd)}: a loss at ${ln2} does not say that the target is reached. A fresh discriminator ` +
          "says more: against the last generator of each run it comes to a loss of " +
          `${missed.median("fresh discriminator", lossOfD)} in the median, on the others of ` +
          `${others.median("fresh discriminator", lossOfD)}.`
        );
      },
      "inconclusive",
      "inconclusive",
    ],
  ] as const) {
    claim(name, {
      quote: quotes.overlap,
      at: at.end,
      hypothesis,
      for: "deck",
      holds: overlaps,
      atLeast,
      control: { what: "the generator is never updated", for: "no G updates" },
      finding,
      expected: { quick, full },
      effect: overlap,
      figures: name === "cloud-overlaps" ? ["film", "film-strip", "clouds"] : ["clouds", "arms"],
    });
  }

  claim("tilt-is-learned", {
    quote: quotes.tilt,
    at: "slide of the data",
    hypothesis: "The correlation of the generated coordinates ends above 0.8; the data's is 0.941.",
    for: "deck",
    holds: ({ end }) => end.correlation > 0.8,
    atLeast: 0.75,
    control: { what: "the discriminator is shown the coordinates shuffled apart", for: "unpaired coordinates" },
    expected: { quick: "inconclusive", full: "reproduced" },
    effect: { unit: "correlation", of: ({ end }) => end.correlation },
    figures: ["clouds"],
  });

  claim("distribution-matches", {
    quote: quotes.equilibrium,
    at: "first slide",
    hypothesis: "The Wasserstein-2 distance to the target ends below twice that of the run's own 1000 points.",
    for: ["deck", "the run's own 1000 points"],
    holds: matches,
    atLeast: 0.5,
    control: { what: "the generator at initialisation", for: ["untrained", "the run's own 1000 points"] },
    finding: ({ seeds, count, median }) => {
      const of = (arm: keyof typeof arms) => `${count([arm, ownPoints], matches)} (${median(arm, distance)})`;
      return (
        `The median run ends ${median(["deck", ownPoints], (gan, own) => distance(gan) / distance(own))} times as far from the target ` +
        `as its own ${setting(1000)} points. How many of ${seeds} seeds match, and in brackets the median distance: the deck, ` +
        `${of("deck")}; fresh draws in every batch, ${of("fresh draws")}; ${setting(80)} epochs, ${of("80 epochs")}; batches of ` +
        `${setting(40)}, ${of("batches of 40")}; a fifth of the step sizes for four times as long, ` +
        `${of("80 epochs, D 0.01, G 0.001")}. The last two lessen the noise of the updates. Besides the noise there is the ` +
        "discriminator, which stops telling before there is nothing left to tell (next claim)."
      );
    },
    expected: { quick: "contradicted", full: "contradicted" },
    effect: { unit: "W2 ÷ W2 of the 1000 points", of: (gan, points) => distance(gan) / distance(points) },
    figures: ["distance", "arms"],
  });

  claim("fresh-discriminator-sees-more", {
    quote: quotes.equilibrium,
    at: "first slide (finding)",
    hypothesis:
      "A fresh discriminator of the same shape, trained alone against the deck's last generator, ends with a smaller loss than the deck's own had in its last epoch.",
    for: ["fresh discriminator", "deck"],
    holds: (fresh, own) => lossOfD(fresh) < lossOfD(own),
    atLeast: 0.75,
    control: { what: "the deck's own discriminator against itself", for: ["deck", "deck"] },
    finding: ({ median }) =>
      `At the deck's end D is all but constant: its loss is ${ln2} to ${median("deck", toldAtEnd)} in the median, which is what ` +
      `${algebra("D = ½")} everywhere gives. There was still something to see: a new D of the same shape, on fresh draws, with a ` +
      `step size of ${setting(0.005)} and the generator held still, comes to a loss of ` +
      `${median("fresh discriminator", lossOfD)} in the median. So a loss at ${ln2} is no sign of equilibrium: it is also the loss ` +
      "of a discriminator that has stopped telling.",
    expected: { quick: "reproduced", full: "reproduced" },
    effect: { unit: "loss of D, fresh", of: (fresh) => lossOfD(fresh) },
    figures: ["loss-between-runs"],
  });

  claim("moves-in-the-right-direction", {
    quote: quotes.losses,
    at: at.training,
    hypothesis: "The Wasserstein-2 distance to the target is smaller after epoch 20 than after epoch 1.",
    for: "deck",
    holds: (run) => run.at("wasserstein2", roundOf(20)) < run.at("wasserstein2", roundOf(1)),
    atLeast: 0.75,
    control: { what: "the generator's step size is 0", for: "G's step size 0" },
    expected: { quick: "reproduced", full: "reproduced" },
    effect: { unit: "W2 to the target at the end", of: distance },
    figures: ["distance"],
  });
};
