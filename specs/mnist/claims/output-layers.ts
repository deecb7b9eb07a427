/** Why tanh: the range of the data, clamps and saturation. */
import { early } from "../arms.ts";
import { fd, isCollapsed, mid, type Slides, tanh } from "./measures.ts";

const quotes = {
  normalise: "We normalise the values to ~N(0,1)",
  collapse: "Mode collapse! Clamped min=-0.3, max = 0.3",
  saturation: "Gradient saturation results in clear images",
  structure: "but it is not responsible for learning the image structure.",
  arbitrary: "-1 to 1 is an arbitrary range",
};

export const claimsOnOutputLayers = ({ claim }: Slides): void => {
  claim("normalising-is-not-enough", {
    quote: quotes.normalise,
    at: "Experiment 1",
    hypothesis:
      "With data normalised to N(0, 1) and a linear output, more than twice as many pixels end between 0.1 and 0.9 as with tanh.",
    for: ["linear, N(0, 1), momentum 0.02", tanh],
    holds: (linear, best) => mid(linear) > 2 * mid(best),
    atLeast: 0.75,
    control: { what: "tanh against itself", for: [tanh, tanh] },
    effect: { unit: "share of pixels in between ÷ tanh's", of: (linear, best) => mid(linear) / mid(best) },
    figures: ["experiments", "saturation"],
    expected: { quick: "inconclusive", full: "reproduced" },
    finding:
      "Normalised to N(0, 1), 42 % of the pixels end between 0.1 and 0.9, where the data have 9 % and tanh 12 %. By eye these are the smoothest strokes of all, on grey ground; the Fréchet distance does not think so.",
  });

  claim("narrow-clamp-collapses", {
    quote: quotes.collapse,
    at: "Experiment 3 extended",
    hypothesis:
      "Clamped to ±0.3, with data in [−1, 1], the generator has collapsed by iteration 500: less than 5 % of the data's variance and at most two digits.",
    for: "clamp ±0.3, momentum 0.02",
    holds: isCollapsed,
    judgesDead: true,
    atLeast: 0.75,
    control: { what: "the data rescaled to ±0.3 too", for: "clamp ±0.3, data ±0.3, momentum 0.02" },
    effect: { unit: "share of the data's variance at 500", of: (trial) => trial.at("diversity", early.collapse) },
    figures: ["experiments"],
    expected: { quick: "inconclusive", full: "reproduced" },
    finding:
      "Clamped to ±0.3 the images can only be grey, and at the end 99 % of their pixels lie at one of the bounds, where the gradient is exactly 0: the generator can no longer move. With the data rescaled as well nothing collapses (collapse-comes-from-the-range).",
  });

  claim("collapse-comes-from-the-range", {
    quote: quotes.collapse,
    at: "Experiment 3 extended (finding)",
    hypothesis: "With the data rescaled to ±0.3 like the clamp, there is no collapse by iteration 500.",
    for: "clamp ±0.3, data ±0.3, momentum 0.02",
    holds: (trial) => !isCollapsed(trial),
    atLeast: 0.75,
    control: { what: "the data left at ±1", for: "clamp ±0.3, momentum 0.02" },
    effect: { unit: "share of the data's variance at 500", of: (trial) => trial.at("diversity", early.collapse) },
    figures: ["experiments"],
    expected: { quick: "inconclusive", full: "reproduced" },
  });

  claim("saturation-clears-the-image", {
    quote: quotes.saturation,
    at: "What experiment 3 suggests",
    hypothesis:
      "Both tanh and the clamp at ±1 leave less than half as many pixels between 0.1 and 0.9 as a linear output on the same data.",
    for: [tanh, "clamp ±1, momentum 0.02", "linear, momentum 0.02"],
    holds: (soft, hard, linear) => mid(soft) < mid(linear) / 2 && mid(hard) < mid(linear) / 2,
    atLeast: 0.75,
    control: {
      what: "linear thrice",
      for: ["linear, momentum 0.02", "linear, momentum 0.02", "linear, momentum 0.02"],
    },
    effect: { unit: "share of pixels in between, tanh ÷ linear", of: (soft, _, linear) => mid(soft) / mid(linear) },
    figures: ["saturation"],
    expected: { quick: "inconclusive", full: "reproduced" },
    finding:
      "Not at a momentum step size of 0.1: after 1,000 iterations the claim holds on 5 of 14 seeds there, where at 0.02 it already holds on all of them.",
  });

  claim("structure-needs-no-saturation", {
    quote: quotes.structure,
    at: "What experiment 3 suggests",
    hypothesis:
      "A linear output on data in [−1, 1] ends with a Fréchet distance below 300 % of the variance and at least five digits.",
    for: "linear, momentum 0.02",
    holds: (trial) => fd(trial) < 300 && trial.end.modes >= 5,
    atLeast: 0.5,
    control: { what: "an untrained generator", for: "untrained" },
    effect: { unit: "digits", of: ({ end }) => end.modes },
    figures: ["experiments"],
    expected: { quick: "contradicted", full: "inconclusive" },
    finding:
      "The linear output learns digit-like shapes under heavy grey noise, at 90 % of the variance; the bound of 300 is far above even an untrained generator (171 %), so the digits decide: five or more on 8 of 14 seeds. With data normalised to N(0, 1) in place of ±1 it is 14 of 14.",
  });

  claim("range-is-arbitrary", {
    quote: quotes.arbitrary,
    at: "What experiment 3 suggests",
    hypothesis:
      "Tanh scaled to ±½ and to ±2, with the data scaled alike, both end within a factor of 1.5 of ±1's Fréchet distance.",
    for: ["½ tanh, momentum 0.02", "2 tanh, momentum 0.02", tanh],
    holds: (half, double, one) => within(1.5, fd(half), fd(one)) && within(1.5, fd(double), fd(one)),
    atLeast: 0.5,
    control: {
      what: "the clamp at ±0.3 in place of both",
      for: ["clamp ±0.3, momentum 0.02", "clamp ±0.3, momentum 0.02", tanh],
    },
    effect: { unit: "Fréchet distance, ±2 ÷ ±½", of: (half, double) => fd(double) / fd(half) },
    figures: ["forest"],
    expected: { quick: "inconclusive", full: "inconclusive" },
    finding:
      "±½ is as good as ±1 (37 and 36 %), and the whole story of ±0.3 is the mismatch with the data: with the data at ±0.3 too, the clamp ends at 43 %. At ±2 3 of 14 seeds end beyond the factor.",
  });
};

function within(factor: number, a: number, b: number): boolean {
  return a < factor * b && b < factor * a;
}
