import { z } from "zod";
import { verdicts } from "../language/verdict.ts";
import {
  type Contradiction,
  count,
  decided,
  interval,
  isIntervalOf,
  name,
  qualifiedId,
  rate,
  sourceId,
  statistic,
  text,
  unit,
  verdict,
} from "./schema-parts.ts";

const said = {
  /** `source/claim`, as in the catalogue of claims. */
  id: qualifiedId,
  /** Goes up whenever the predicate or the asserted rate changes. */
  version: z.int().positive(),
  source: sourceId,
  title: name,
  quote: text,
  /** Where in the source the quote stands: "cell 6, figure 2". */
  at: text,
  /** What was tested, in one sentence with its numbers. */
  hypothesis: text,
  /** The verdict registered for this profile before the run. */
  expected: verdict,
  /** Why the verdict is what it is; paragraphs are separated by an empty line. */
  finding: text.optional(),
  /** Ids of the figures that show it. */
  figures: z.array(qualifiedId).max(100),
};

/** The sabotaged run that must not come out reproduced. */
const control = { description: text, verdict };

/** As many as an arm may have. */
const perSeed = z.array(statistic).max(1_000_000);

/** A claim about a rate over seeds: the exact interval of the measured rate against the asserted one. */
const rateClaim = z.strictObject({
  kind: z.literal("rate"),
  ...said,
  verdict,
  successes: count,
  seeds: count,
  assertedRate: rate,
  /** Clopper–Pearson 95 % interval of the success rate; [0, 1] of no seeds. */
  interval: z.tuple([rate, rate]),
  control: z.strictObject({
    ...control,
    /** On how many seeds the control held. Missing in what was converted from schema 1. */
    held: z.strictObject({ successes: count, seeds: count }).optional(),
  }),
  /**
   * Median over the seeds and its 95 % bootstrap interval, in `unit`; shown, never deciding. `values` has one of each seed that
   * counts, `ofControl` the same of the control; null is not finite. Older files have neither.
   */
  effect: z
    .strictObject({ unit, median: statistic, interval, values: perSeed.optional(), ofControl: perSeed.optional() })
    .optional(),
  /** No longer written: which metric and arms to draw. */
  looksAt: z.strictObject({ metric: name, arms: z.array(name).max(1000) }).optional(),
});

/** A claim about all seeds together, decided by one number and its interval. */
const statisticClaim = z.strictObject({
  kind: z.literal("statistic"),
  ...said,
  verdict,
  /** How many seeds the number is of. */
  seeds: count,
  /** Unit of the estimate and its interval. */
  unit,
  estimate: statistic,
  interval,
  control: z.strictObject(control),
});

/** A claim of algebra, checked once, to a tolerance. */
const exactClaim = z.strictObject({
  kind: z.literal("exact"),
  ...said,
  verdict: verdict.exclude(["inconclusive"]),
  /** What was computed and to which tolerance, in one sentence. */
  detail: text,
  control: z.strictObject({ ...control, verdict: verdict.exclude(["inconclusive"]), detail: text }),
});

/** A claim that could not be decided, because of how it is written. */
const claimNotJudged = z.strictObject({ kind: z.literal("not judged"), ...said, reason: text });

/** What came of a claim, by its kind. */
export const claimResult = z
  .discriminatedUnion("kind", [rateClaim, statisticClaim, exactClaim, claimNotJudged], {
    error: '"rate" | "statistic" | "exact" | "not judged"',
  })
  .superRefine((claim, context) => {
    const [path, message] = contradictionInClaim(claim) ?? [];
    if (path) context.addIssue({ code: "custom", path: path.split("."), message });
  });

function contradictionInClaim(claim: z.infer<typeof rateClaim> | { kind: string; id: string; source: string }) {
  if (!claim.id.startsWith(`${claim.source}/`)) return ["id", "an id that begins with its source"] as const;
  return isRate(claim) ? contradictionInRate(claim) : undefined;
}

const isRate = (claim: { kind: string }): claim is z.infer<typeof rateClaim> => claim.kind === "rate";

function contradictionInRate(claim: z.infer<typeof rateClaim>): Contradiction | undefined {
  const { successes, seeds, assertedRate, control } = claim;
  if (successes > seeds) return ["successes", "at most as many as seeds"];
  if ((claim.effect?.values?.length ?? 0) > seeds) return ["effect.values", "at most as many as seeds"];
  if (claim.interval[0] > claim.interval[1]) return ["interval", "low before high"];
  if (!isIntervalOf(claim.interval, successes, seeds)) {
    return ["interval", "the exact 95 % interval of its successes among its seeds"];
  }
  if (claim.verdict !== decided(successes, seeds, assertedRate)) {
    return ["verdict", "the verdict that its counts and asserted rate give"];
  }
  if (!control.held) return undefined;
  if (control.held.successes > control.held.seeds) return ["control.held.successes", "at most as many as seeds"];
  if (control.verdict !== decided(control.held.successes, control.held.seeds, assertedRate)) {
    return ["control.verdict", "the verdict that its counts and the asserted rate give"];
  }
  return undefined;
}

/** The departures that a claim's own words show. */
export function departuresIn(claim: ClaimResult): ("verdict" | "control" | "not judged")[] {
  if (claim.kind === "not judged") return ["not judged"];
  return [
    ...(claim.verdict === claim.expected ? [] : (["verdict"] as const)),
    ...(claim.control.verdict === "reproduced" ? (["control"] as const) : []),
  ];
}

export type ClaimResult = z.infer<typeof claimResult>;
export type RateResult = Extract<ClaimResult, { kind: "rate" }>;
export type StatisticResult = Extract<ClaimResult, { kind: "statistic" }>;
export type JudgedResult = Exclude<ClaimResult, { kind: "not judged" }>;

/** How a claim fared, in the words of tables: its verdict, or that it has none. */
export const outcomeOf = (claim: ClaimResult): Outcome => (claim.kind === "not judged" ? claim.kind : claim.verdict);

export const outcomes = [...verdicts, "not judged"] as const;
export type Outcome = (typeof outcomes)[number];

/** Its name in style sheets. */
export const outcomeClass = (outcome: Outcome): string => outcome.replace(" ", "-");
