import { z } from "zod";
import { profileNames } from "../language/profile.ts";
import {
  contradictionOf,
  count,
  decided,
  engineName,
  environment,
  figurePath,
  figureStatus,
  firstTwice,
  interval,
  isIntervalOf,
  measurements,
  most,
  name,
  qualifiedId,
  rate,
  record,
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
    if (kind === "statistic" && !claim.effect) return refuse("effect", "the number that decided a statistic");
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

const armResult = z.strictObject({ experiment: sourceId, ...measurements }).superRefine((arm, context) => {
  const [key, message] = contradictionOf(arm) ?? [];
  if (key) context.addIssue({ code: "custom", path: [key], message });
});

const figureResult = z
  .strictObject({
    /** `source/figure`. */
    id: qualifiedId,
    /** Relative to the folder of the results file. */
    path: figurePath,
    status: figureStatus,
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
    environment,
    claims: z.array(claimResult).max(most.claims),
    arms: z.array(armResult).max(most.arms),
    figures: z.array(figureResult).max(most.figures),
    timings: z.array(timing).max(most.timings),
    /** What was digested → SHA-256 in hex. */
    digests: record(name, most.digests),
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
