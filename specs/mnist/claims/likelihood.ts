/** The result that the first paper printed, and its generator's loss. */
import type { Measured } from "../../../src/language/claim.ts";
import { elsewhere, setting } from "../../../src/language/finding.ts";
import { digitsForParzen, earliest, early } from "../arms.ts";
import { best, haveSameFixedPoint } from "../fixed-point.ts";
import { atOtherStepSizes } from "../step-size.ts";
import { fd, type Slides } from "./measures.ts";

const quotes = {
  caption: "MNIST result in GAN paper",
  fixedPoint: "This objective function results in the same fixed point of the dynamics of G and D",
  stronger:
    "This objective function results in the same fixed point of the dynamics of G and D but provides much stronger gradients early in learning.",
  rejects:
    "Early in learning, when G is poor, D can reject samples with high confidence because they are clearly different from the training data.",
};

const parzen = ({ end }: Measured) => end.parzen;
const gained = (blurred: Measured, own: Measured) => parzen(blurred) - parzen(own);

/** Of the two early iterations the weaker case. */
const earlyRatio = (trial: Measured) => Math.min(...earliest.map((round) => trial.at("gradientRatio", round)));
const laterRatio = (trial: Measured) => trial.at("gradientRatio", early.gradient);
const ratioAt = (round: number) => (trial: Measured) => trial.at("gradientRatio", round);
/** The generator's loss is the mean of −log D(G(z)), so that this is D's geometric mean. */
const answerToFakes = (trial: Measured) => Math.exp(-trial.at("generatorLoss", earliest[1]));

const alsoEarly = { rate: 0.75, looksEarlier: true };

