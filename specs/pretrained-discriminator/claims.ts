/** What is claimed: sentences of the post, each with the predicate that decides it. */
import type { Measured } from "../../src/language/claim.ts";
import { atLeastHalfHold } from "../../src/statistics/sign-tests.ts";
import { source } from "../../src/study/source.ts";
import { about } from "./about.ts";
import { arms, perturbations } from "./arms.ts";
import { figures } from "./figures/index.ts";
import { sortingChangesTheGradient } from "./theory.ts";

const w1 = ({ end }: Measured) => end.wasserstein1;
/** Wasserstein-1 of a first arm below that of a second. */
const closer = (a: Measured, b: Measured) => w1(a) < w1(b);
const difference = { unit: "W1 in σ, difference", of: (a: Measured, b: Measured) => w1(a) - w1(b) };
const pretrained = ["post", "not pretrained"] as const;
/** Pretraining with a step size of 0 is no pretraining: the same run twice. */
const noPretraining = {
  what: "pretraining at step size 0",
  for: ["pretrained at step size 0", "not pretrained"],
} as const;

const tell = {
  reject: "so D can easily (at least initially) reject the samples from the generator with great confidence",
  error: "(larger error to propagate)",
  faster: "which will allow G to train faster",
  boundary: "Here is the trained D's decision boundary:",
  flat: "we have reached our objective where the decision boundary is 0.5 across the range of the distributions",
  well: "it cannot differentiate between the training data and the synthetic data or any given X, which means our generator has been trained well",
  similar: "Visually, we can see that our p_g is similar to p_{data} (discrepancy in height is minimal)",
  one: "here k=1 because the distribution is not complex",
  complex: "we will need to increase k (~5) in order to learn the true distribution",
  sort: "is made easier when we also sort our X and z",
  stratify: "z is not completely random, but we do stratified sampling",
  scale:
    "This learning (mapping) of z to high probability X is easier when we scale the outputs from G to the range of X",
  adjacent: "since now adjacent points will directly map to adjacent points in X",
  fragile: "try changing the optimizer or few of the parameters and you will see how fragile the system is",
};

