import { z } from "zod";
import { verdicts } from "../language/verdict.ts";

const verdict = z.enum(verdicts);

/** What a run found of one claim, by the claim's kind. */
const found = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("rate"),
    verdict,
    /** Seeds on which the predicate held, of `seeds`. */
    successes: z.int().min(0),
    seeds: z.int().min(1),
    /** The success rate that the claim asserts. */
    assertedRate: z.number().gt(0).max(1),
  }),
  z.strictObject({
    kind: z.literal("statistic"),
    verdict,
    /** Interval of the estimate. */
    interval: z.tuple([z.number(), z.number()]),
  }),
  z.strictObject({ kind: z.literal("exact"), verdict }),
]);

/** The verdicts of one run of every source, committed so that the documents' tables are made from it. */
export const verdictRecord = z.strictObject({
  /** Which code, engine and machine ran, and when, in one sentence. */
  run: z.string().min(1),
  profile: z.string().min(1),
  /** Claim id, "source/name", to what was found. */
  claims: z.record(z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+(@[a-z0-9.-]+)?$/), found),
});

export type VerdictRecord = z.infer<typeof verdictRecord>;
export type Found = VerdictRecord["claims"][string];
