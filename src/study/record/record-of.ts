import { createHash } from "node:crypto";
import type { Arm } from "../../language/arm.ts";
import type { Finding } from "../../language/claim.ts";
import { canonicalJson } from "../../trial/canonical-json.ts";
import type { Trial } from "../../trial/trial.ts";
import { tellFinding } from "../finding.ts";
import { judgeFrom } from "../judge-from.ts";
import type { Judgement } from "../judgement.ts";
import { cellName, hasCell, listenedTo } from "../measured.ts";
import type { Source } from "../source.ts";
import type { TrialsByArm } from "../tuples.ts";
import { columnOf, digestColumnOf } from "./columns.ts";
import type { Decided, RecordedArm, StudyRecord } from "./record.ts";
import { letterOf } from "./recorded-trials.ts";

/** SHA-256 (hex) of an arm's settings. */
export const armHash = (arm: Arm): string => createHash("sha256").update(canonicalJson(arm)).digest("hex");

/**
 * A record with these trials and what they decide. Of what was measured while an arm trained it keeps what a claim or a finding looks
 * at.
 * @param trials of each arm from the first decisive seed on
 */
export function withTrials(record: StudyRecord, source: Source, trials: TrialsByArm): StudyRecord {
  const cells = new Map<string, Set<string>>();
  const listening: TrialsByArm = Object.fromEntries(
    Object.entries(trials).map(([arm, ofArm]) => {
      const asked = new Set<string>();
      cells.set(arm, asked);
      return [arm, ofArm.map((trial) => listenedTo(trial, (metric, round) => asked.add(cellName(metric, round))))];
    }),
  );
  const judgements = judgeAll(record, source, listening);
  for (const { finding } of source.claims) if (finding) askFor(finding, listening);
  return {
    ...record,
    decisions: Object.fromEntries(
      [...judgements].flatMap(([id, judgement]) => {
        const decided = decidedBy(record, id, judgement);
        return decided ? [[id, decided]] : [];
      }),
    ),
    arms: Object.fromEntries(
      Object.entries(trials)
        .filter(([, ofArm]) => ofArm.length > 0)
        .map(([name, ofArm]) => [name, recordedArm(source.arms[name], ofArm, [...(cells.get(name) ?? [])].sort())]),
    ),
  };
}

/** Only what it looks at matters; one that fails is told of when findings are told. */
function askFor(finding: Finding, trials: TrialsByArm): void {
  try {
    tellFinding(finding, trials, String, () => 0);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
  }
}

/** Judges every claim, each on the seeds that count for its registration; claims that are not registered are left out. */
export function judgeAll(record: StudyRecord, source: Source, trials: TrialsByArm): Map<string, Judgement> {
  return new Map(
    source.claims.flatMap((claim) => {
      const registration = record.registrations[claim.id]?.at(-1);
      return registration ? [[claim.id, judgeFrom(registration.from, claim, trials)] as const] : [];
    }),
  );
}

/** What a record says of a judgement. */
export function decidedBy(record: StudyRecord, id: string, judgement: Judgement): Decided | undefined {
  const registration = record.registrations[id]?.at(-1);
  if (!registration) return undefined;
  const under = { version: registration.version, registration: registration.hash };
  switch (judgement.kind) {
    case "rate": {
      const { verdict, looked, successes, seeds } = judgement;
      return { ...under, verdict, looked, successes, seeds };
    }
    case "statistic": {
      const { verdict, looked, estimate } = judgement;
      return { ...under, verdict, looked, estimate: Number.isFinite(estimate) ? estimate : null };
    }
    case "exact":
      return { ...under, verdict: judgement.verdict, looked: 0 };
    case "untested":
    case "not judged":
      return undefined;
  }
}

function recordedArm(arm: Arm, trials: readonly Trial[], cells: readonly string[]): RecordedArm {
  const at = (cell: string) => {
    const [metric, round] = cell.split("@");
    const lacking = trials.findLastIndex((trial) => !hasCell(trial, cell));
    return trials.slice(lacking + 1).map(({ curves, rounds }) => curves[metric][rounds.indexOf(Number(round))]);
  };
  return {
    arm: armHash(arm),
    count: trials.length,
    states: trials.map(({ state }) => letterOf[state]).join(""),
    digests: digestColumnOf(trials.map(({ digest }) => digest)),
    end: Object.fromEntries(
      Object.keys(trials[0].end)
        .sort()
        .map((metric) => [metric, columnOf(trials.map(({ end }) => end[metric]))]),
    ),
    at: Object.fromEntries(cells.map((cell) => [cell, columnOf(at(cell))])),
  };
}
