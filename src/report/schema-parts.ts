import { z } from "zod";
import { verdicts } from "../language/verdict.ts";
import { confidenceSequence } from "../statistics/confidence-sequence.ts";
import { quantile } from "../statistics/quantile.ts";

/*
 * The words of results.json. A results file may come from anybody: ids become names of pages and anchors, paths are
 * opened, numbers decide how long a page takes to draw. So each has a form and a bound.
 */

/** A source's id: a page of that name is written next to `index.html`. */
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
/** What a claim asserts: strictly between, as a rate of 0 or 1 cannot be told from a neighbour by any number of seeds. */
export const assertedRate = z.number().gt(0).lt(1);
/** The most seeds that a claim is tried with: four times today's, as verdicts are decided again when a file is read. */
export const cap = z.int().min(1).max(4096);
export const seed = z.int().min(1).max(1_000_000_000);
/** ISO 8601, in UTC. */
export const date = z.iso.datetime();
/** Low before high; null where a bound is not finite. */
export const interval = z
  .tuple([statistic, statistic])
  .refine(([low, high]) => low === null || high === null || low <= high, "low before high");

/** The most entries that a list may have: many times today's, and few enough that pages are drawn within a minute. */
export const most = {
  sources: 200,
  claims: 5000,
  figures: 5000,
  arms: 100_000,
  timings: 100_000,
  digests: 100_000,
  /** Different pairs of asserted rate and cap: each has boundaries of its own, which take time to compute. */
  rules: 50,
};

/** Differences that another version of a library may make in the last digits of an interval. */
const tolerance = 1e-6;

/** What an arm measured on each of its seeds, and the quantiles of that. */
export const measurements = {
  arm: name,
  metric: name,
  unit,
  /** How many seeds were run: the length of `values`. */
  seeds: count,
  /** One value a seed, in the order of the seeds. */
  values: z.array(statistic).max(1_000_000),
  median: statistic,
  q25: statistic,
  q75: statistic,
};

/** What a list of measurements contradicts, if it contradicts itself. */
export function contradictionOf(arm: z.infer<z.ZodObject<typeof measurements>>): Contradiction | undefined {
  if (arm.values.length !== arm.seeds) return ["values", "one value for each of the seeds"];
  if (!isQuantileOf(arm.values, 0.25, arm.q25)) return ["q25", "the lower quartile of values"];
  if (!isQuantileOf(arm.values, 0.5, arm.median)) return ["median", "the median of values"];
  if (!isQuantileOf(arm.values, 0.75, arm.q75)) return ["q75", "the upper quartile of values"];
  return undefined;
}

/** Where a value stands that others contradict, and what was expected there. */
export type Contradiction = readonly [key: string, expected: string];

/** Where some values are not finite it cannot be known which quantile they give, but a finite one lies among the others. */
function isQuantileOf(values: readonly (number | null)[], p: number, stated: number | null): boolean {
  const finite = values.filter((value) => value !== null);
  if (finite.length === values.length && finite.length > 0) {
    const exact = quantile(finite, p);
    return stated === null ? !Number.isFinite(exact) : Math.abs(stated - exact) <= 1e-9 * Math.abs(exact);
  }
  if (stated === null) return true;
  return finite.some((value) => value <= stated) && finite.some((value) => value >= stated);
}

/** A record with a limited number of entries. */
export const record = <T extends z.ZodType>(value: T, entries: number) =>
  z
    .record(z.string().max(300), value)
    .refine((all) => Object.keys(all).length <= entries, `at most ${entries} entries`);

/** Node's version, the processor, the commit: name → value. */
export const environment = record(z.union([z.string().max(1000), z.number()]), 100);

/** How a figure's comparison with its baseline went. */
export const figureStatus = z.enum([
  "identical",
  "close",
  "changed",
  "resized",
  "missing",
  "damaged",
  "committed",
  "not drawn",
]);

/** Whether a stated interval of a rate is the one that holds wherever one stops; of no seeds it is [0, 1]. */
export const isIntervalOf = (stated: readonly number[], successes: number, seeds: number): boolean =>
  confidenceSequence(successes, seeds).every((bound, i) => Math.abs(bound - stated[i]) <= tolerance);

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
