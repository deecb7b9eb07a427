/** What is claimed: the slides' conclusions and guesses, each with the predicate that decides it. */
import type { Measured } from "../../src/language/claim.ts";
import { stream } from "../../src/random/stream.ts";
import { source } from "../../src/study/source.ts";
import { liesAbove } from "../../src/study/statistic.ts";
import { about } from "./about.ts";
import { armsOf, early, longer } from "./arms.ts";
import { figures } from "./figures/index.ts";
import { findings } from "./findings.ts";
import { spreadGap } from "./spread.ts";
import { neverZeroedIsMomentum } from "./theory.ts";
import { registered } from "./verdicts.ts";

const fd = ({ end }: Measured) => end.frechet;
const better = (a: Measured, b: Measured) => fd(a) < fd(b);
const gain = { unit: "Fréchet distance, % of variance, difference", of: (a: Measured, b: Measured) => fd(a) - fd(b) };
const pooledEarly = (trial: Measured) => trial.at("frechetPooled", early.weird);
const mid = ({ end }: Measured) => end.between;
const isCollapsed = (trial: Measured) =>
  trial.at("diversity", early.collapse) < 0.05 && trial.at("modes", early.collapse) <= 2;

const tell = {
  replicated: "I have successfully replicated Ian Goodfellow original GAN",
  first: "When improving your GAN try Tanh or Adam first before trying anything else.",
  best: "The best results come from adding Tanh + Adam + Dropout.",
  reliable: "But the most reliable and consistent results come from Tanh + Adam",
  improvement: "Best improvement",
  weird: "Yet Weird GAN leads to faster convergence !",
  crossTalk: "Include d(G loss t=n)/dw1",
  sum: "d(D loss t=1)/dw1 + d(D loss t=2)/dw1 + …",
  normalise: "We normalise the values to ~N(0,1)",
  scaled: "We try sigmoid but multiply by 2 and min 1",
  clamped: "Clamped min=-1.0, max = 1.0",
  wider: "Clamped min=-1.2, max = 1.2",
  collapse: "Mode collapse! Clamped min=-0.3, max = 0.3",
  saturation: "Gradient saturation results in clear images",
  structure: "but it is not responsible for learning the image structure.",
  arbitrary: "-1 to 1 is an arbitrary range",
  stronger: "This objective function … provides much stronger gradients early in learning.",
};

/** Where a name in lower case would not do. */
const titles: Readonly<Record<string, string>> = {
  "tanh-improves-under-adam": "Tanh improves under Adam",
  "leaky-relu-improves": "Leaky ReLU improves",
  "tanh-adam-dropout-is-best": "Tanh, Adam and dropout is best",
  "tanh-adam-dropout-is-best@8000": "Tanh, Adam and dropout is best, after 8,000 iterations",
  "scaled-sigmoid-does-it": "A scaled sigmoid does it",
};

const sigmoid = "sigmoid, momentum 0.02";
const tanh = "tanh, momentum 0.02";

