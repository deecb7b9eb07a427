/** Why tanh: the range of the data, clamps and saturation. */
import type { Measured } from "../../../src/language/claim.ts";
import { algebra, setting } from "../../../src/language/finding.ts";
import { early } from "../arms.ts";
import { atOtherStepSizes } from "../step-size.ts";
import { digits, fd, isCollapsed, isOfOneKind, mid, percentBetween, pooled, type Slides, tanh } from "./measures.ts";

const quotes = {
  normalise: "We normalise the values to … N(0,1)",
  collapse: "Mode collapse ! Clamped min=-0.3, max = 0.3",
  saturation: "Gradient saturation results in clear images",
  structure: "Gradient saturation results in clear images, but it is not responsible for learning the image structure.",
  arbitrary: "-1 to 1 is an arbitrary range",
};

const normalised = "linear, N(0, 1), momentum 0.02";
const linear = "linear, momentum 0.02";
const soft = [tanh, "clamp ±1, momentum 0.02", linear] as const;
const ranges = ["½ tanh, momentum 0.02", "2 tanh, momentum 0.02", tanh] as const;

export const claimsOnOutputLayers = ({ claim }: Slides): void => {
  claim("normalised-outputs-are-grey", {
    says: "ours",
    quote: quotes.normalise,
    at: "Experiment 1",
    hypothesis:
      "With data normalised to N(0, 1) and a linear output, more than twice as many pixels end between 0.1 and 0.9 as with tanh.",
    for: [normalised, tanh],
    threshold: { unit: "share of pixels in between ÷ tanh's", of: (own, best) => mid(own) / mid(best), above: 2 },
    atLeast: 0.75,
    controls: {
      negative: { what: "2σ − 1, which is bounded, in its place", for: ["2σ − 1, momentum 0.02", tanh] },
      positive: { what: "an untrained sigmoid output in its place, all of it grey", for: ["untrained", tanh] },
    },
    figures: ["experiments", "saturation"],
    finding: (run) => {
      const { median } = run;
      return (
        `Normalised to ${setting("N(0, 1)")}, ${median(normalised, percentBetween)} % of the pixels end ` +
        `between ${setting("0.1 and 0.9")} in the median, where training digits have ` +
        `${median("training digits", percentBetween)} % and tanh ${median(tanh, percentBetween)} %; the linear output on data in ` +
        `${setting("[−1, 1]")}, which has no bound either, has ${median(linear, percentBetween)} %. ` +
        atOtherStepSizes(run, [normalised, tanh], (own, best) => mid(own) > 2 * mid(best), { rate: 0.75 })
      );
    },
  });

  claim("narrow-clamp-collapses", {
    says: "states",
    quote: quotes.collapse,
    at: "Experiment 3 extended",
    hypothesis:
      "Clamped to ±0.3, with data in [−1, 1], the generator has collapsed by iteration 500: less than 5 % of the data's variance and at most two digits.",
    for: "clamp ±0.3, momentum 0.02",
    holds: isCollapsed,
    judgesDead: true,
    atLeast: 0.75,
    controls: {
      negative: { what: "the data rescaled to ±0.3 too", for: "clamp ±0.3, data ±0.3, momentum 0.02" },
      positive: { what: "a generator of one image", for: "one image", holds: isOfOneKind },
    },
    effect: { unit: "share of the data's variance at 500", of: (trial) => trial.at("diversity", early.collapse) },
    figures: ["experiments"],
    finding: ({ seeds, count, median }) =>
      `Clamped to ${setting("±0.3")} the images can only be grey: at the end ` +
      `${median("clamp ±0.3, momentum 0.02", percentBetween)} % of their pixels lie between ${setting("0.1 and 0.9")}. Where an output ` +
      `lies beyond a bound, its gradient is exactly ${algebra("0")}, and the generator can hardly move any more. By iteration ` +
      `${setting(500)} it has collapsed on ${count("clamp ±0.3, momentum 0.02", isCollapsed)} of ${seeds} seeds, with the data ` +
      `rescaled as well on ${count("clamp ±0.3, data ±0.3, momentum 0.02", isCollapsed)} (collapse-comes-from-the-range).`,
  });

  claim("collapse-comes-from-the-range", {
    says: "ours",
    quote: quotes.collapse,
    at: "Experiment 3 extended",
    hypothesis: "With the data rescaled to ±0.3 like the clamp, there is no collapse by iteration 500.",
    for: "clamp ±0.3, data ±0.3, momentum 0.02",
    holds: (trial) => !isCollapsed(trial),
    atLeast: 0.75,
    controls: {
      negative: { what: "the data left at ±1", for: "clamp ±0.3, momentum 0.02" },
      positive: { what: "training digits", for: "training digits", holds: (trial) => !isOfOneKind(trial) },
    },
    effect: { unit: "share of the data's variance at 500", of: (trial) => trial.at("diversity", early.collapse) },
    figures: ["experiments"],
  });

  claim("saturation-clears-the-image", {
    says: "states",
    quote: quotes.saturation,
    at: "What experiment 3 suggests",
    hypothesis:
      "Both tanh and the clamp at ±1 leave less than half as many pixels between 0.1 and 0.9 as a linear output on the same data.",
    for: soft,
    holds: areClear,
    atLeast: 0.75,
    controls: {
      negative: {
        what: "untrained generators in the place of both, all grey",
        for: ["untrained", "one image", linear],
      },
      positive: {
        what: "training digits in the place of both, against an untrained generator",
        for: ["training digits", "other training digits", "untrained"],
      },
    },
    effect: { unit: "share of pixels in between, tanh ÷ linear", of: (own, _, other) => mid(own) / mid(other) },
    figures: ["saturation"],
    finding: (run) => atOtherStepSizes(run, soft, areClear, { rate: 0.75 }),
  });

  claim("structure-needs-no-saturation", {
    says: "states",
    version: 2,
    quote: quotes.structure,
    at: "What experiment 3 suggests",
    hypothesis:
      "A linear output on data in [−1, 1] ends with a pooled Fréchet distance below 100 % of the variance, where any generator of one image, were it the mean digit itself, stays at or above it.",
    for: linear,
    threshold: { unit: "pooled Fréchet distance, % of variance", of: pooled, below: 100 },
    atLeast: 0.5,
    controls: {
      negative: { what: "the clamp at ±0.3, which collapses", for: "clamp ±0.3, momentum 0.02" },
      positive: { what: "training digits", for: "training digits" },
    },
    figures: ["experiments"],
    finding: (run) => {
      const { seeds, count, median } = run;
      return (
        `In means of ${setting("4 × 4")} pixels, in which noise hardly shows, the linear output ends at ${median(linear, pooled)} % in the ` +
        `median, tanh at ${median(tanh, pooled)} % and an untrained generator at ${median("untrained", pooled)} %; it is within ` +
        `twice tanh's distance on ${count([linear, tanh], (own, best) => pooled(own) < 2 * pooled(best))} of ${seeds} seeds. ` +
        "By eye its digits stand under heavy grey noise. " +
        atOtherStepSizes(run, [linear], hasStructure)
      );
    },
  });

  claim("linear-outputs-show-five-digits", {
    says: "ours",
    quote: quotes.structure,
    at: "What experiment 3 suggests",
    hypothesis: "A linear output on data in [−1, 1] ends with at least five digits.",
    for: linear,
    threshold: { unit: "digits", of: digits, above: 4.5 },
    atLeast: 0.5,
    controls: {
      negative: { what: "an untrained generator", for: "untrained" },
      positive: { what: "training digits", for: "training digits" },
    },
    figures: ["experiments"],
    finding: (run) => {
      const { seeds, count } = run;
      return (
        `Five or more are shown on ${count(linear, fiveOrMore)} of ${seeds} seeds; with the data normalised to ` +
        `${setting("N(0, 1)")} in place of ${setting("±1")} on ${count(normalised, fiveOrMore)}. ` +
        atOtherStepSizes(run, [linear], fiveOrMore)
      );
    },
  });

  claim("range-is-arbitrary", {
    says: "states",
    quote: quotes.arbitrary,
    at: "What experiment 3 suggests",
    hypothesis:
      "Tanh scaled to ±½ and to ±2, with the data scaled alike, both end within a factor of 1.5 of ±1's Fréchet distance.",
    for: ranges,
    threshold: { unit: "larger factor between the Fréchet distances and ±1's", of: largestFactor, below: 1.5 },
    atLeast: 0.5,
    controls: {
      negative: { what: "untrained generators in place of both", for: ["untrained", "one image", tanh] },
      positive: {
        what: "training digits against others",
        for: ["other training digits", "training digits"],
        holds: areAlike,
      },
    },
    figures: ["forest"],
    finding: (run) => {
      const { seeds, count, median } = run;
      return (
        `In the median ±½ ends at ${median("½ tanh, momentum 0.02", fd)} %, ${setting("±1")} at ${median(tanh, fd)} % and ` +
        `${setting("±2")} at ${median("2 tanh, momentum 0.02", fd)} %; beyond the factor are ` +
        `${count(["½ tanh, momentum 0.02", tanh], isBeyondFactor)} of ${seeds} seeds at ±½ and ` +
        `${count(["2 tanh, momentum 0.02", tanh], isBeyondFactor)} at ${setting("±2")}. What becomes of the clamp at ` +
        `${setting("±0.3")} depends on the data: at ${setting("±1")} it ends at ${median("clamp ±0.3, momentum 0.02", fd)} %, with ` +
        `the data at ${setting("±0.3")} too at ${median("clamp ±0.3, data ±0.3, momentum 0.02", fd)} %. ` +
        atOtherStepSizes(run, ranges, areAlike)
      );
    },
  });
};

/** Whether a soft and a hard stop each leave less than half as many pixels in between as none. */
function areClear(softly: Measured, hard: Measured, other: Measured): boolean {
  return mid(softly) < mid(other) / 2 && mid(hard) < mid(other) / 2;
}
const hasStructure = (trial: Measured) => pooled(trial) < 100;
const fiveOrMore = (trial: Measured) => digits(trial) >= 5;
const isBeyondFactor = (other: Measured, one: Measured) => largestFactor(other, one) >= 1.5;

function areAlike(...trials: readonly Measured[]): boolean {
  return largestFactor(...trials) < 1.5;
}

/** Between the last's distance and each of the others'. */
function largestFactor(...trials: readonly Measured[]): number {
  const one = trials[trials.length - 1];
  const others = trials.slice(0, -1).map((other) => fd(other) / fd(one));
  return Math.max(...others.map((ratio) => Math.max(ratio, 1 / ratio)));
}
