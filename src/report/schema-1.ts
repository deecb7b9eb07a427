import { z } from "zod";
import { profileNames } from "../language/profile.ts";
import { quantile } from "../statistics/quantile.ts";
import {
  count,
  decided,
  engineName,
  figurePath,
  firstTwice,
  interval,
  isIntervalOf,
  most,
  name,
  qualifiedId,
  rate,
  sourceId,
  statistic,
  text,
  unit,
  verdict,
} from "./schema-parts.ts";

const claimResult = z
  .strictObject({
    /** `source/claim`, as in the catalogue of claims. */
    id: qualifiedId,
    /** Goes up whenever the predicate or the asserted rate changes. */
    version: z.int().positive(),
    source: sourceId,
    title: name,
    quote: text,
    hypothesis: text,
    /**
     * `exact` claims are algebra, checked to a tolerance: one "seed", and an interval without meaning. `statistic` claims
     * are decided by one number over all seeds: it and its interval stand in `effect`, and `interval` has no meaning.
     */
    kind: z.enum(["rate", "statistic", "exact"]),
    assertedRate: rate,
    successes: count,
    seeds: count,
    /** Clopper–Pearson 95 % interval of the success rate. */
    interval: z.tuple([rate, rate]),
    verdict,
    /** The verdict registered for this profile before the run. */
    expected: verdict,
    /** The sabotaged run that must not come out reproduced. */
    control: z.strictObject({ description: text, verdict }),
    /** Median over the seeds and its bootstrap interval, both of the quantity that `unit` names; shown, never deciding. */
    effect: z.strictObject({ unit, median: statistic, interval }).optional(),
  })
  .superRefine((claim, context) => {
    const refuse = (key: keyof typeof claim, message: string) =>
      context.addIssue({ code: "custom", path: [key], message });
    const { id, source, kind, successes, seeds, assertedRate } = claim;
    if (!id.startsWith(`${source}/`)) return refuse("id", "an id that begins with its source");
    if (successes > seeds) return refuse("successes", "at most as many as seeds");
    if (claim.interval[0] > claim.interval[1]) return refuse("interval", "low before high");
    if (kind !== "rate") return;
    if (!isIntervalOf(claim.interval, successes, seeds)) {
      refuse("interval", "the exact 95 % interval of its successes among its seeds");
    }
    if (claim.verdict !== decided(successes, seeds, assertedRate)) {
      refuse("verdict", "the verdict that its counts and asserted rate give");
    }
  });

const armResult = z
  .strictObject({
    experiment: sourceId,
    arm: name,
    metric: name,
    unit,
    /** How many seeds were run: the length of `values`. */
    seeds: count,
    /** One value a seed, in the order of the seeds. */
    values: z.array(statistic),
    median: statistic,
    q25: statistic,
    q75: statistic,
  })
  .refine((arm) => arm.values.length === arm.seeds, { path: ["values"], message: "one value for each of the seeds" })
  .refine((arm) => isQuantileOf(arm.values, 0.25, arm.q25), { path: ["q25"], message: "the lower quartile of values" })
  .refine((arm) => isQuantileOf(arm.values, 0.5, arm.median), { path: ["median"], message: "the median of values" })
  .refine((arm) => isQuantileOf(arm.values, 0.75, arm.q75), { path: ["q75"], message: "the upper quartile of values" });

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

const figureResult = z
  .strictObject({
    /** `source/figure`. */
    id: qualifiedId,
    /** Relative to the folder of the results file. */
    path: figurePath,
    status: z.enum([
      "identical",
      "close",
      "changed",
      "resized",
      "missing",
      "new",
      "updated",
      "damaged",
      "not compared",
      "no baseline",
    ]),
    /** Null where nothing could be compared. */
    differingPixels: z.int().nonnegative().nullable(),
  })
  .refine(({ id, path }) => path.replace(/\.\w+$/, "") === `figures/${id}`, {
    path: ["path"],
    message: "figures/, the figure's id and .png",
  });

const timing = z.strictObject({
  name,
  unit,
  median: z.number(),
  /** Median absolute deviation, in `unit`. */
  mad: z.number(),
  samples: z.int().nonnegative(),
});

const record = <T extends z.ZodType>(value: T, keys: number) =>
  z
    .record(z.string().max(300), value)
    .refine((entries) => Object.keys(entries).length <= keys, `at most ${keys} entries`);

/** The results file's first schema: read, and no longer written. */
export const resultsSchema1 = z
  .strictObject({
    schema: z.literal(1),
    /** ISO 8601, in UTC. */
    createdAt: z.iso.datetime(),
    profile: z.enum(profileNames),
    engine: engineName,
    /** The seeds are this and those that follow it; 1 if absent. */
    firstSeed: z.int().min(1).optional(),
    environment: record(z.union([z.string().max(1000), z.number()]), 100),
    claims: z.array(claimResult).max(most.claims),
    arms: z.array(armResult).max(most.arms),
    figures: z.array(figureResult).max(most.figures),
    timings: z.array(timing).max(most.timings),
    /** What was digested → SHA-256 in hex. */
    digests: record(name, most.digests),
    /** Of the rest of the file; see src/report/checksum.ts. Missing in files that were written before there was one. */
    sha256: z.string().optional(),
  })
  .superRefine(({ claims, figures }, context) => {
    const refuse = (path: (string | number)[], message: string) => context.addIssue({ code: "custom", path, message });
    const claim = firstTwice(claims, ({ id }) => id);
    if (claim !== undefined) refuse(["claims", claim, "id"], "an id that no other claim has");
    const figure = firstTwice(figures, ({ id }) => id);
    if (figure !== undefined) refuse(["figures", figure, "id"], "an id that no other figure has");
    if (new Set(claims.map(({ source }) => source)).size > most.sources) {
      refuse(["claims"], `claims of at most ${most.sources} sources`);
    }
  });

export type Results1 = z.infer<typeof resultsSchema1>;
