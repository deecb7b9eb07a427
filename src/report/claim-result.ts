import { z } from "zod";
import { notTested, sayings, type Verdict, verdictWord } from "../language/verdict.ts";
import { matters } from "../study/decide-outcomes.ts";
import { controlFaults } from "../study/departures.ts";
import {
  assertedRate,
  cap,
  count,
  date,
  interval,
  name,
  qualifiedId,
  rate,
  seed,
  sourceId,
  statistic,
  text,
  unit,
  verdict,
} from "./schema-parts.ts";

const version = z.int().positive();

/** What was frozen before the first decisive trial. */
const registration = z.strictObject({
  /** SHA-256 of arms, predicate, rate, threshold, rule and cap, in hex. */
  hash: z.string().regex(/^[0-9a-f]{64}$/, "a SHA-256 in hex"),
  version,
  /** The first seed that counts for it. */
  from: seed,
  at: date,
  /** What came of earlier versions, the oldest first. */
  former: z.array(z.strictObject({ version, verdict, seeds: count, successes: count.optional() })).max(100),
});

const said = {
  /** `source/claim`, as in the catalogue of claims. */
  id: qualifiedId,
  /** Goes up whenever anything of the registration changes. */
  version,
  source: sourceId,
  title: name,
  /** Who says it: only what the source states or implies can be reproduced or contradicted for it. */
  says: z.enum(sayings),
  /** The source's own words, literally; what is ours may have none. */
  quote: text.optional(),
  /** Where in the source: "cell 6, figure 2". */
  at: text,
  /** What was tested, in one sentence with its numbers. */
  hypothesis: text,
  /** Missing where nothing of the claim is registered yet. */
  registration: registration.optional(),
  /** Why the verdict is what it is; paragraphs are separated by an empty line. */
  finding: text.optional(),
  /** Ids of the figures that show it. */
  figures: z.array(qualifiedId).max(100),
  /**
   * Mistakes that were planted in it one at a time (arms exchanged, a sign turned …): how many would have changed its verdict, and
   * those that would not. Missing where it is not decided from seeds.
   */
  mutants: z
    .strictObject({ noticed: count, planted: count, missed: z.array(text).max(100) })
    .refine(({ noticed, planted, missed }) => noticed + missed.length === planted, {
      error: "as many mistakes as were noticed and missed",
    })
    .optional(),
};

/** What claims are tried on. */
const tried = {
  /** The arms that it is about, by name. */
  arms: z.array(name).min(1).max(1000),
  /** Decisive seeds are this and those that follow it. */
  firstSeed: seed,
  /** How many seeds were looked at until it was decided, those that do not count too. */
  looked: count,
  /** How many seeds it is tried with at most. */
  cap,
};

const controlCount = z.strictObject({ what: text, verdict, successes: count, seeds: count });

/** How a seed came out: "+" it held, "-" it did not, "=" a tie, "." not among those that count. */
const outcomes = z
  .string()
  .regex(/^[-+=.]*$/, "a text of +, -, = and .")
  .max(4096);

/** A claim about a rate over seeds, decided one seed after the other. */
const rateClaim = z.strictObject({
  kind: z.literal("rate"),
  ...said,
  ...tried,
  verdict,
  successes: count,
  /** Of how many that count. */
  seeds: count,
  assertedRate,
  /** The 95 % interval of the rate that holds wherever one stops; [0, 1] of no seeds. */
  interval: z.tuple([rate, rate]),
  /** A character for each seed that was looked at. */
  outcomes,
  /** The same of all seeds that are recorded, as other claims may need more of them: evidence that decides nothing. */
  recorded: z.strictObject({ successes: count, seeds: count }),
  /** Successes that would have sufficed at this number of seeds to decide above the asserted rate, or below; none where no number would. */
  sufficient: z.strictObject({ above: count.optional(), below: count.optional() }),
  controls: z.strictObject({ negative: controlCount, positive: controlCount }),
  /**
   * Median over the seeds that count and its 95 % bootstrap interval, in `unit`; shown, never deciding. `values` has one of each
   * seed that was looked at; null is none, or not finite.
   */
  effect: z.strictObject({ unit, median: statistic, interval, values: z.array(statistic).max(4096) }).optional(),
  /**
   * That the first arm ends better than the second; seeds on which neither does tie. `better` is the probability that a trial of the
   * first is better than one of the second, ties half, over all pairs of seeds; missing where there are no pairs.
   */
  comparison: z
    .strictObject({
      better: z.strictObject({ estimate: rate, interval: z.tuple([rate, rate]) }).optional(),
    })
    .optional(),
  /** That a value lies on one side of a bound, which is ours: the verdicts for all other bounds, ascending; null is no end. */
  threshold: z
    .strictObject({
      unit,
      side: z.enum(["below", "above"]),
      bound: z.number(),
      verdicts: z
        .array(z.strictObject({ from: statistic, to: statistic, verdict }))
        .min(1)
        .max(5000),
    })
    .optional(),
});

