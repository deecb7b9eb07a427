/** The GAN replicates; what improves it, and what is best. */
import type { Measured } from "../../../src/language/claim.ts";
import { setting } from "../../../src/language/finding.ts";
import { stream } from "../../../src/random/stream.ts";
import { atTheOther } from "../grid.ts";
import { atOtherStepSizes } from "../step-size.ts";
import { comparisons, type Pair } from "./comparisons.ts";
import {
  better,
  digits,
  distance,
  fd,
  logDistance,
  type SlideArm,
  type Slides,
  sigmoid,
  type Told,
  tanh,
} from "./measures.ts";
import { outputPairs } from "./output-pairs.ts";

const quotes = {
  replicated: "I have successfully replicated Ian Goodfellow original GAN",
  best: "The best results come from adding Tanh + Adam + Dropout.",
  improvement: "Tanh Dropout Leaky … Adam Best improvement",
  clamped: "Clamped min=-1.0, max = 1.0",
  saturation: "Gradient saturation not normalisation is responsible for the improvement",
  attempts: "This diagram doesn't show u how many times I took to get these images",
};

const nineOrMore = (trial: Measured) => digits(trial) >= 9;
const replicates = (trial: Measured) => fd(trial) < 65 && nineOrMore(trial);
const isClosestOfAll = (first: Measured, ...others: readonly Measured[]) =>
  others.every((other) => better(first, other));

/** Each alone on the vanilla GAN, at its step size; tanh is the first. */
const firstSteps = ["tanh, momentum 0.1", "dropout", "leaky ReLU", "sigmoid, Adam"] as const;
/** The slides' best, then everything else that they show, at the step size that suits it better where both are trained as long. */
const all = ["tanh, Adam, dropout", "vanilla", tanh, "dropout", "leaky ReLU", "sigmoid, Adam", "tanh, Adam"] as const;
const [, ...rivals] = all;

/** Saturation on the same data: linear, then clamped to them. Normalisation under the same sigmoid: data in [0, 1], then [−1, 1]. */
const causes = ["linear, momentum 0.02", "clamp ±1, momentum 0.02", sigmoid, "2σ − 1, momentum 0.02"] as const;
const gained = (before: Measured, after: Measured) => logDistance(before) - logDistance(after);
const saturationGains = (linear: Measured, clamped: Measured, ..._: readonly Measured[]) => gained(linear, clamped);
const normalisingGains = (...[, , plain, scaled]: readonly Measured[]) => gained(plain, scaled);
const lead = (...[linear, clamped, plain, scaled]: readonly Measured[]) =>
  gained(linear, clamped) - gained(plain, scaled);

