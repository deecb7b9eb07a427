import type { Claim } from "../language/claim.ts";
import type { ProfileName } from "../language/profile.ts";
import type { Departure } from "../study/departures.ts";
import { findingRun } from "../study/finding.ts";
import type { TrialsByArm } from "../study/judge.ts";
import { measured } from "../study/measured.ts";
import { formatNumber } from "./format.ts";

/** What was found, in words with the numbers of these trials. A finding that fails costs itself and nothing else. */
export function tellFindings(
  claims: readonly Claim[],
  trials: TrialsByArm,
  profile: ProfileName,
): { findings: ReadonlyMap<string, string>; departures: readonly Departure[] } {
  const run = findingRun({
    profile,
    seeds: Math.max(0, ...Object.values(trials).map((ofArm) => ofArm.length)),
    of(arm) {
      if (!trials[arm]) throw new Error(`expected trials of the arm "${arm}", got none`);
      return trials[arm].map((trial) => ({ trial: measured(trial), state: trial.state }));
    },
    format: formatNumber,
    compute: (of) => of(),
  });
  const findings = new Map<string, string>();
  const departures: Departure[] = [];
  for (const { id, finding } of claims) {
    if (finding === undefined) continue;
    try {
      const text: unknown = typeof finding === "string" ? finding : finding(run);
      if (typeof text !== "string" || text.trim() === "") throw new TypeError(`expected a text, got ${String(text)}`);
      findings.set(id, text);
    } catch (error) {
      const { message } = error instanceof Error ? error : { message: String(error) };
      const line = `${id}: finding not computed: ${message}`.replaceAll(/\s*\n\s*/g, " ");
      departures.push({ kind: "finding", severity: "failure", id, message: line });
    }
  }
  return { findings, departures };
}
