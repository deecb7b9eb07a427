/** The “weird GAN”, whose gradients are never zeroed: faster than what, and why. */
import type { Measured } from "../../../src/language/claim.ts";
import { algebra, elsewhere, setting } from "../../../src/language/finding.ts";
import { early, watched } from "../arms.ts";
import { neverZeroedIsMomentum } from "../theory.ts";
import { pooledEarly, type Slides, sigmoid } from "./measures.ts";

const quotes = {
  weird: "Yet Weird GAN leads to faster convergence !",
  crossTalk: "Include d(G loss t=n)/dw1",
  sum: "d(D loss t=1)/dw1 + d(D loss t=2)/dw1 + …",
};

const digitsEarly = (trial: Measured) => trial.at("modes", early.weird);
const gradientEarly = (trial: Measured) => trial.at("gradientNorm", early.weird);
const isAhead = (a: Measured, b: Measured) => pooledEarly(a) < pooledEarly(b);
/** How far the vanilla GAN is ahead of the best of the others. */
const lead = (vanilla: Measured, ...weird: readonly Measured[]) =>
  Math.min(...weird.map(pooledEarly)) - pooledEarly(vanilla);
const fairly = [sigmoid, "weird, 0.00001", "weird, 0.0001", "weird, 0.001"] as const;
const explains = (heavy: Measured, light: Measured, weird: Measured) =>
  pooledEarly(heavy) < pooledEarly(light) && pooledEarly(heavy) <= 1.1 * pooledEarly(weird);