export default source(about, arms, figures, ({ claim, exact, statistic }) => {
  claim("rejects-early-samples", {
    quote: tell.reject,
    at: "before pretraining",
    hypothesis:
      "Before the first round, the mean D(G(z)) is smaller for a pretrained discriminator than for one that is not.",
    for: pretrained,
    holds: (a, b) => a.at("probabilityOfFakes", 0) < b.at("probabilityOfFakes", 0),
    atLeast: 0.5,
    control: noPretraining,
    expected: { quick: "inconclusive", full: "reproduced" },
    effect: {
      unit: "mean D(G(z)), difference",
      of: (a, b) => a.at("probabilityOfFakes", 0) - b.at("probabilityOfFakes", 0),
    },
    figures: ["boundaries"],
  });

  claim("larger-error-to-propagate", {
    quote: tell.error,
    at: "before pretraining",
    hypothesis: "Before the first round, the generator's gradient is longer against a pretrained discriminator.",
    for: pretrained,
    holds: (a, b) => a.at("gradientNorm", 0) > b.at("gradientNorm", 0),
    atLeast: 0.5,
    control: noPretraining,
    expected: { quick: "inconclusive", full: "reproduced" },
    effect: { unit: "norm, pretrained ÷ not", of: (a, b) => a.at("gradientNorm", 0) / b.at("gradientNorm", 0) },
    figures: ["pretraining"],
  });

  claim("trains-faster", {
    quote: tell.faster,
    at: "before pretraining",
    hypothesis: "After 100 rounds the Wasserstein-1 distance is smaller with a pretrained discriminator.",
    for: pretrained,
    holds: (a, b) => a.at("wasserstein1", 100) < b.at("wasserstein1", 100),
    atLeast: 0.5,
    control: noPretraining,
    expected: { quick: "inconclusive", full: "reproduced" },
    effect: {
      unit: "W1 in σ at round 100, difference",
      of: (a, b) => a.at("wasserstein1", 100) - b.at("wasserstein1", 100),
    },
    figures: ["pretraining"],
  });

  claim("ends-better", {
    quote: tell.faster,
    at: "before pretraining; the same at the end",
    hypothesis:
      "Over the last fifth of training the Wasserstein-1 distance is smaller with a pretrained discriminator.",
    for: pretrained,
    holds: closer,
    atLeast: 0.5,
    control: noPretraining,
    finding: "Pretraining is a head start: it counts after 100 rounds (trains-faster) and is used up by the end.",
    expected: { quick: "inconclusive", full: "inconclusive" },
    effect: difference,
    figures: ["pretraining", "forest"],
  });

  claim("fits-the-pdf", {
    title: "Fits the density",
    quote: tell.boundary,
    at: "after pretraining, figure",
    hypothesis: "After pretraining |D − p_data| is below 0.1 everywhere on μ ± 3σ.",
    for: "pretrained only",
    holds: ({ end }) => end.densityGap < 0.1,
    atLeast: 0.5,
    control: { what: "an untrained discriminator", for: "untrained" },
    finding:
      "It takes more steps than the post gives it. After 1,000 the gap is 0.22 in the median; after 10,000 (arm “pretrained ten times as long”) it is 0.06, and 54 of 64 seeds are within 0.1. What is short is the training, not the network.",
    expected: { quick: "inconclusive", full: "contradicted" },
    effect: { unit: "largest |D − p_data|", of: ({ end }) => end.densityGap },
    figures: ["boundaries"],
  });

  claim("boundary-flat-at-half", {
    quote: tell.flat,
    at: "Results",
    hypothesis: "After 10,000 rounds |D − ½| is below 0.1 everywhere on μ ± 2σ.",
    for: "post",
    holds: ({ end }) => end.discriminatorGap < 0.1,
    atLeast: 0.75,
    control: { what: "the discriminator after pretraining", for: "pretrained only" },
    expected: { quick: "inconclusive", full: "reproduced" },
    effect: { unit: "largest |D − ½| on μ ± 2σ", of: ({ end }) => end.discriminatorGap },
    figures: ["results"],
  });

  claim("flat-boundary-means-good-samples", {
    quote: tell.well,
    at: "after pretraining",
    hypothesis:
      "Among runs with a sigmoid discriminator that end with |D − ½| below 0.1 on μ ± 2σ, the Wasserstein-1 distance is below 0.3 σ.",
    for: "sigmoid discriminator",
    among: ({ end }) => end.discriminatorGap < 0.1,
    holds: (trial) => w1(trial) < 0.3,
    atLeast: 0.75,
    control: {
      what: "an untrained generator in the place of the trained one (the catalogue has no control here)",
      for: ["sigmoid discriminator", "untrained"],
      holds: (_, untrained) => w1(untrained) < 0.3,
    },
    finding:
      "D is flat wherever it has learnt nothing to tell, which says as much of D as of the samples. With five steps a round instead of one (arm “sigmoid discriminator, k = 5”) D ends as flat, on 59 of 64 seeds, and the samples are closer: 46 of those 59 are within 0.3 σ. The stronger discriminator saw what the flat one overlooked.",
    expected: { quick: "contradicted", full: "contradicted" },
    effect: { unit: "W1 in σ", of: w1 },
    figures: ["flatness"],
  });

  claim("distribution-is-similar", {
    quote: tell.similar,
    at: "Results",
    hypothesis: "At the end the Wasserstein-1 distance is below 0.3 σ and the Kolmogorov–Smirnov statistic below 0.2.",
    for: "post",
    holds: (trial) => w1(trial) < 0.3 && trial.end.kolmogorovSmirnov < 0.2,
    atLeast: 0.75,
    control: { what: "an untrained generator", for: "untrained" },
    finding:
      "Most runs end at about 0.14 σ. Of the ten that miss the bounds three have stopped: D is clamped to 0.99 at data and samples alike, where its gradient is exactly 0, and neither player ever moves again. The other seven play on, and cover too little of the data.",
    expected: { quick: "inconclusive", full: "inconclusive" },
    effect: { unit: "W1 in σ", of: w1 },
    figures: ["results", "film"],
  });

  claim("distribution-is-similar@strict", {
    quote: tell.similar,
    at: "Results, read strictly",
    hypothesis: "At the end the Wasserstein-1 distance is below 0.1 σ.",
    for: "post",
    holds: (trial) => w1(trial) < 0.1,
    atLeast: 0.5,
    control: { what: "an untrained generator", for: "untrained" },
    finding:
      "It is the training that stops short, not the network: fitted to the quantile function by regression, with as many updates as the game makes, the same generator comes within 0.1 σ on all 64 seeds (0.04 σ in the median).",
    expected: { quick: "contradicted", full: "contradicted" },
    effect: { unit: "W1 in σ", of: w1 },
    figures: ["results", "forest"],
  });

  claim("one-step-is-enough", {
    quote: tell.one,
    at: "after the listing",
    hypothesis: "With one discriminator step a round the Wasserstein-1 distance ends below 0.3 σ.",
    for: "post",
    holds: (trial) => w1(trial) < 0.3,
    atLeast: 0.75,
    control: { what: "no discriminator step (k = 0)", for: "k = 0" },
    expected: { quick: "inconclusive", full: "inconclusive" },
    effect: { unit: "W1 in σ", of: w1 },
    figures: ["steps"],
  });

  claim("more-steps-do-not-help", {
    quote: tell.one,
    at: "after the listing",
    hypothesis: "One discriminator step a round ends with a smaller Wasserstein-1 distance than five.",
    for: ["post", "k = 5"],
    holds: closer,
    atLeast: 0.5,
    control: { what: "one step against one", for: ["post", "post"] },
    finding:
      "Five steps end closer on 44 of 64 seeds, if by little (0.11 against 0.14 σ in the median) and at three times the cost.",
    expected: { quick: "inconclusive", full: "contradicted" },
    effect: difference,
    figures: ["steps"],
  });

  for (const [name, five, counted, atQuick, atFull, finding] of [
    ["complex-needs-more-steps", "two peaks, k = 5", "after as many rounds", "reproduced", "reproduced", undefined],
    [
      "complex-needs-more-steps-at-equal-cost",
      "two peaks, k = 5 at equal cost",
      "after as many updates of both players together",
      "inconclusive",
      "inconclusive",
      "At equal cost the advantage of five steps can no longer be told from chance: what helped was the number of updates as much as the schedule.",
    ],
  ] as const) {
    claim(name, {
      quote: tell.complex,
      at: name.endsWith("cost") ? "after the listing, counted fairly" : "after the listing",
      hypothesis: `On ½N(−1.5, 0.5²) + ½N(1.5, 0.5²) five discriminator steps a round end with a smaller Wasserstein-1 distance than one, ${counted}.`,
      for: [five, "two peaks, k = 1"],
      holds: closer,
      atLeast: 0.5,
      control: { what: "one step against one", for: ["two peaks, k = 1", "two peaks, k = 1"] },
      expected: { quick: atQuick, full: atFull },
      finding,
      effect: difference,
      figures: ["steps", "film-two-peaks"],
    });
  }

  exact("sorting-helps", {
    quote: tell.sort,
    at: "before the listing",
    hypothesis: "Sorting x and z changes the gradient of either player's mean loss, as it must to help.",
    check: () => sortingChangesTheGradient(),
    control: {
      what: "sorting what is sorted already",
      check: () => sortingChangesTheGradient({ alreadySorted: true }),
    },
    finding:
      "The loss is a mean over the batch and no layer looks at a sample's neighbours, so the order of the samples is nowhere to be seen: " +
      "sorting changes the last bits of a sum and nothing else. “Adjacent points” are never paired; the networks see x and z in separate sums. Trained with sorted batches (arm of that name) 29 of " +
      "64 runs end closer than the post's and 35 farther: what the game makes of other last bits.",
    expected: { quick: "contradicted", full: "contradicted" },
  });

  claim("stratifying-helps", {
    quote: tell.stratify,
    at: "before the listing",
    hypothesis:
      "Stratified latents end with a smaller Wasserstein-1 distance than independent ones, uniform on [−3, 3).",
    for: ["post", "independent latents"],
    holds: closer,
    atLeast: 0.5,
    control: { what: "stratified against stratified", for: ["post", "post"] },
    expected: { quick: "inconclusive", full: "reproduced" },
    effect: difference,
    figures: ["forest"],
  });

  claim("scaling-helps", {
    quote: tell.scale,
    at: "before the listing",
    hypothesis: "The generator's output times 5 ends with a smaller Wasserstein-1 distance than unscaled.",
    for: ["post", "scale 1"],
    holds: closer,
    atLeast: 0.5,
    control: { what: "times 5 against times 5", for: ["post", "post"] },
    expected: { quick: "reproduced", full: "reproduced" },
    effect: difference,
    figures: ["forest"],
  });

  claim("unscaled-cannot-cover", {
    quote: tell.scale,
    at: "before the listing",
    hypothesis: "Unscaled, G's standard deviation ends below 0.8; times 5, at 0.8 or more.",
    for: ["scale 1", "post"],
    holds: (unscaled, scaled) => unscaled.end.sd < 0.8 && scaled.end.sd >= 0.8,
    atLeast: 0.75,
    control: { what: "times 5 against times 5", for: ["post", "post"] },
    expected: { quick: "reproduced", full: "reproduced" },
    effect: { unit: "standard deviation, unscaled − times 5", of: (a, b) => a.end.sd - b.end.sd },
  });

  claim("neighbours-map-to-neighbours", {
    quote: tell.adjacent,
    at: "comment in the listing",
    hypothesis: "After 10,000 rounds G is monotone on a grid of 500 latents.",
    for: "post",
    holds: ({ end }) => end.monotone === 1,
    atLeast: 0.5,
    control: { what: "a tanh network with random weights of standard deviation 3", for: "random tanh network" },
    finding:
      "The generator starts with folds on 54 of 64 seeds, since weights from N(0, 1) make tanh layers turn back, and no term of the loss asks which latent makes which sample: the game only moves the folds. From smaller weights, N(0, 0.3²) (arm “small initial weights”), 47 seeds start monotone and 58 end so.",
    expected: { quick: "contradicted", full: "contradicted" },
    figures: ["results", "folds"],
  });

  statistic("fragile-to-optimizer", {
    quote: tell.fragile,
    at: "Results, note",
    hypothesis:
      "Of seven perturbations of the optimizer (momentum 0 and 0.9; step sizes 10⁻⁴, 10⁻² and 10⁻¹; Adam at 10⁻³ and 10⁻⁴) at least half " +
      "do harm: the post's own setting ends closer on most seeds (sign tests, Holm-corrected at 5 %).",
    for: ["post", ...(Object.keys(perturbations) as (keyof typeof perturbations)[])],
    unit: "perturbations of seven that do harm; up to so many may",
    decide: atLeastHalfHold((base, perturbed) => w1(base) < w1(perturbed)),
    control: { what: "the base against itself, seven times", for: Array.from({ length: 8 }, () => "post" as const) },
    finding:
      "Only momentum 0 does no harm (the post ends closer on 35 of 64 seeds). A step size of 0.1 ends 5 σ away, of 0.01 1 σ, momentum 0.9 0.7 σ " +
      "and Adam at its customary 0.001 0.5 σ, against 0.14 σ. The system is fragile towards larger steps, much less so towards smaller ones.",
    expected: { quick: "reproduced", full: "reproduced" },
    figures: ["forest"],
  });
});
