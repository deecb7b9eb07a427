import { z } from "zod";
import { clopperPearson, type Interval, verdictOf, verdicts } from "../statistics/verdict.ts";

/*
 * The words of results.json. A results file may come from anybody: ids become names of pages and anchors, paths are
 * opened, numbers decide how long a page takes to draw. So each has a form and a bound.
 */

/** A source's id: a page of that name is written, beside `index.html`. */
export const sourceId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,63}$/, "a source's id of at most 64 lower-case letters, digits and hyphens")
  .refine((id) => id !== "index", 'a source\'s id other than "index", which is the name of the first page');

/** `source/name`, of a claim or a figure. */
export const qualifiedId = z
  .string()
  .regex(
    /^[a-z0-9][a-z0-9-]{0,63}\/[a-z0-9][a-z0-9.@_-]{0,127}$/,
    "an id like source/name of lower-case letters, digits, hyphens, @ and dots",
  );

/** Where a figure's drawing stands, relative to the results file. */
export const figurePath = z
  .string()
  .regex(
    /^figures\/[a-z0-9][a-z0-9-]{0,63}\/[a-z0-9][a-z0-9.@_-]{0,127}\.(png|svg)$/,
    "a path like figures/source/name.png",
  );

/** An engine's name: part of the command that a page offers for copying. */
export const engineName = z
  .string()
  .regex(/^[a-z0-9][a-z0-9:-]{0,63}$/, "an engine's name of lower-case letters, digits, hyphens and colons");

/** A name within a table: an arm, a metric, a unit. */
export const name = z.string().min(1).max(200);
export const unit = z.string().max(200);
/** Prose. */
export const text = z.string().max(10_000);
export const verdict = z.enum(verdicts);
/** Many times what a claim, an arm or a timing has had so far, and few enough to compute with. */
export const count = z.int().min(0).max(1_000_000);
/** A statistic that is null where it was not finite: JSON has neither Infinity nor NaN. */
export const statistic = z.number().nullable();
export const rate = z.number().min(0).max(1);
/** Low before high; null where a bound is not finite. */
export const interval = z
  .tuple([statistic, statistic])
  .refine(([low, high]) => low === null || high === null || low <= high, "low before high");

/** The most entries that a list may have: many times today's, and few enough that pages are drawn within a minute. */
export const most = { sources: 200, claims: 5000, figures: 5000, arms: 100_000, timings: 100_000, digests: 100_000 };

/** Differences that another version of a library may make in the last digits of an interval. */
const tolerance = 1e-6;

/** Whether a stated interval is the exact one of so many successes; of no seeds it is [0, 1]. */
export function isIntervalOf(stated: readonly number[], successes: number, seeds: number): boolean {
  const exact: Interval = seeds === 0 ? [0, 1] : clopperPearson(successes, seeds);
  return exact.every((bound, i) => Math.abs(bound - stated[i]) <= tolerance);
}

/** The verdict that the one rule gives; of no seeds nothing can be said. */
export const decided = (successes: number, seeds: number, assertedRate: number) =>
  seeds === 0 ? "inconclusive" : verdictOf(successes, seeds, assertedRate);

/** The first entry whose key another has already. */
export function firstTwice<T>(entries: readonly T[], keyOf: (entry: T) => string): number | undefined {
  const seen = new Set<string>();
  for (const [index, entry] of entries.entries()) {
    const key = keyOf(entry);
    if (seen.has(key)) return index;
    seen.add(key);
  }
  return undefined;
}
