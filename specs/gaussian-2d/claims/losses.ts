/** What the losses tell of the distance to the target, within a run and between runs. */
import type { Measured } from "../../../src/language/claim.ts";
import { algebra } from "../../../src/language/finding.ts";
import { quantile } from "../../../src/statistics/quantile.ts";
import { at, quotes } from "../about.ts";
import { roundOf } from "../arms.ts";
import {
  allEpochs,
  betweenRuns,
  betweenRunsPermuted,
  betweenRunsPlanted,
  byD,
  byG,
  type Diagnostic,
  earlyEpochs,
  halfway,
  lateEpochs,
  permuted,
  planted,
  rankCorrelation,
  told,
  withinRun,
} from "../losses.ts";
import { bhattacharyya, type Deck, distance, distanceAfter, ln2, type Told, toldAtEnd } from "./measures.ts";

const notShared = (run: Measured) => 1 - bhattacharyya(run);

/** Spearman's, over seeds, of an arm's |loss_D − ln 2| with something else at the end. */
const rhoOf = ({ values }: Told, arm: "deck" | "fresh discriminator", of: (run: Measured) => number) =>
  rankCorrelation([...values(arm, toldAtEnd)], [...values(arm, of)]);

/** How far from the target the nearest of the farthest quarter of the deck's runs ends. */
const farthestQuarter = ({ values }: Told) => quantile(values("deck", distance), 0.75);

/** Whether a diagnostic goes with the distance over epochs of a run. */
const follows = (over: readonly number[], unit: string, diagnostic: Diagnostic) => {
  const isAboveHalf = (other: Diagnostic) => (run: Measured) => withinRun(run, over, other) > 0.5;
  return {
    for: "deck",
    threshold: { unit, of: (run: Measured) => withinRun(run, over, diagnostic), above: 0.5 },
    atLeast: 0.5,
    controls: {
      negative: { what: "the epochs' losses permuted", holds: isAboveHalf(permuted(diagnostic)) },
      positive: { what: "the distance with a tenth of noise in the loss's place", holds: isAboveHalf(planted) },
    },
    figures: ["losses"],
  } as const;
};

const controlsBetweenRuns = {
  negative: { what: "the runs' losses permuted", decide: betweenRunsPermuted },
  positive: { what: "the distance with a tenth of noise in the loss's place", decide: betweenRunsPlanted },
};

export const claimsOnTheLosses = ({ claim, statistic }: Deck): void => {
  claim("losses-are-diagnostics", {
    says: "states",
    quote: quotes.losses,
    at: at.training,
    hypothesis:
      "Within a run, Spearman's correlation over the 20 epochs of |loss_D − ln 2| with the Wasserstein-2 distance is above ½.",
    ...follows(allEpochs, "Spearman's ρ over epochs", byD),
    finding:
      "Within a run both change with time, which makes a correlation by itself. The claim on the last epochs asks what is left when " +
      "both have nearly settled.",
  });

  claim("generator-loss-is-a-diagnostic", {
    says: "states",
    quote: quotes.losses,
    at: at.training,
    hypothesis:
      "Within a run, Spearman's correlation over the 20 epochs of |loss_G − ln 2| with the Wasserstein-2 distance is above ½.",
    ...follows(allEpochs, "Spearman's ρ over epochs", byG),
    finding: ({ median }) =>
      `The correlation is ${median("deck", (run) => withinRun(run, allEpochs, byG))} in the median, that of D's loss ` +
      `${median("deck", (run) => withinRun(run, allEpochs))}; over the second half of the epochs they are ` +
      `${median("deck", (run) => withinRun(run, lateEpochs, byG))} and ${median("deck", (run) => withinRun(run, lateEpochs))}.`,
  });

  claim("losses-are-diagnostics-to-the-end", {
    says: "ours",
    quote: quotes.losses,
    at: `${at.training}, asked of the second half of the epochs`,
    hypothesis:
      "Within a run, Spearman's correlation over the epochs 11 to 20 of |loss_D − ln 2| with the Wasserstein-2 distance is above ½.",
    ...follows(lateEpochs, "Spearman's ρ over epochs 11–20", byD),
    finding: ({ median }) =>
      `Over the first half of the epochs the correlation is ${median("deck", (run) => withinRun(run, earlyEpochs))} in the median, ` +
      `over the second ${median("deck", (run) => withinRun(run, lateEpochs))}. Halfway D's loss is already within ` +
      `${median("deck", (run) => told(run.at("discriminatorLoss", roundOf(halfway))))} of ${ln2}, so that little is left to ` +
      "tell, while the distance still falls to " +
      `${median("deck", (run) => distance(run) / distanceAfter(halfway)(run))} times what it was.`,
  });

  statistic("losses-rank-runs", {
    says: "ours",
    quote: quotes.losses,
    at: `${at.training}, asked between runs`,
    hypothesis:
      "Over the seeds, at the end, Spearman's correlation of |loss_D − ln 2| with the Wasserstein-2 distance is above 0.",
    version: 2,
    for: "deck",
    decide: betweenRuns,
    unit: "Spearman's ρ over seeds",
    controls: controlsBetweenRuns,
    finding: (run) => {
      const far = run.where("deck", (trial) => distance(trial) >= farthestQuarter(run));
      const others = run.where("deck", (trial) => distance(trial) < farthestQuarter(run));
      return (
        `At the end all losses are ${ln2}, to ${run.median("deck", toldAtEnd)} in the median; ρ is ` +
        `${run.number(rhoOf(run, "deck", distance))}. In the quarter of the runs that ends farthest from the target the median ` +
        `difference from ${ln2} is ${far.median("deck", toldAtEnd)}, in the others ${others.median("deck", toldAtEnd)}.`
      );
    },
    figures: ["loss-between-runs"],
  });

  statistic("fresh-losses-rank-runs", {
    says: "ours",
    quote: quotes.losses,
    at: `${at.training}, asked between runs`,
    hypothesis:
      "The same correlation is above 0 when the loss is that of a fresh discriminator, trained alone against each run's last generator.",
    version: 2,
    for: "fresh discriminator",
    decide: betweenRuns,
    unit: "Spearman's ρ over seeds",
    controls: controlsBetweenRuns,
    finding: (run) =>
      "A fresh discriminator is still learning when it is asked: its loss has " +
      `ρ = ${run.number(rhoOf(run, "fresh discriminator", distance))} with the Wasserstein distance, the deck's own ` +
      `${run.number(rhoOf(run, "deck", distance))}. With ${algebra("1 − the Bhattacharyya coefficient")} it is ` +
      `${run.number(rhoOf(run, "fresh discriminator", notShared))} and ${run.number(rhoOf(run, "deck", notShared))}.`,
    figures: ["loss-between-runs"],
  });
};