export default source(about, armsOf, figures, ({ claim, exact, statistic }) => {
  claim("gan-replicates", {
    title: "The GAN replicates",
    quote: tell.replicated,
    at: "Conclusion",
    hypothesis:
      "The vanilla GAN ends with a Fréchet distance below 65 % of the test images' variance and at least nine digits.",
    for: "vanilla",
    holds: (trial) => fd(trial) < 65 && trial.end.modes >= 9,
    atLeast: 0.5,
    control: { what: "an untrained generator", for: "untrained" },
    effect: { unit: "Fréchet distance, % of variance", of: fd },
    figures: ["slides", "film", "distance"],
    ...registered["gan-replicates"],
    finding: findings["gan-replicates"],
  });

  const pairs = [
    ["tanh-improves", tell.first, "with momentum, a tanh output", tanh, "a sigmoid", sigmoid],
    ["tanh-improves-under-adam", tell.first, "under Adam, a tanh output", "tanh, Adam", "a sigmoid", "sigmoid, Adam"],
    ["adam-improves", tell.first, "with a sigmoid output, Adam", "sigmoid, Adam", "momentum 0.1", "vanilla"],
    ["dropout-improves", tell.improvement, "dropout in the discriminator", "dropout", "none", "vanilla"],
    ["leaky-relu-improves", tell.improvement, "leaky ReLU in both networks", "leaky ReLU", "ReLU", "vanilla"],
    [
      "tanh-adam-dropout-is-best",
      tell.best,
      "tanh, Adam and dropout",
      "tanh, Adam, dropout",
      "no dropout",
      "tanh, Adam",
    ],
    [
      "tanh-adam-dropout-is-best@8000",
      tell.best,
      "after 8,000 iterations, tanh, Adam and dropout",
      longer("tanh, Adam, dropout"),
      "no dropout",
      longer("tanh, Adam"),
    ],
    ["scaled-sigmoid-does-it", tell.scaled, "an output of 2σ − 1", "2σ − 1, momentum 0.02", "a sigmoid", sigmoid],
    ["clamp-does-it", tell.clamped, "a linear output clamped to ±1", "clamp ±1, momentum 0.02", "a sigmoid", sigmoid],
    [
      "wider-clamp-works",
      tell.wider,
      "a clamp at ±1.2",
      "clamp ±1.2, momentum 0.02",
      "no clamp",
      "linear, momentum 0.02",
    ],
  ] as const;
  for (const [name, quote, ours, arm, theirs, other] of pairs) {
    claim(name, {
      title: titles[name],
      quote,
      at: name.startsWith("tanh") || name === "adam-improves" ? "Conclusion" : "Tanh mystery",
      hypothesis: `${ours[0].toUpperCase()}${ours.slice(1)} ends with a smaller Fréchet distance than ${theirs}.`,
      for: [arm, other],
      holds: better,
      atLeast: 0.5,
      control: { what: `${theirs} against itself`, for: [other, other] },
      effect: gain,
      figures: name.endsWith("@8000") ? ["favourites"] : ["distance", "forest", "slides", "experiments", "grid"],
      ...registered[name],
      finding: findings[name],
    });
  }

  claim("clamp-does-it@tanh", {
    title: "Clamp does it, as well as tanh",
    quote: tell.clamped,
    at: "Experiment 3",
    hypothesis: "A linear output clamped to ±1 ends within 1.25 times tanh's Fréchet distance.",
    for: ["clamp ±1, momentum 0.02", tanh],
    holds: (clamp, best) => fd(clamp) <= 1.25 * fd(best),
    atLeast: 0.5,
    control: { what: "a sigmoid in the clamp's place", for: [sigmoid, tanh] },
    effect: { unit: "Fréchet distance ÷ tanh's", of: (clamp, best) => fd(clamp) / fd(best) },
    figures: ["experiments"],
    ...registered["clamp-does-it@tanh"],
    finding: findings["clamp-does-it@tanh"],
  });

  claim("tanh-is-best-first-step", {
    quote: tell.improvement,
    at: "Tanh mystery",
    hypothesis:
      "Of tanh, dropout, leaky ReLU and Adam, each alone on the vanilla GAN, tanh ends with the smallest Fréchet distance.",
    for: ["tanh, momentum 0.1", "dropout", "leaky ReLU", "sigmoid, Adam"],
    holds: (first, ...others) => others.every((other) => better(first, other)),
    atLeast: 0.5,
    control: {
      what: "the names shuffled, seed by seed",
      holds: (...steps) => {
        const named = Math.floor(4 * stream(steps[0].seed, "claim/shuffled names").uniforms(1)[0]);
        return steps.every((step, i) => i === named || better(steps[named], step));
      },
    },
    effect: {
      unit: "Fréchet distance, tanh − best of the others",
      of: (first, ...others) => fd(first) - Math.min(...others.map(fd)),
    },
    figures: ["slides", "distance"],
    ...registered["tanh-is-best-first-step"],
    finding: findings["tanh-is-best-first-step"],
  });

  statistic("tanh-adam-is-most-reliable", {
    title: "Tanh and Adam is most reliable",
    quote: tell.reliable,
    at: "Conclusion",
    hypothesis:
      "The spread over seeds of the logarithm of the Fréchet distance is smaller with tanh and Adam than with dropout added.",
    for: ["tanh, Adam", "tanh, Adam, dropout"],
    decide: liesAbove(0, spreadGap),
    unit: "standard deviation of ln Fréchet distance, with dropout − without",
    control: { what: "the arms exchanged", for: ["tanh, Adam, dropout", "tanh, Adam"] },
    figures: ["best-of"],
    ...registered["tanh-adam-is-most-reliable"],
    finding: findings["tanh-adam-is-most-reliable"],
  });

  statistic("tanh-adam-is-most-reliable@8000", {
    title: "Tanh and Adam is most reliable, after 8,000 iterations",
    quote: tell.reliable,
    at: "Conclusion",
    hypothesis:
      "After 8,000 iterations too the spread over seeds of the logarithm of the Fréchet distance is smaller with tanh and Adam than with dropout added.",
    for: [longer("tanh, Adam"), longer("tanh, Adam, dropout")],
    decide: liesAbove(0, spreadGap),
    unit: "standard deviation of ln Fréchet distance, with dropout − without",
    control: { what: "the arms exchanged", for: [longer("tanh, Adam, dropout"), longer("tanh, Adam")] },
    figures: ["favourites"],
    ...registered["tanh-adam-is-most-reliable@8000"],
    finding: findings["tanh-adam-is-most-reliable@8000"],
  });

  const weirdEffect = {
    unit: "pooled Fréchet distance at 1,000, difference",
    of: (a: Measured, b: Measured) => pooledEarly(a) - pooledEarly(b),
  };

  claim("weird-converges-faster", {
    quote: tell.weird,
    at: "“Weird” GAN",
    hypothesis:
      "At a step size of 10⁻⁴, iteration 1,000, the weird GAN's pooled Fréchet distance is smaller than momentum 0.9's.",
    for: ["weird, 0.0001", "momentum 0.9"],
    holds: (weird, vanilla) => pooledEarly(weird) < pooledEarly(vanilla),
    atLeast: 0.5,
    control: { what: "momentum 0.9 against itself", for: ["momentum 0.9", "momentum 0.9"] },
    effect: weirdEffect,
    figures: ["weird", "gradient-norm", "grid"],
    ...registered["weird-converges-faster"],
    finding: findings["weird-converges-faster"],
  });

  claim("weird-beats-tuned-vanilla", {
    quote: tell.weird,
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
    ...registered["weird-beats-tuned-vanilla"],
    finding: findings["weird-beats-tuned-vanilla"],
  });

  claim("cross-talk-explains-it", {
    quote: tell.crossTalk,
    at: "Does it work because? 1",
    hypothesis:
      "With cross-talk alone, at 10⁻⁴ and iteration 1,000, the pooled Fréchet distance is smaller than momentum 0.9's.",
    for: ["cross-talk only", "momentum 0.9"],
    holds: (talk, vanilla) => pooledEarly(talk) < pooledEarly(vanilla),
    atLeast: 0.5,
    control: { what: "momentum 0.9 against itself", for: ["momentum 0.9", "momentum 0.9"] },
    effect: weirdEffect,
    figures: ["weird"],
    ...registered["cross-talk-explains-it"],
    finding: findings["cross-talk-explains-it"],
  });

  claim("momentum-explains-it", {
    quote: tell.sum,
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
    ...registered["momentum-explains-it"],
    finding: findings["momentum-explains-it"],
  });

  exact("accumulating-is-momentum-one", {
    quote: tell.sum,
    at: "So what does this mean for “Weird GAN”?",
    hypothesis:
      "Gradients that are never zeroed are momentum with ρ = 1, bit for bit, if the generator's loss leaves nothing in the discriminator's buffers; if it does, they are the slide's sum.",
    check: () => neverZeroedIsMomentum(1),
    control: { what: "ρ = 0.999", check: () => neverZeroedIsMomentum(0.999) },
    ...registered["accumulating-is-momentum-one"],
  });

  claim("normalising-is-not-enough", {
    quote: tell.normalise,
    at: "Experiment 1",
    hypothesis:
      "With data normalised to N(0, 1) and a linear output, more than twice as many pixels end between 0.1 and 0.9 as with tanh.",
    for: ["linear, N(0, 1), momentum 0.02", tanh],
    holds: (linear, best) => mid(linear) > 2 * mid(best),
    atLeast: 0.75,
    control: { what: "tanh against itself", for: [tanh, tanh] },
    effect: { unit: "share of pixels in between ÷ tanh's", of: (linear, best) => mid(linear) / mid(best) },
    figures: ["experiments", "saturation"],
    ...registered["normalising-is-not-enough"],
    finding: findings["normalising-is-not-enough"],
  });

  claim("narrow-clamp-collapses", {
    quote: tell.collapse,
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
    ...registered["narrow-clamp-collapses"],
    finding: findings["narrow-clamp-collapses"],
  });

  claim("collapse-comes-from-the-range", {
    quote: tell.collapse,
    at: "Experiment 3 extended (finding)",
    hypothesis: "With the data rescaled to ±0.3 like the clamp, there is no collapse by iteration 500.",
    for: "clamp ±0.3, data ±0.3, momentum 0.02",
    holds: (trial) => !isCollapsed(trial),
    atLeast: 0.75,
    control: { what: "the data left at ±1", for: "clamp ±0.3, momentum 0.02" },
    effect: { unit: "share of the data's variance at 500", of: (trial) => trial.at("diversity", early.collapse) },
    figures: ["experiments"],
    ...registered["collapse-comes-from-the-range"],
    finding: findings["collapse-comes-from-the-range"],
  });

  claim("saturation-clears-the-image", {
    quote: tell.saturation,
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
    ...registered["saturation-clears-the-image"],
    finding: findings["saturation-clears-the-image"],
  });

  claim("structure-needs-no-saturation", {
    quote: tell.structure,
    at: "What experiment 3 suggests",
    hypothesis:
      "A linear output on data in [−1, 1] ends with a Fréchet distance below 300 % of the variance and at least five digits.",
    for: "linear, momentum 0.02",
    holds: (trial) => fd(trial) < 300 && trial.end.modes >= 5,
    atLeast: 0.5,
    control: { what: "an untrained generator", for: "untrained" },
    effect: { unit: "digits", of: ({ end }) => end.modes },
    figures: ["experiments"],
    ...registered["structure-needs-no-saturation"],
    finding: findings["structure-needs-no-saturation"],
  });

  claim("range-is-arbitrary", {
    quote: tell.arbitrary,
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
    ...registered["range-is-arbitrary"],
    finding: findings["range-is-arbitrary"],
  });

  claim("parzen-misleads", {
    quote: "MNIST result in GAN paper",
    at: "Result (finding), and Goodfellow et al. 2014, table 1",
    hypothesis:
      "Blurred training digits have a higher Parzen log-likelihood of test digits than the training digits themselves.",
    for: ["blurred digits", "digits for Parzen"],
    holds: (blurred, own) => blurred.end.parzen > own.end.parzen,
    atLeast: 0.5,
    control: { what: "noise that changes the pixels as much", for: ["noisy digits", "digits for Parzen"] },
    effect: { unit: "nats, blurred − own", of: (blurred, own) => blurred.end.parzen - own.end.parzen },
    ...registered["parzen-misleads"],
    finding: findings["parzen-misleads"],
  });

  claim("goodfellow-parzen", {
    title: "Goodfellow's Parzen estimate",
    quote: "MNIST result in GAN paper",
    at: "Result, and Goodfellow et al. 2014, table 1: 225 ± 2",
    hypothesis:
      "The paper's own networks and settings reach a Parzen log-likelihood of at least 200 nats with 10,000 samples, already after 1,000 iterations: two epochs of the paper's hundreds.",
    for: "Goodfellow 2014",
    holds: ({ end }) => end.parzen >= 200,
    atLeast: 0.5,
    control: { what: "the slides' vanilla GAN after as many iterations", for: "vanilla for Parzen" },
    effect: { unit: "nats", of: ({ end }) => end.parzen },
    figures: ["goodfellow"],
    ...registered["goodfellow-parzen"],
    finding: findings["goodfellow-parzen"],
  });

  claim("non-saturating-gradient", {
    title: "Non-saturating gradient",
    quote: tell.stronger,
    at: "In practise",
    hypothesis:
      "At iteration 100 the generator's gradient under the non-saturating loss is longer than under the saturating loss, at the same state.",
    for: "first iterations",
    holds: (trial) => trial.at("gradientRatio", early.gradient) > 1,
    atLeast: 0.75,
    control: {
      what: "the ratio of a loss to itself",
      holds: (trial) => trial.at("gradientRatio", early.gradient) / trial.at("gradientRatio", early.gradient) > 1,
    },
    effect: {
      unit: "non-saturating ÷ saturating, iteration 100",
      of: (trial) => trial.at("gradientRatio", early.gradient),
    },
    figures: ["gradient-ratio"],
    ...registered["non-saturating-gradient"],
    finding: findings["non-saturating-gradient"],
  });
});

function within(factor: number, a: number, b: number): boolean {
  return a < factor * b && b < factor * a;
}