const statisticControl = z.strictObject({ what: text, verdict, estimate: statistic, seeds: count });

/** A claim about all seeds together, decided by one number and its interval at looks that are fixed beforehand. */
const statisticClaim = z.strictObject({
  kind: z.literal("statistic"),
  ...said,
  ...tried,
  verdict,
  /** How many seeds the number is of: those on which no arm diverged. */
  seeds: count,
  /** Unit of the estimate and its interval. */
  unit,
  estimate: statistic,
  interval,
  controls: z.strictObject({ negative: statisticControl, positive: statisticControl }),
});

const exactVerdict = verdict.extract(["reproduced", "contradicted"]);
const exactControl = z.strictObject({ what: text, verdict: exactVerdict, detail: text });

/** A claim of algebra, checked once, to a tolerance. */
const exactClaim = z.strictObject({
  kind: z.literal("exact"),
  ...said,
  verdict: exactVerdict,
  /** What was computed and to which tolerance, in one sentence. */
  detail: text,
  controls: z.strictObject({ negative: exactControl, positive: exactControl.optional() }),
});

/** A sentence that cannot be tested with what its source gives. */
const untestedClaim = z.strictObject({ kind: z.literal("untested"), ...said, why: text });

/** A claim that could not be decided, because of how it is written. */
const claimNotJudged = z.strictObject({ kind: z.literal("not judged"), ...said, reason: text });

/** What came of a claim, by its kind. */
export const claimResult = z.discriminatedUnion(
  "kind",
  [rateClaim, statisticClaim, exactClaim, untestedClaim, claimNotJudged],
  { error: '"rate" | "statistic" | "exact" | "untested" | "not judged"' },
);

export type ClaimResult = z.infer<typeof claimResult>;
export type RateResult = z.infer<typeof rateClaim>;
export type StatisticResult = z.infer<typeof statisticClaim>;
export type ExactResult = z.infer<typeof exactClaim>;
export type RegistrationResult = z.infer<typeof registration>;
/** A claim with a verdict. */
export type JudgedResult = RateResult | StatisticResult | ExactResult;

export const isJudged = (claim: ClaimResult): claim is JudgedResult =>
  claim.kind !== "not judged" && claim.kind !== "untested";

/** What claims come to, in the order in which pages list them. */
export const outcomesOfClaims = ["reproduced", "contradicted", "equivalent", "open", notTested, "not judged"] as const;
export type OutcomeOfClaim = Verdict | typeof notTested | "not judged";

export function outcomeOf(claim: ClaimResult): OutcomeOfClaim {
  if (isJudged(claim)) return claim.verdict;
  return claim.kind === "untested" ? notTested : claim.kind;
}

/** An outcome in the words that are due to who says the claim. */
export const wordOf = (outcome: OutcomeOfClaim, says: ClaimResult["says"]): string =>
  outcome === notTested || outcome === "not judged" ? outcome : verdictWord(outcome, says);

/** A claim's outcome in words: "reproduced", "does not hold", "not tested". */
export const outcomeWord = (claim: ClaimResult): string => wordOf(outcomeOf(claim), claim.says);

/** The class that colours an outcome. */
export const outcomeClass = (outcome: OutcomeOfClaim): string => outcome.replace(" ", "-");

/** Departures that follow from a claim alone, so that a file cannot keep them quiet. */
export function departuresIn(claim: ClaimResult): ("not judged" | "control")[] {
  if (claim.kind === "not judged") return ["not judged"];
  return isJudged(claim) && controlFaults(claim).length > 0 ? ["control"] : [];
}

/** The rate that no difference reaches on either side, for words. */
export const equivalenceOf = ({ assertedRate }: RateResult): readonly [number, number] => [
  assertedRate - matters,
  assertedRate + matters,
];