export const claimsOnImprovements = ({ claim, comparison, untested }: Slides): void => {
  claim("gan-replicates", {
    title: "The GAN replicates",
    says: "implies",
    quote: quotes.replicated,
    at: "Conclusion",
    hypothesis:
      "Within 3,000 iterations the vanilla GAN reaches a Fréchet distance below 65 % of the test images' variance and at least nine digits. Both bounds are ours.",
    for: "vanilla",
    holds: replicates,
    atLeast: 0.5,
    controls: {
      negative: { what: "an untrained generator", for: "untrained" },
      positive: { what: "training digits in the generator's place", for: "training digits" },
    },
    effect: distance,
    figures: ["slides", "film", "distance"],
    finding: (run) => {
      const { seeds, count, quantile } = run;
      return (
        `The vanilla GAN covers from ${quantile("vanilla", 0, digits)} to ${quantile("vanilla", 1, digits)} digits at the end, ` +
        `depending on the seed, and on ${count("vanilla", replicates)} of ${seeds} seeds nine or more within the bound. With ` +
        `dropout in the discriminator alone it ends with nine or more on ${count("dropout", nineOrMore)}, with leaky ReLU alone ` +
        `on ${count("leaky ReLU", nineOrMore)}. ${atOtherStepSizes(run, ["vanilla"], replicates)}`
      );
    },
  });

  untested("attempts-that-failed", {
    says: "states",
    quote: quotes.attempts,
    at: "Result",
    hypothesis: "Several attempts were needed for the images that the slides show.",
    why: "the slides tell neither how many attempts there were nor when one counts as failed; how many seeds fail here stands in gan-replicates",
  });

  for (const pair of [...comparisons, ...outputPairs]) {
    const { name, title, says, quote, at, ours, arm, theirs, other, version } = pair;
    comparison(name, {
      title,
      says,
      quote,
      at,
      hypothesis: `${ours[0].toUpperCase()}${ours.slice(1)} usually ends with a smaller Fréchet distance than ${theirs}.`,
      version,
      for: [arm, other],
      value: distance,
      better: "smaller",
      controls: {
        positive: { what: "training digits in the first generator's place", for: ["training digits", other] },
      },
      figures: name.endsWith("@8000") ? ["favourites"] : ["distance", "forest", "slides", "experiments", "grid"],
      finding: findingOf(pair),
    });
  }

  claim("clamp-does-it@tanh", {
    title: "Clamp does it, as well as tanh",
    says: "ours",
    quote: quotes.clamped,
    at: "Experiment 3",
    hypothesis: "A linear output clamped to ±1 ends within 1.25 times tanh's Fréchet distance.",
    for: ["clamp ±1, momentum 0.02", tanh],
    threshold: { unit: "Fréchet distance ÷ tanh's", of: (clamp, best) => fd(clamp) / fd(best), below: 1.25 },
    atLeast: 0.5,
    controls: {
      negative: { what: "a clamp at ±0.3 in its place", for: ["clamp ±0.3, momentum 0.02", tanh] },
      positive: { what: "training digits in its place", for: ["training digits", tanh] },
    },
    figures: ["experiments"],
    finding: (run) => {
      const { seeds, count, median } = run;
      return (
        "The slides suspect that what tanh adds is its stop. In the median a linear output ends at " +
        `${median("linear, momentum 0.02", fd)} %, with a hard stop at ${median("clamp ±1, momentum 0.02", fd)} %, tanh at ` +
        `${median(tanh, fd)} %. The hard stop is within the factor of ${setting(1.25)} on ` +
        `${count(["clamp ±1, momentum 0.02", tanh], isNearlyAsClose)} of ${seeds} seeds, and closer than tanh on ` +
        `${count(["clamp ±1, momentum 0.02", tanh], better)}. ` +
        atOtherStepSizes(run, ["clamp ±1, momentum 0.02", tanh], isNearlyAsClose)
      );
    },
  });

  claim("saturation-not-normalisation", {
    says: "states",
    quote: quotes.saturation,
    at: "What experiment 3 suggests",
    hypothesis:
      "The Fréchet distance falls by a larger factor when a linear output on data in [−1, 1] is clamped to them than when a sigmoid on data in [0, 1] is scaled to data in [−1, 1].",
    for: causes,
    threshold: { unit: "difference of the logarithms of both factors", of: lead, above: 0 },
    atLeast: 0.5,
    controls: {
      negative: {
        what: "an untrained generator in the place of the clamped one",
        for: ["linear, momentum 0.02", "untrained", sigmoid, "2σ − 1, momentum 0.02"],
      },
      positive: {
        what: "training digits in the place of the clamped one, an untrained generator in that of the scaled one",
        for: ["linear, momentum 0.02", "training digits", sigmoid, "untrained"],
      },
    },
    figures: ["experiments", "forest"],
    finding: (run) => {
      const factor = (gain: typeof lead) => run.median(causes, (...trials) => Math.exp(gain(...trials)));
      return (
        "The vanilla GAN's sigmoid saturates as tanh does: scaled to normalised data it is the same curve, so that what it gains by that is " +
        `not saturation's. In the median a clamp divides a linear output's distance by ${factor(saturationGains)}, and normalising the ` +
        `data divides the sigmoid's by ${factor(normalisingGains)}. ` +
        atOtherStepSizes(run, causes, (...trials) => lead(...trials) > 0)
      );
    },
  });

  claim("tanh-is-best-first-step", {
    says: "implies",
    quote: quotes.improvement,
    at: "Tanh mystery",
    hypothesis:
      "Of tanh, dropout, leaky ReLU and Adam, each alone on the vanilla GAN at its step size of 0.1, tanh ends with the smallest Fréchet distance.",
    for: firstSteps,
    holds: isClosestOfAll,
    atLeast: 0.5,
    controls: {
      negative: {
        what: "the names shuffled, seed by seed",
        holds: (...steps) => {
          const named = Math.floor(4 * stream(steps[0].seed, "claim/shuffled names").uniforms(1)[0]);
          return steps.every((step, i) => i === named || better(steps[named], step));
        },
      },
      positive: {
        what: "training digits in tanh's place",
        for: ["training digits", "dropout", "leaky ReLU", "sigmoid, Adam"],
      },
    },
    effect: {
      unit: "Fréchet distance, tanh − best of the others",
      of: (first, ...others) => fd(first) - Math.min(...others.map(fd)),
    },
    figures: ["slides", "distance"],
    finding: (run) => {
      const { seeds, count, median } = run;
      return (
        `At the vanilla GAN's step size of ${setting(0.1)} tanh ends at ${median("tanh, momentum 0.1", fd)} % in the median, the ` +
        `vanilla GAN at ${median("vanilla", fd)} % and leaky ReLU at ${median("leaky ReLU", fd)} %: tanh is the worst of the ` +
        `four steps on ${count(firstSteps, (first, ...others) => others.every((other) => better(other, first)))} of ${seeds} ` +
        `seeds, and shows a single digit on ${count("tanh, momentum 0.1", (trial) => digits(trial) <= 1)}. At a step size of ` +
        `${setting(0.02)} the same tanh ends at ${median(tanh, fd)} %, the sigmoid at ${median(sigmoid, fd)} %. The slides name ` +
        `no step size. ${atOtherStepSizes(run, firstSteps, isClosestOfAll)}`
      );
    },
  });

  claim("tanh-adam-dropout-beats-every-other", {
    title: "Tanh, Adam and dropout beats every other",
    says: "states",
    quote: quotes.best,
    at: "Conclusion",
    hypothesis:
      "Of everything that the slides try, tanh, Adam and dropout ends with the smallest Fréchet distance: vanilla, dropout and leaky ReLU at a step size of 0.1, tanh at 0.02, Adam and tanh with Adam at 0.0005.",
    for: all,
    holds: isClosestOfAll,
    atLeast: 0.5,
    controls: {
      negative: { what: "an untrained generator in its place", for: ["untrained", ...rivals] },
      positive: { what: "training digits in its place", for: ["training digits", ...rivals] },
    },
    effect: {
      unit: "Fréchet distance, this − best of the others",
      of: (first, ...others) => fd(first) - Math.min(...others.map(fd)),
    },
    figures: ["distance", "slides", "best-of"],
    finding: (run) => atOtherStepSizes(run, all, isClosestOfAll),
  });
};

const isNearlyAsClose = (clamp: Measured, best: Measured) => fd(clamp) < 1.25 * fd(best);

/** What the pair says of itself, and what becomes of it at the other step sizes, where one of its arms has them. */
function findingOf({ arm, other, finding }: Pair): ((run: Told) => string) | undefined {
  const names: readonly SlideArm[] = [arm, other];
  if (names.every((name) => atTheOther(name) === name)) return finding;
  return (run) =>
    [finding?.(run), atOtherStepSizes(run, names, better)].filter((sentence) => sentence !== undefined).join(" ");
}
