import type { Trial } from "../trial/trial.ts";
import type { StripRow } from "./dot-strip.ts";
import { roundText } from "./scales.ts";
import { failures, medianEnd, trained } from "./seeds.ts";

/** An arm as a row of dots: a metric when training ended, in σ of the data; runs that failed are crosses, and counted. */
export function armRow(
  { name, color }: { name: string; color: string },
  trials: readonly Trial[],
  metric: string,
): StripRow {
  // A median of the few survivors would speak for runs that it leaves out.
  const mostTrained = 2 * trained(trials).length > trials.length;
  const middle = mostTrained ? medianEnd(trials, metric) : Number.NaN;
  return {
    name,
    color,
    dots: trials.map(({ end, state }) => ({ value: end[metric], failed: state !== "trained" })),
    median: middle,
    text: [mostTrained ? `median ${roundText(middle)} σ` : "", failures(trials) ?? ""].filter(Boolean).join("\n"),
  };
}
