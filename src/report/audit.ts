import { countOf } from "./format.ts";
import type { AuditResult, ClaimResult } from "./results.ts";

/** Trials of one or of several arms. */
export type Audited = Pick<AuditResult, "recorded" | "rerun" | "identical">;

export const auditOf = (audits: readonly AuditResult[]): Audited => ({
  recorded: sum(audits.map(({ recorded }) => recorded)),
  rerun: sum(audits.map(({ rerun }) => rerun)),
  identical: sum(audits.map(({ identical }) => identical)),
});

/** What was trained again of the arms that a claim is about; undefined for one that is about none. */
export function auditOfClaim(claim: ClaimResult, audits: readonly AuditResult[]): Audited | undefined {
  if (claim.kind !== "rate" && claim.kind !== "statistic") return undefined;
  const own = audits.filter(({ source, arm }) => source === claim.source && claim.arms.includes(arm));
  return own.length > 0 ? auditOf(own) : undefined;
}

/**
 * What the audit proves. Of m trials that were drawn at random and are all equal: were a share of 3/m of those that can be drawn
 * different, all would be equal with a chance of (1 − 3/m)ᵐ < e⁻³ < 5 % ("rule of three"). The draw takes each arm once before any
 * twice, and what does not fit into its minutes less often, so that it speaks of trials so drawn.
 */
export function auditSentence({ recorded, rerun, identical }: Audited): string {
  if (rerun === 0) return `None of the record’s ${countOf(recorded, "trial")} were re-run here.`;
  const re = `Re-run here: ${rerun.toLocaleString("en")} of ${countOf(recorded, "trial")}`;
  if (identical < rerun) return `${re}, of which ${(rerun - identical).toLocaleString("en")} differ from the record.`;
  if (rerun === recorded) return `${re}, all identical to the bit.`;
  if (rerun <= 3) return `${re}, all identical to the bit: too few to say how many of the others would differ.`;
  return (
    `${re}, drawn at random, an arm once before any twice, all identical to the bit: with 95 % confidence fewer than ` +
    `${((3 / rerun) * 100).toLocaleString("en", { maximumSignificantDigits: 2 })} % of trials so drawn would differ.`
  );
}

/** The same of a claim's arms, in a few words: "re-run here: 6 of 128 trials, identical". */
export function auditWords({ recorded, rerun, identical }: Audited): string {
  if (rerun === 0) return `re-run here: none of ${countOf(recorded, "trial")}`;
  const outcome = identical === rerun ? "identical" : `${rerun - identical} not identical`;
  return `re-run here: ${rerun.toLocaleString("en")} of ${countOf(recorded, "trial")}, ${outcome}`;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