export const claimsOnThePaper = ({ claim, exact, untested }: Slides): void => {
  claim("parzen-misleads", {
    says: "ours",
    quote: quotes.caption,
    at: "Result, and Goodfellow et al. 2014, table 1",
    hypothesis:
      "Blurred training digits have a higher Parzen log-likelihood of test digits than the training digits themselves.",
    for: ["blurred digits", "digits for Parzen"],
    threshold: { unit: "nats, blurred − own", of: gained, above: 0 },
    atLeast: 0.5,
    controls: {
      negative: { what: "noise that changes the pixels as much", for: ["noisy digits", "digits for Parzen"] },
      positive: {
        what: "training digits against an untrained generator",
        for: ["digits for Parzen", "untrained for Parzen"],
      },
    },
    finding: ({ median, number }) =>
      `Blurred, the training digits gain ${median(["blurred digits", "digits for Parzen"], gained)} nats in the median: an ` +
      "estimate made of Gaussian blobs likes images that are blobs themselves. The classifier is not taken in: blurring takes " +
      `the Fréchet distance from ${median("digits for Parzen", fd)} to ${median("blurred digits", fd)} %. Such numbers, ` +
      `${elsewhere("Goodfellow et al. 2014, table 1", "225 ± 2")} for the paper's GAN and ` +
      `${median("digits for Parzen", parzen)} for ${number(digitsForParzen)} real training digits, ` +
      "cannot rank models by their look.",
  });

  untested("goodfellow-parzen", {
    title: "Goodfellow's Parzen estimate",
    says: "implies",
    quote: quotes.caption,
    at: "Result, and Goodfellow et al. 2014, table 1: 225 ± 2",
    hypothesis: "The paper's own networks and settings reach a Parzen log-likelihood of 225 nats.",
    why: "the published training made hundreds of epochs, here it makes two, and the slides show a picture of the paper's result without its number",
    figures: ["goodfellow"],
    finding: ({ median }) =>
      "After two epochs the paper's networks are at " +
      `${median("Goodfellow 2014", parzen)} nats in the median, the slides' vanilla GAN at ` +
      `${median("vanilla for Parzen", parzen)} after as many iterations, and real training digits at ` +
      `${median("digits for Parzen", parzen)}. What follows differs from seed to seed: ` +
      elsewhere(
        "four explored seeds taken on by themselves for more iterations than the arm has",
        "by 4,000 seed 1 had collapsed to one image, with −342 nats after 10,000, and seed 2 was down to two digits; seeds 3 " +
          "and 4 were as diverse as the data or nearly so at 3,000, the latter with eight digits at a Fréchet distance of 43 %",
      ) +
      ".",
  });

  claim("non-saturating-gradient", {
    title: "Non-saturating gradient",
    says: "states",
    version: 2,
    quote: quotes.stronger,
    at: "In practise",
    hypothesis:
      "At iterations 10 and 20 the generator's gradient under the non-saturating loss is more than twice as long as under the saturating loss, at the same state.",
    for: "first 20 iterations",
    threshold: { unit: "non-saturating ÷ saturating, the smaller of iterations 10 and 20", of: earlyRatio, above: 2 },
    atLeast: 0.75,
    controls: {
      negative: {
        what: "a discriminator that does not learn, and rejects nothing",
        for: "first 20 iterations, D frozen",
      },
      positive: { what: "a generator that does not learn, and is rejected", for: "first 20 iterations, G frozen" },
    },
    figures: ["gradient-ratio"],
    finding: (run) => {
      const { median } = run;
      return (
        `Before training both are equally long: D says ½ to all, and the ratio is ${median("first 20 iterations", ratioAt(0))} in the median. At ` +
        `iteration ${setting(10)} it is ${median("first 20 iterations", ratioAt(10))}, at ${setting(20)} ${median("first 20 iterations", ratioAt(20))}. ` +
        `${atOtherStepSizes(run, ["first 20 iterations"], (trial) => earlyRatio(trial) > 2, alsoEarly)} With the smaller step size of ` +
        `${setting(0.02)} the ratio is ${median("first 20 iterations, momentum 0.02", ratioAt(20))} at iteration ${setting(20)}, ` +
        `${median("first iterations, momentum 0.02", ratioAt(50))} at iteration ${setting(50)} and ` +
        `${median("first iterations, momentum 0.02", ratioAt(100))} at ${setting(100)}.`
      );
    },
  });

  claim("non-saturating-gradient@100", {
    title: "Non-saturating gradient, at iteration 100",
    says: "ours",
    quote: quotes.stronger,
    at: "In practise",
    hypothesis:
      "At iteration 100, when D's advantage comes and goes, the generator's gradient under the non-saturating loss is longer than under the saturating loss, at the same state; a run whose ratio is no number by iteration 500 counts as a failure.",
    for: "first iterations",
    threshold: { unit: "non-saturating ÷ saturating, iteration 100", of: laterRatio, above: 1 },
    atLeast: 0.75,
    controls: {
      negative: {
        what: "a discriminator that does not learn, at iteration 20",
        for: "first 20 iterations, D frozen",
        holds: (trial) => trial.at("gradientRatio", earliest[1]) > 1,
      },
      positive: {
        what: "a generator that does not learn, at iteration 20",
        for: "first 20 iterations, G frozen",
        holds: (trial) => trial.at("gradientRatio", earliest[1]) > 1,
      },
    },
    figures: ["gradient-ratio"],
  });

  claim("early-samples-are-rejected", {
    says: "states",
    quote: quotes.rejects,
    at: "In practise",
    hypothesis:
      "Over iterations 11 to 20 D gives the generator's samples a probability below 0.1 of being real, in the geometric mean.",
    for: "first 20 iterations",
    threshold: { unit: "probability, geometric mean", of: answerToFakes, below: 0.1 },
    atLeast: 0.75,
    controls: {
      negative: { what: "a discriminator that does not learn", for: "first 20 iterations, D frozen" },
      positive: { what: "a generator that does not learn", for: "first 20 iterations, G frozen" },
    },
    figures: ["gradient-ratio"],
    finding: (run) =>
      `In the median D gives them ${run.median("first 20 iterations", answerToFakes)}. ` +
      atOtherStepSizes(run, ["first 20 iterations"], (trial) => answerToFakes(trial) < 0.1, alsoEarly),
  });

  exact("same-fixed-point", {
    says: "states",
    quote: quotes.fixedPoint,
    at: "In practise",
    hypothesis:
      "In a game of tables on three points, with the best discriminator, the saturating and the non-saturating loss leave the generator at rest at the same distribution, and it is the data's.",
    check: () => haveSameFixedPoint(best),
    controls: {
      negative: {
        what: "a discriminator that learned against a uniform generator and stopped",
        check: () => haveSameFixedPoint((p) => best(p, 1 / 3)),
      },
    },
    finding:
      "At rest every point has the same D, and then both losses are constant. How they get there is another question.",
  });
};
