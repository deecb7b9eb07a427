/** What the losses tell of the distance to the target, within a run and between runs. */
import type { FindingRun, Measured } from "../../../src/language/claim.ts";
import { algebra } from "../../../src/language/finding.ts";
import { quantile } from "../../../src/statistics/quantile.ts";
import { at, quotes } from "../about.ts";
import { type arms, roundOf } from "../arms.ts";
import {
  allEpochs,
  betweenRuns,
  betweenRunsPermuted,
  earlyEpochs,
  halfway,
  lateEpochs,
  rankCorrelation,
  told,
  withinRun,
  withinRunPermuted,
} from "../losses.ts";
import { bhattacharyya, type Deck, distance, distanceAfter, ln2, toldAtEnd } from "./measures.ts";

type Told = FindingRun<keyof typeof arms>;

const notShared = (run: Measured) => 1 - bhattacharyya(run);

/** Spearman's, over seeds, of an arm's |loss_D − ln 2| with something else at the end. */
const rhoOf = ({ values }: Told, arm: keyof typeof arms, of: (run: Measured) => number) =>
  rankCorrelation([...values(arm, toldAtEnd)], [...values(arm, of)]);

export const claimsOnTheLosses = ({ claim, statistic }: Deck): void => {
  claim("losses-are-diagnostics", {
    quote: quotes.losses,
    at: at.training,
    hypothesis:
      "Within a run, Spearman's correlation over the 20 epochs of |loss_D − ln 2| with the Wasserstein-2 distance is above ½.",
    for: "deck",
    holds: (run) => withinRun(run, allEpochs) > 0.5,
    atLeast: 0.5,
    control: { what: "the epochs' losses permuted", holds: (run) => withinRunPermuted(run, allEpochs) > 0.5 },
    finding:
      "Within a run the loss does follow the distance, but mostly because both change with time. See the next claim for what is " +
      "left when both have nearly settled.",
    expected: { quick: "reproduced", full: "reproduced" },
    effect: { unit: "Spearman's ρ over epochs", of: (run) => withinRun(run, allEpochs) },
    figures: ["losses"],
  });

  claim("losses-are-diagnostics-to-the-end", {
    quote: quotes.losses,
    at: `${at.training} (finding)`,
    hypothesis: "The same correlation is above ½ over the epochs 11 to 20.",
    for: "deck",
    holds: (run) => withinRun(run, lateEpochs) > 0.5,
    atLeast: 0.5,
    control: { what: "the epochs' losses permuted", holds: (run) => withinRunPermuted(run, lateEpochs) > 0.5 },
    finding: ({ median }) =>
      `Over the first half of the epochs the correlation is ${median("deck", (run) => withinRun(run, earlyEpochs))} in the median, ` +
      `over the second ${median("deck", (run) => withinRun(run, lateEpochs))}. Halfway D's loss is already within ` +
      `${median("deck", (run) => told(run.at("discriminatorLoss", roundOf(halfway))))} of ${ln2}, so that little is left to ` +
      "tell, while the distance still falls to " +
      `${median("deck", (run) => distance(run) / distanceAfter(halfway)(run))} times what it was.`,
    expected: { quick: "inconclusive", full: "inconclusive" },
    effect: { unit: "Spearman's ρ over epochs 11–20", of: (run) => withinRun(run, lateEpochs) },
    figures: ["losses"],
  });

  statistic("losses-rank-runs", {
    quote: quotes.losses,
    at: `${at.training}, between runs`,
    hypothesis:
      "Over the seeds, at the end, Spearman's correlation of |loss_D − ln 2| with the Wasserstein-2 distance is above 0.",
    for: ["deck", "deck"],
    decide: betweenRuns,
    unit: "Spearman's ρ over seeds",
    control: { what: "the runs' losses permuted", decide: betweenRunsPermuted },
    finding: (run) => {
      const far = run.where("deck", (trial) => distance(trial) >= quantile(run.values("deck", distance), 0.75));
      const others = run.where("deck", (trial) => distance(trial) < quantile(run.values("deck", distance), 0.75));
      return (
        `At the end all losses are ${ln2}, to ${run.median("deck", toldAtEnd)} in the median, and what is left is noise: ρ is ` +
        `${run.number(rhoOf(run, "deck", distance))}. In the quarter of the runs that ends farthest from the target the median ` +
        `difference from ${ln2} is ${far.median("deck", toldAtEnd)}, in the others ${others.median("deck", toldAtEnd)}: a ` +
        "discriminator that has stopped telling looks like one that is at equilibrium."
      );
    },
    expected: { quick: "inconclusive", full: "inconclusive" },
    figures: ["loss-between-runs"],
  });

  statistic("fresh-losses-rank-runs", {
    quote: quotes.losses,
    at: `${at.training}, between runs (finding)`,
    hypothesis:
      "The same correlation is above 0 when the loss is that of a fresh discriminator, trained alone against each run's last generator.",
    for: ["fresh discriminator", "fresh discriminator"],
    decide: betweenRuns,
    unit: "Spearman's ρ over seeds",
    control: { what: "the runs' losses permuted", decide: betweenRunsPermuted },
    finding: (run) =>
      "A fresh discriminator is still learning when it is asked: its loss has " +
      `ρ = ${run.number(rhoOf(run, "fresh discriminator", distance))} with the Wasserstein distance, the deck's own ` +
      `${run.number(rhoOf(run, "deck", distance))}. With ${algebra("1 − the Bhattacharyya coefficient")} it is ` +
      `${run.number(rhoOf(run, "fresh discriminator", notShared))} and ${run.number(rhoOf(run, "deck", notShared))}.`,
    expected: { quick: "inconclusive", full: "reproduced" },
    figures: ["loss-between-runs"],
  });
};
