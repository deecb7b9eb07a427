/** The “weird GAN”, whose gradients are never zeroed: faster than what, and why. */
import type { Measured } from "../../../src/language/claim.ts";
import { neverZeroedIsMomentum } from "../theory.ts";
import { pooledEarly, type Slides, sigmoid } from "./measures.ts";

const quotes = {
  weird: "Yet Weird GAN leads to faster convergence !",
  crossTalk: "Include d(G loss t=n)/dw1",
  sum: "d(D loss t=1)/dw1 + d(D loss t=2)/dw1 + …",
};

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
    holds: (weird, vanilla) => pooledEarly(weird) < pooledEarly(vanilla),
    atLeast: 0.5,
    control: { what: "momentum 0.9 against itself", for: ["momentum 0.9", "momentum 0.9"] },
    effect: weirdEffect,
    figures: ["weird", "gradient-norm", "grid"],
    expected: { quick: "reproduced", full: "reproduced" },
    finding:
      "It does, against momentum 0.9 at the same step size of 10⁻⁴, which in 1,000 iterations has hardly moved from the untrained state. A sum of all gradients so far simply makes longer steps. Neither shows a digit (see weird-beats-tuned-vanilla). Its gradient is six times as long as momentum 0.9's by then (0.70 against 0.11 in the median) and an eighth of the vanilla GAN's at 0.02. At a step size of 10⁻³ the claim turns round: momentum 0.9 is ahead on 14 of 14 seeds.",
  });

  claim("weird-beats-tuned-vanilla", {
    quote: quotes.weird,
    at: "“Weird” GAN, compared fairly",
    hypothesis:
      "At iteration 1,000 the weird GAN at its best step size of 10⁻⁵, 10⁻⁴ and 10⁻³ has a smaller pooled Fréchet distance than the vanilla GAN at 0.02.",
    for: [sigmoid, "weird, 0.00001", "weird, 0.0001", "weird, 0.001"],
    holds: (vanilla, ...weird) => Math.min(...weird.map(pooledEarly)) < pooledEarly(vanilla),
    atLeast: 0.5,
    control: { what: "the vanilla GAN against itself", for: [sigmoid, sigmoid, sigmoid, sigmoid] },
    effect: {
      unit: "pooled Fréchet distance at 1,000, best weird − vanilla",
      of: (vanilla, ...weird) => Math.min(...weird.map(pooledEarly)) - pooledEarly(vanilla),
    },
    figures: ["weird"],
    expected: { quick: "contradicted", full: "contradicted" },
    finding:
      "With a step size that suits it the vanilla GAN is far ahead: at iteration 1,000 it is ahead by 132 % of the variance in the median, while the weird GAN, at any of its three step sizes, has one shape to show at most. What looked like faster convergence was a step size too small for its rival.",
  });

  claim("cross-talk-explains-it", {
    quote: quotes.crossTalk,
    at: "Does it work because? 1",
    hypothesis:
      "With cross-talk alone, at 10⁻⁴ and iteration 1,000, the pooled Fréchet distance is smaller than momentum 0.9's.",
    for: ["cross-talk only", "momentum 0.9"],
    holds: (talk, vanilla) => pooledEarly(talk) < pooledEarly(vanilla),
    atLeast: 0.5,
    control: { what: "momentum 0.9 against itself", for: ["momentum 0.9", "momentum 0.9"] },
    effect: weirdEffect,
    figures: ["weird"],
    expected: { quick: "contradicted", full: "contradicted" },
    finding:
      "Alone, what the generator's loss leaves in the discriminator's buffers changes next to nothing: at 10⁻⁴ both runs are still as good as untrained. What it does is to work against D: as long as D says ½, what the generator's loss leaves in D's buffers cancels D's own lesson about fakes, and only “real is real” remains. In the weird GAN, which sums all of it, D's loss rises above that of guessing (1.39) to 1.60 at iteration 300, and the generator's gradient is then shorter than before training (0.007 against 0.012).",
  });

  claim("momentum-explains-it", {
    quote: quotes.sum,
    at: "Does it work because? 2; Option 2, ρ = 0.999",
    hypothesis:
      "At 10⁻⁴, iteration 1,000, momentum 0.999 has a smaller pooled Fréchet distance than momentum 0.9, and at most 1.1 times the weird GAN's.",
    for: ["momentum 0.999", "momentum 0.9", "weird, 0.0001"],
    holds: (heavy, light, weird) =>
      pooledEarly(heavy) < pooledEarly(light) && pooledEarly(heavy) <= 1.1 * pooledEarly(weird),
    atLeast: 0.5,
    control: { what: "ρ = 0.9 in its place", for: ["momentum 0.9", "momentum 0.9", "weird, 0.0001"] },
    effect: {
      unit: "pooled Fréchet distance at 1,000 ÷ weird's",
      of: (heavy, _, weird) => pooledEarly(heavy) / pooledEarly(weird),
    },
    figures: ["weird"],
    expected: { quick: "contradicted", full: "contradicted" },
    finding:
      "Half of it: momentum 0.999 too moves much faster than 0.9 at this step size. But on 14 of 14 seeds its samples have collapsed to one image by iteration 1,000, which counts as a failure; the weird GAN's have not. By the distance alone 8 of 14 would hold. At a step size of 10⁻³ the claim holds on no seed.",
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
