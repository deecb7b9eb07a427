/** The two players: what their updates do, how often they take turns, and the generator's loss. */
import type { Measured } from "../../../src/language/claim.ts";
import { setting } from "../../../src/language/finding.ts";
import { distance, type Notebook } from "./notebook.ts";

const tenSteps = "for _ in range(10): session.run(model.discriminator_train_op)";

/** How far D sets the data above the samples. */
const advantage = ({ end }: Measured) => end.probabilityOfReal - end.probabilityOfFakes;
const advantageAtStart = (run: Measured) => run.at("probabilityOfReal", 0) - run.at("probabilityOfFakes", 0);

/** Non-saturating over saturating. */
const ratioAt = (round: number) => (run: Measured) => run.at("gradientRatio", round);

export const claimsOnThePlayers = ({ claim, comparison }: Notebook): void => {
  claim("discriminator-ends-undecided", {
    says: "ours",
    quote:
      "The discriminator tries to predict whether a given example is from the real data or from the generator. The generator, however, tries to fool the discriminator.",
    at: "introduction; what the game would end in",
    hypothesis: "After 3,000 rounds |D − ½| is below 0.1 everywhere on μ ± 2σ.",
    for: "notebook",
    threshold: { unit: "largest |D − ½| on μ ± 2σ", of: ({ end }) => end.discriminatorGap, below: 0.1 },
    atLeast: 0.5,
    controls: {
      negative: { what: "the discriminator is trained alone", for: "frozen generator" },
      positive: { what: "a discriminator whose last weights are all but 0", for: "undecided discriminator" },
    },
    finding: ({ seeds, count, median }) =>
      "The discriminator is undecided only where there are samples to be undecided about. The generator has none at " +
      `${setting("μ − 2σ")} on ${count("notebook", ({ end }) => end.lowest > -2)} of ${seeds} seeds, so that D can be certain ` +
      `there. The largest |D − ½| is ${median("notebook", ({ end }) => end.discriminatorGap)} in the median; the figure shows D ` +
      "over the whole range.",
    figures: ["discriminator-end"],
  });

  comparison("ten-discriminator-steps", {
    says: "implies",
    version: 2,
    quote: tenSteps,
    at: "last cell",
    hypothesis:
      "Ten discriminator updates a round end with a smaller Wasserstein-1 distance than one, after as many generator updates.",
    for: ["notebook", "one discriminator step"],
    value: { unit: "W1 in σ", of: distance },
    better: "smaller",
    controls: {
      positive: {
        what: "1000 real draws against a generator at initialisation",
        for: ["1000 real draws", "untrained"],
      },
    },
    finding: ({ seeds, dead, median }) =>
      `With one discriminator step all samples have collapsed to a point on ${dead("one discriminator step")} of ${seeds} seeds, ` +
      `and with ten on ${dead("notebook")}. Longer training with one step (next claim) leaves ${dead("one step at equal cost")} ` +
      `collapsed. The median distance is ${median("one discriminator step", distance)} σ with one step, ` +
      `${median("one step at equal cost", distance)} σ with one step for longer, and ${median("notebook", distance)} σ with ten. ` +
      "So what counts is the ratio of the updates, not their number.",
    figures: ["schedule"],
  });

  comparison("ten-discriminator-steps-at-equal-cost", {
    says: "ours",
    version: 2,
    quote: tenSteps,
    at: "last cell, counted fairly",
    hypothesis:
      "Ten discriminator updates a round end with a smaller Wasserstein-1 distance than one, after as many updates of both players together.",
    for: ["notebook", "one step at equal cost"],
    value: { unit: "W1 in σ", of: distance },
    better: "smaller",
    controls: {
      positive: {
        what: "1000 real draws against a generator at initialisation",
        for: ["1000 real draws", "untrained"],
      },
    },
    figures: ["schedule"],
  });

  claim("discriminator-op-improves", {
    title: "D's updates improve D",
    says: "states",
    quote: "The discriminator_train_op improves the discriminator to classify inputs correctly as samples or data.",
    at: "text after the model",
    hypothesis:
      "With the generator held, D tells data from samples better after 3,000 rounds than before: the mean of D(x) less that of D(G(z)) is larger.",
    for: "frozen generator",
    threshold: { unit: "change of E D(x) − E D(G(z))", of: (run) => advantage(run) - advantageAtStart(run), above: 0 },
    atLeast: 0.75,
    controls: {
      negative: { what: "D is held and the generator trained", for: "D's step size 0" },
      positive: { what: "D alone at ten times the step size", for: "frozen generator, larger steps" },
    },
  });

  claim("generator-op-improves", {
    title: "G's updates improve G",
    says: "states",
    quote:
      "The generator_train_op improves the generator such that the discriminator can be fooled and samples are classified as real data.",
    at: "text after the model",
    hypothesis: "With D held, the mean of D(G(z)) is larger after 500 generator updates than before.",
    for: "D's step size 0",
    threshold: {
      unit: "change of E D(G(z))",
      of: (run) => run.end.probabilityOfFakes - run.at("probabilityOfFakes", 0),
      above: 0,
    },
    judgesDead: true,
    atLeast: 0.75,
    controls: {
      negative: { what: "the generator is held and D trained", for: "frozen generator" },
      positive: { what: "ten times the step size", for: "D's step size 0, larger steps" },
    },
  });

  for (const [name, round] of [
    ["non-saturating-gradients", 10],
    ["non-saturating-gradients@100", 100],
    ["non-saturating-gradients@500", 500],
  ] as const) {
    claim(name, {
      says: "ours",
      version: name === "non-saturating-gradients" ? 2 : undefined,
      quote: "self._generator_loss = - tf.reduce_mean(tf.log(self.classified_samples))",
      at: "GenerativeAdversarialNet.__init__",
      hypothesis: `At round ${round} the generator's gradient under the non-saturating loss is longer than under the saturating loss, at the same state.`,
      for: "notebook",
      threshold: { unit: `non-saturating ÷ saturating, round ${round}`, of: ratioAt(round), above: 1 },
      judgesDead: true,
      atLeast: 0.5,
      // Early on D has hardly moved in the positive control, so that it is asked of round 500.
      controls: {
        negative: {
          what: "D stays as it is drawn: all but the same everywhere, above ½ or below by chance",
          for: "D's step size 0",
        },
        positive: {
          what: "D is trained alone, so that it rejects the samples (round 500)",
          for: "frozen generator",
          holds: (run) => ratioAt(500)(run) > 1,
        },
      },
      figures: ["gradient-ratio"],
    });
  }
};
