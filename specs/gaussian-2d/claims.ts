/** What is claimed: the deck's sentences, each with the predicate that decides it. */
import type { Measured } from "../../src/language/claim.ts";
import { source } from "../../src/study/source.ts";
import { about, at, tell } from "./about.ts";
import { arms, roundOf } from "./arms.ts";
import { figures } from "./figures/index.ts";
import { findings } from "./findings.ts";
import {
  allEpochs,
  betweenRuns,
  betweenRunsPermuted,
  lateEpochs,
  told,
  withinRun,
  withinRunPermuted,
} from "./losses.ts";
import { ratioIs } from "./theory.ts";

const overlap = { unit: "Bhattacharyya coefficient", of: ({ end }: Measured) => end.bhattacharyya };

/** Wasserstein-2 of a first arm below that of a second, after an epoch. */
const nearerAfter = (epoch: number) => ({
  holds: (a: Measured, b: Measured) => a.at("wasserstein2", roundOf(epoch)) < b.at("wasserstein2", roundOf(epoch)),
  effect: {
    unit: "W2, difference",
    of: (a: Measured, b: Measured) => a.at("wasserstein2", roundOf(epoch)) - b.at("wasserstein2", roundOf(epoch)),
  },
});

export default source(about, arms, figures, ({ claim, statistic, exact }) => {
  for (const [name, atLeast, hypothesis, finding, quick, full] of [
    [
      "cloud-overlaps",
      0.5,
      "More often than not the Bhattacharyya coefficient with the target ends above 0.9.",
      undefined,
      "inconclusive",
      "reproduced",
    ],
    [
      "every-run-overlaps",
      0.9,
      "Read strictly: on nine seeds of ten the Bhattacharyya coefficient with the target ends above 0.9.",
      findings["every-run-overlaps"],
      "contradicted",
      "inconclusive",
    ],
  ] as const) {
    claim(name, {
      quote: tell.overlap,
      at: at.end,
      hypothesis,
      for: "deck",
      holds: ({ end }) => end.bhattacharyya > 0.9,
      atLeast,
      control: { what: "the generator is never updated", for: "no G updates" },
      finding,
      expected: { quick, full },
      effect: overlap,
      figures: name === "cloud-overlaps" ? ["film", "film-strip", "clouds"] : ["clouds", "arms"],
    });
  }

  claim("tilt-is-learned", {
    quote: tell.tilt,
    at: "slide of the data",
    hypothesis: "The correlation of the generated coordinates ends above 0.8; the data's is 0.941.",
    for: "deck",
    holds: ({ end }) => end.correlation > 0.8,
    atLeast: 0.75,
    control: { what: "the discriminator is shown the coordinates shuffled apart", for: "unpaired coordinates" },
    expected: { quick: "reproduced", full: "reproduced" },
    effect: { unit: "correlation", of: ({ end }) => end.correlation },
    figures: ["clouds"],
  });

  claim("distribution-matches", {
    quote: tell.equilibrium,
    at: "first slide",
    hypothesis: "The Wasserstein-2 distance to the target ends below twice that of the run's own 1000 points.",
    for: ["deck", "the run's own 1000 points"],
    holds: (gan, points) => gan.end.wasserstein2 < 2 * points.end.wasserstein2,
    atLeast: 0.5,
    control: { what: "the generator at initialisation", for: ["untrained", "the run's own 1000 points"] },
    finding: findings["distribution-matches"],
    expected: { quick: "contradicted", full: "contradicted" },
    effect: { unit: "W2 ÷ W2 of the 1000 points", of: (gan, points) => gan.end.wasserstein2 / points.end.wasserstein2 },
    figures: ["distance", "arms"],
  });

  claim("fresh-discriminator-sees-more", {
    quote: tell.equilibrium,
    at: "first slide (finding)",
    hypothesis:
      "A fresh discriminator of the same shape, trained alone against the deck's last generator, ends with a smaller loss than the deck's own had in its last epoch.",
    for: ["fresh discriminator", "deck"],
    holds: (fresh, own) => fresh.end.discriminatorLoss < own.end.discriminatorLoss,
    atLeast: 0.75,
    control: { what: "the deck's own discriminator against itself", for: ["deck", "deck"] },
    finding: findings["fresh-discriminator-sees-more"],
    expected: { quick: "reproduced", full: "reproduced" },
    effect: { unit: "loss of D, fresh", of: (fresh) => fresh.end.discriminatorLoss },
    figures: ["loss-between-runs"],
  });

  claim("moves-in-the-right-direction", {
    quote: tell.losses,
    at: at.training,
    hypothesis: "The Wasserstein-2 distance to the target is smaller after epoch 20 than after epoch 1.",
    for: "deck",
    holds: (run) => run.at("wasserstein2", roundOf(20)) < run.at("wasserstein2", roundOf(1)),
    atLeast: 0.75,
    control: { what: "the generator's step size is 0", for: "G's step size 0" },
    expected: { quick: "reproduced", full: "reproduced" },
    effect: { unit: "W2 to the target at the end", of: ({ end }) => end.wasserstein2 },
    figures: ["distance"],
  });

  for (const [name, update, finding, verdict] of [
    ["stronger-gradients-early", 10, findings["stronger-gradients-early"], "reproduced"],
    ["stronger-from-the-start", 0, findings["stronger-from-the-start"], "contradicted"],
  ] as const) {
    claim(name, {
      quote: tell.gradients,
      at: update === 0 ? `${at.generator}, read literally` : at.generator,
      hypothesis: `At update ${update} the generator's gradient under the non-saturating loss is longer than under the saturating loss, at the same state.`,
      for: "first updates",
      holds: (run) => run.at("gradientRatio", update) > 1,
      atLeast: 0.75,
      control: {
        what: "the ratio of a loss to itself",
        holds: (run) => run.at("gradientRatio", update) / run.at("gradientRatio", update) > 1,
      },
      finding,
      expected: { quick: verdict, full: verdict },
      effect: {
        unit: `non-saturating ÷ saturating, update ${update}`,
        of: (run) => run.at("gradientRatio", update),
      },
      figures: ["gradient-ratio"],
    });
  }

  exact("gradient-ratio-is-an-odds", {
    quote: tell.gradients,
    at: `${at.generator} (finding)`,
    hypothesis:
      "Where D is the same at all fakes, the non-saturating gradient is (1 − D)/D times the saturating one: equal at D = ½, longer only where D rejects.",
    check: () => ratioIs((d) => (1 - d) / d),
    control: { what: "D/(1 − D) in its place", check: () => ratioIs((d) => d / (1 - d)) },
    expected: { quick: "reproduced", full: "reproduced" },
    figures: ["gradient-ratio"],
  });

  claim("non-saturating-trains-better", {
    title: "Non-saturating trains better",
    quote: tell.gradients,
    at: `${at.generator}, implied`,
    hypothesis:
      "After epoch 5 the Wasserstein-2 distance is smaller with the non-saturating loss than with the saturating.",
    for: ["deck", "saturating loss"],
    ...nearerAfter(5),
    atLeast: 0.5,
    control: { what: "the non-saturating loss in both", for: ["deck", "deck"] },
    finding: findings["non-saturating-trains-better"],
    expected: { quick: "contradicted", full: "contradicted" },
    figures: ["generator-losses"],
  });

  claim("non-saturating-trains-better-with-short-memory", {
    title: "Non-saturating trains better with short memory",
    quote: tell.gradients,
    at: `${at.generator}, implied (finding)`,
    hypothesis:
      "With β₂ = 0.9 in the generator's Adam, in place of 0.999, the Wasserstein-2 distance after epoch 5 is smaller with the non-saturating loss than with the saturating.",
    for: ["β₂ 0.9", "β₂ 0.9, saturating loss"],
    ...nearerAfter(5),
    atLeast: 0.5,
    control: { what: "the non-saturating loss in both", for: ["β₂ 0.9", "β₂ 0.9"] },
    finding: findings["non-saturating-trains-better-with-short-memory"],
    expected: { quick: "reproduced", full: "reproduced" },
    figures: ["generator-losses"],
  });

  claim("losses-are-diagnostics", {
    quote: tell.losses,
    at: at.training,
    hypothesis:
      "Within a run, Spearman's correlation over the 20 epochs of |loss_D − ln 2| with the Wasserstein-2 distance is above ½.",
    for: "deck",
    holds: (run) => withinRun(run, allEpochs) > 0.5,
    atLeast: 0.5,
    control: { what: "the epochs' losses permuted", holds: (run) => withinRunPermuted(run, allEpochs) > 0.5 },
    finding: findings["losses-are-diagnostics"],
    expected: { quick: "reproduced", full: "reproduced" },
    effect: { unit: "Spearman's ρ over epochs", of: (run) => withinRun(run, allEpochs) },
    figures: ["losses"],
  });

  claim("losses-are-diagnostics-to-the-end", {
    quote: tell.losses,
    at: `${at.training} (finding)`,
    hypothesis: "The same correlation is above ½ over the epochs 11 to 20.",
    for: "deck",
    holds: (run) => withinRun(run, lateEpochs) > 0.5,
    atLeast: 0.5,
    control: { what: "the epochs' losses permuted", holds: (run) => withinRunPermuted(run, lateEpochs) > 0.5 },
    finding: findings["losses-are-diagnostics-to-the-end"],
    expected: { quick: "inconclusive", full: "inconclusive" },
    effect: { unit: "Spearman's ρ over epochs 11–20", of: (run) => withinRun(run, lateEpochs) },
    figures: ["losses"],
  });

  statistic("losses-rank-runs", {
    quote: tell.losses,
    at: `${at.training}, between runs`,
    hypothesis:
      "Over the seeds, at the end, Spearman's correlation of |loss_D − ln 2| with the Wasserstein-2 distance is above 0.",
    for: ["deck", "deck"],
    decide: betweenRuns,
    unit: "Spearman's ρ over seeds",
    control: { what: "the runs' losses permuted", decide: betweenRunsPermuted },
    finding: findings["losses-rank-runs"],
    expected: { quick: "inconclusive", full: "inconclusive" },
    figures: ["loss-between-runs"],
  });

  statistic("fresh-losses-rank-runs", {
    quote: tell.losses,
    at: `${at.training}, between runs (finding)`,
    hypothesis:
      "The same correlation is above 0 when the loss is that of a fresh discriminator, trained alone against each run's last generator.",
    for: ["fresh discriminator", "fresh discriminator"],
    decide: betweenRuns,
    unit: "Spearman's ρ over seeds",
    control: { what: "the runs' losses permuted", decide: betweenRunsPermuted },
    finding: findings["fresh-losses-rank-runs"],
    expected: { quick: "inconclusive", full: "reproduced" },
    figures: ["loss-between-runs"],
  });

  claim("plot-beats-loss", {
    quote: tell.losses,
    at: at.training,
    hypothesis:
      "With both step sizes at 0.05 the discriminator's loss ends within 0.01 of ln 2, as at equilibrium, while the Bhattacharyya coefficient is below 0.9.",
    for: "D 0.05, G 0.05",
    holds: ({ end }) => told(end.discriminatorLoss) < 0.01 && end.bhattacharyya < 0.9,
    judgesDead: true,
    atLeast: 0.5,
    control: { what: "the deck's step sizes", for: "deck" },
    finding: findings["plot-beats-loss"],
    expected: { quick: "reproduced", full: "reproduced" },
    effect: overlap,
    figures: ["loss-against-overlap", "clouds"],
  });

  claim("collapse-is-visible", {
    quote: tell.collapse,
    at: at.end,
    hypothesis:
      "With the step sizes exchanged (D 0.005, G 0.05) the generated cloud collapses: its covariance's smallest eigenvalue ends below a tenth of the target's.",
    for: "D 0.005, G 0.05",
    holds: ({ end }) => end.eigenvalueRatio < 0.1,
    judgesDead: true,
    atLeast: 0.75,
    control: { what: "the deck's step sizes", for: "deck" },
    finding: findings["collapse-is-visible"],
    expected: { quick: "inconclusive", full: "reproduced" },
    effect: { unit: "smallest eigenvalue ÷ target's", of: ({ end }) => end.eigenvalueRatio },
    figures: ["clouds"],
  });

  claim("recompute-fakes", {
    quote: tell.recompute,
    at: `${at.generator}, comment`,
    hypothesis:
      "The Wasserstein-2 distance ends smaller when fake_Y is computed again with the updated discriminator than when G's loss uses the discriminator from before.",
    for: ["deck", "stale fakes"],
    holds: (recomputed, stale) => recomputed.end.wasserstein2 < stale.end.wasserstein2,
    effect: {
      unit: "W2, difference",
      of: (recomputed, stale) => recomputed.end.wasserstein2 - stale.end.wasserstein2,
    },
    atLeast: 0.5,
    control: { what: "computed again in both", for: ["deck", "deck"] },
    finding: findings["recompute-fakes"],
    expected: { quick: "inconclusive", full: "inconclusive" },
    figures: ["arms"],
  });
});
