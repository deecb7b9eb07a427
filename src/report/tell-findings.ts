import type { Claim, Finding } from "../language/claim.ts";
import type { Departure } from "../study/departures.ts";
import { findingRun } from "../study/finding.ts";
import type { TrialsByArm } from "../study/judge.ts";
import { measured } from "../study/measured.ts";
import { formatNumber } from "./format.ts";

/** What was found, in words with the numbers of these trials. A finding that fails costs itself and nothing else. */
export function tellFindings(
  claims: readonly Claim[],
  trials: TrialsByArm,
): { findings: ReadonlyMap<string, string>; departures: readonly Departure[] } {
  const findings = new Map<string, string>();
  const departures: Departure[] = [];
  for (const { id, finding } of claims) {
    if (finding === undefined) continue;
    try {
      const text: unknown = typeof finding === "string" ? finding : told(finding, trials);
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

/** Some arms have more seeds than others: all numbers of one finding are of the seeds that every arm has which it asks for. */
function told(finding: Exclude<Finding, string>, trials: TrialsByArm): string {
  let seeds = Math.max(0, ...Object.values(trials).map((ofArm) => ofArm.length));
  for (;;) {
    try {
      return finding(runOf(trials, seeds));
    } catch (error) {
      if (!(error instanceof FewerSeeds)) throw error;
      seeds = error.seeds;
    }
  }
}

const runOf = (trials: TrialsByArm, seeds: number) =>
  findingRun({
    seeds,
    of(arm) {
      if (!trials[arm]) throw new Error(`expected trials of the arm "${arm}", got none`);
      if (trials[arm].length < seeds) throw new FewerSeeds(trials[arm].length);
      return trials[arm].slice(0, seeds).map((trial) => ({ trial: measured(trial), state: trial.state }));
    },
    format: formatNumber,
    compute: (of) => of(),
  });

class FewerSeeds extends Error {
  readonly seeds: number;
  constructor(seeds: number) {
    super(`only ${seeds} seeds`);
    this.seeds = seeds;
  }
}