export const claimsOnTheWeirdGan = ({ claim, exact }: Slides): void => {
  const weirdEffect = {
    unit: "pooled Fréchet distance at 1,000, difference",
    of: (a: Measured, b: Measured) => pooledEarly(a) - pooledEarly(b),
  };

  claim("weird-converges-faster", {
    quote: quotes.weird,
    at: "“Weird” GAN",
    hypothesis:
      "At a step size of 10⁻⁴, iteration 1,000, the weird GAN's pooled Fréchet distance is smaller than momentum 0.9's.",
    for: ["weird, 0.0001", "momentum 0.9"],
    holds: isAhead,
    atLeast: 0.5,
    control: { what: "momentum 0.9 against itself", for: ["momentum 0.9", "momentum 0.9"] },
    effect: weirdEffect,
    figures: ["weird", "gradient-norm", "grid"],
    expected: { quick: "reproduced", full: "reproduced" },
    finding: ({ profile, seeds, count, median, quantile }) =>
      `The weird GAN is ahead on ${count(["weird, 0.0001", "momentum 0.9"], isAhead)} of ${seeds} seeds, of a rival that in ` +
      `${setting("1,000")} iterations hardly moves: at the same step size of ${setting("10⁻⁴")} momentum ${setting(0.9)} is at ` +
      `${median("momentum 0.9", pooledEarly)} % in the median, an untrained generator at ` +
      `${median("untrained", ({ end }) => end.frechetPooled)} % and the weird GAN at ${median("weird, 0.0001", pooledEarly)} %. ` +
      "A sum of all gradients so far makes longer steps. Of the ten digits the classifier sees at most " +
      `${quantile("weird, 0.0001", 1, digitsEarly)} in the weird GAN's samples by then, and at most ` +
      `${quantile("momentum 0.9", 1, digitsEarly)} in its rival's. ` +
      (profile === "full"
        ? `The gradient of the weird GAN's generator has a median length of ${median(watched("weird, 0.0001"), gradientEarly)}, ` +
          `its rival's of ${median(watched("momentum 0.9"), gradientEarly)}, and the vanilla GAN's at a step size of ` +
          `${setting(0.02)} of ${median(watched(sigmoid), gradientEarly)}. At ${setting("10⁻³")} momentum ${setting(0.9)} is ahead of the weird ` +
          `GAN on ${count(["momentum 0.9, step size 0.001", "weird, 0.001"], isAhead)} seeds.`
        : `At ${setting("10⁻³")} the claim turns round: momentum ${setting(0.9)} is ahead ` +
          `${elsewhere("full profile, after as many iterations", "on 14 of 14 seeds")}.`),
  });

  claim("weird-beats-tuned-vanilla", {
    quote: quotes.weird,
    at: "“Weird” GAN, compared fairly",
    hypothesis:
      "At iteration 1,000 the weird GAN at its best step size of 10⁻⁵, 10⁻⁴ and 10⁻³ has a smaller pooled Fréchet distance than the vanilla GAN at 0.02.",
    for: fairly,
    holds: (vanilla, ...weird) => Math.min(...weird.map(pooledEarly)) < pooledEarly(vanilla),
    atLeast: 0.5,
    control: { what: "the vanilla GAN against itself", for: [sigmoid, sigmoid, sigmoid, sigmoid] },
    effect: {
      unit: "pooled Fréchet distance at 1,000, best weird − vanilla",
      of: lead,
    },
    figures: ["weird"],
    expected: { quick: "contradicted", full: "contradicted" },
    finding: ({ seeds, count, median, quantile }) =>
      `At a step size of ${setting(0.02)} the vanilla GAN is ahead of the weird GAN at its best on ${count(fairly, (...trials) => lead(...trials) > 0)} of ` +
      `${seeds} seeds, by ${median(fairly, lead)} % of the variance in the median. By then it covers ` +
      `${median(sigmoid, digitsEarly)} digits in the median, the weird GAN at any of its step sizes at most ` +
      `${quantile(fairly, 1, (_, ...weird) => Math.max(...weird.map(digitsEarly)))}. Beside a rival whose step size is too ` +
      "small, longer steps look like faster convergence.",
  });

  claim("cross-talk-explains-it", {
    quote: quotes.crossTalk,
    at: "Does it work because? 1",
    hypothesis:
      "With cross-talk alone, at 10⁻⁴ and iteration 1,000, the pooled Fréchet distance is smaller than momentum 0.9's.",
    for: ["cross-talk only", "momentum 0.9"],
    holds: isAhead,
    atLeast: 0.5,
    control: { what: "momentum 0.9 against itself", for: ["momentum 0.9", "momentum 0.9"] },
    effect: weirdEffect,
    figures: ["weird"],
    expected: { quick: "contradicted", full: "contradicted" },
    finding: ({ profile, median }) =>
      "Alone, what the generator's loss leaves in the discriminator's buffers changes next to nothing: at " +
      `${setting("10⁻⁴")} cross-talk is at ${median("cross-talk only", pooledEarly)} % in the median, momentum ${setting(0.9)} at ` +
      `${median("momentum 0.9", pooledEarly)} % and an untrained generator at ` +
      `${median("untrained", ({ end }) => end.frechetPooled)} %. What it does is to work against D: as long as D says ½, what ` +
      "the generator's loss leaves in D's buffers cancels D's own lesson about fakes, and only “real is real” remains." +
      (profile === "full"
        ? ` In the weird GAN, which sums all of it, D's loss, ${algebra("2 ln 2 = 1.39")} for guessing, is at ` +
          `${median(watched("weird, 0.0001"), (trial) => trial.at("discriminatorLoss", 300))} in the median at iteration ` +
          `${setting(300)}, and the generator's gradient has a length of ` +
          `${median(watched("weird, 0.0001"), (trial) => trial.at("gradientNorm", 300))}, before training of ${median(watched("weird, 0.0001"), (trial) => trial.at("gradientNorm", 0))}.`
        : ""),
  });

  claim("momentum-explains-it", {
    quote: quotes.sum,
    at: "Does it work because? 2; Option 2, ρ = 0.999",
    hypothesis:
      "At 10⁻⁴, iteration 1,000, momentum 0.999 has a smaller pooled Fréchet distance than momentum 0.9, and at most 1.1 times the weird GAN's.",
    for: ["momentum 0.999", "momentum 0.9", "weird, 0.0001"],
    holds: explains,
    atLeast: 0.5,
    control: { what: "ρ = 0.9 in its place", for: ["momentum 0.9", "momentum 0.9", "weird, 0.0001"] },
    effect: {
      unit: "pooled Fréchet distance at 1,000 ÷ weird's",
      of: (heavy, _, weird) => pooledEarly(heavy) / pooledEarly(weird),
    },
    figures: ["weird"],
    expected: { quick: "contradicted", full: "contradicted" },
    finding: ({ profile, seeds, count, dead }) =>
      `Momentum ${setting(0.999)} is ahead of ${setting(0.9)} on ${count(["momentum 0.999", "momentum 0.9"], isAhead)} of ${seeds} seeds. ` +
      `But on ${dead("momentum 0.999")} its samples have collapsed to one image by iteration ${setting("1,000")}, which counts as ` +
      `a failure; the weird GAN's have on ${dead("weird, 0.0001")}. By the distance alone the claim would hold on ` +
      `${count(["momentum 0.999", "momentum 0.9", "weird, 0.0001"], explains)}` +
      (profile === "full"
        ? `, and at a step size of ${setting("10⁻³")} on ` +
          `${count(["momentum 0.999, step size 0.001", "momentum 0.9, step size 0.001", "weird, 0.001"], explains)}.`
        : "."),
  });

  exact("accumulating-is-momentum-one", {
    quote: quotes.sum,
    at: "So what does this mean for “Weird GAN”?",
    hypothesis:
      "Gradients that are never zeroed are momentum with ρ = 1, bit for bit, if the generator's loss leaves nothing in the discriminator's buffers; if it does, they are the slide's sum.",
    check: () => neverZeroedIsMomentum(1),
    control: { what: "ρ = 0.999", check: () => neverZeroedIsMomentum(0.999) },
    expected: { quick: "reproduced", full: "reproduced" },
  });
};
