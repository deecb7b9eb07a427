/** Why tanh: the range of the data, clamps and saturation. */
import type { Measured } from "../../../src/language/claim.ts";
import { algebra, elsewhere, setting } from "../../../src/language/finding.ts";
import { early } from "../arms.ts";
import { digits, fd, isCollapsed, mid, percentBetween, type Slides, tanh } from "./measures.ts";

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
    finding: ({ profile, median }) =>
      `Normalised to ${setting("N(0, 1)")}, ${median("linear, N(0, 1), momentum 0.02", percentBetween)} % of the pixels end ` +
      `between ${setting("0.1 and 0.9")} in the median, where training digits have ` +
      `${median("training digits", percentBetween)} % and tanh ${median(tanh, percentBetween)} %. The Fréchet distance is ` +
      `${median("linear, N(0, 1), momentum 0.02", fd)} %, tanh's ${median(tanh, fd)} %` +
      (profile === "full" ? ", although by eye these are the smoothest strokes of all, on grey ground." : "."),
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
    finding: ({ seeds, count }) =>
      `Clamped to ${setting("±0.3")} the images can only be grey, and at the end ` +
      `${elsewhere("14 seeds, full profile", "99 % of their pixels")} lie at one of the bounds, where the gradient is exactly ` +
      `${algebra("0")}: the generator can hardly move any more. By iteration ${setting(500)} it has collapsed on ` +
      `${count("clamp ±0.3, momentum 0.02", isCollapsed)} of ${seeds} seeds, with the data rescaled as well on ` +
      `${count("clamp ±0.3, data ±0.3, momentum 0.02", isCollapsed)} (collapse-comes-from-the-range).`,
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
    holds: areClear,
    atLeast: 0.75,
    control: {
      what: "linear thrice",
      for: ["linear, momentum 0.02", "linear, momentum 0.02", "linear, momentum 0.02"],
    },
    effect: { unit: "share of pixels in between, tanh ÷ linear", of: (soft, _, linear) => mid(soft) / mid(linear) },
    figures: ["saturation"],
    expected: { quick: "inconclusive", full: "reproduced" },
    finding: ({ profile, seeds, count }) =>
      `After ${setting("1,000")} iterations the claim holds on ` +
      `${count([tanh, "clamp ±1, momentum 0.02", "linear, momentum 0.02"], areClearEarly)} of ${seeds} seeds. At a momentum step ` +
      `size of ${setting(0.1)} in place of ${setting(0.02)} it holds ` +
      (profile === "full"
        ? `on ${count(["tanh, momentum 0.1", "clamp ±1, momentum 0.1", "linear, momentum 0.1"], areClearEarly)} by then.`
        : `${elsewhere("full profile, after as many iterations", "on 5 of 14")}.`),
  });

  claim("structure-needs-no-saturation", {
    quote: quotes.structure,
    at: "What experiment 3 suggests",
    hypothesis:
      "A linear output on data in [−1, 1] ends with a Fréchet distance below 300 % of the variance and at least five digits.",
    for: "linear, momentum 0.02",
    holds: (trial) => isWithin300(trial) && fiveOrMore(trial),
    atLeast: 0.5,
    control: { what: "an untrained generator", for: "untrained" },
    effect: { unit: "digits", of: ({ end }) => end.modes },
    figures: ["experiments"],
    expected: { quick: "inconclusive", full: "inconclusive" },
    finding: ({ profile, seeds, count, median }) =>
      `The bound on the distance is met on ${count("linear, momentum 0.02", isWithin300)} of ${seeds} seeds, with a median of ` +
      `${median("linear, momentum 0.02", fd)} %, but by an untrained generator too on ${count("untrained", isWithin300)}, with ` +
      `${median("untrained", fd)} %: the digits decide, and five or more are shown on ${count("linear, momentum 0.02", fiveOrMore)}. With the ` +
      `data normalised to ${setting("N(0, 1)")} in place of ${setting("±1")} it would be on ` +
      `${count("linear, N(0, 1), momentum 0.02", fiveOrMore)}.` +
      (profile === "full" ? " By eye the linear output's digits stand under heavy grey noise." : ""),
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
    finding: ({ seeds, count, median }) =>
      `In the median ±½ ends at ${median("½ tanh, momentum 0.02", fd)} %, ${setting("±1")} at ${median(tanh, fd)} % and ` +
      `${setting("±2")} at ${median("2 tanh, momentum 0.02", fd)} %; beyond the factor are ` +
      `${count(["½ tanh, momentum 0.02", tanh], isBeyondFactor)} of ${seeds} seeds at ±½ and ` +
      `${count(["2 tanh, momentum 0.02", tanh], isBeyondFactor)} at ${setting("±2")}. What becomes of the clamp at ` +
      `${setting("±0.3")} depends on the data: at ${setting("±1")} it ends at ${median("clamp ±0.3, momentum 0.02", fd)} %, with ` +
      `the data at ${setting("±0.3")} too at ${median("clamp ±0.3, data ±0.3, momentum 0.02", fd)} %.`,
  });
};

/** Whether a soft and a hard stop each leave less than half as many pixels in between as none. */
const areClear = (soft: Measured, hard: Measured, linear: Measured) =>
  mid(soft) < mid(linear) / 2 && mid(hard) < mid(linear) / 2;
/** The same, decided when the runs at the other step sizes end. */
const areClearEarly = (...trials: [Measured, Measured, Measured]) => {
  const [soft, hard, linear] = trials.map((trial) => trial.at("between", early.grid));
  return soft < linear / 2 && hard < linear / 2;
};
const isWithin300 = (trial: Measured) => fd(trial) < 300;
const fiveOrMore = (trial: Measured) => digits(trial) >= 5;
const isBeyondFactor = (other: Measured, one: Measured) => !within(1.5, fd(other), fd(one));

function within(factor: number, a: number, b: number): boolean {
  return a < factor * b && b < factor * a;
}
