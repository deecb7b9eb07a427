import type { Claim } from "../language/claim.ts";
import type { Departure } from "./departures.ts";
import { judgeFrom } from "./judge-from.ts";
import type { Judgement } from "./judgement.ts";
import type { Decided, StudyRecord } from "./record/record.ts";
import { armHash, decidedBy } from "./record/record-of.ts";
import { recordedTrials } from "./record/recorded-trials.ts";
import { armsOf, changedSince } from "./register.ts";
import type { Source } from "./source.ts";
import type { TrialsByArm } from "./tuples.ts";

/** What a record says of a source, and where it does not agree with the source or with itself. */
export interface OfRecord {
  /** Of each arm as many as are recorded; none of one whose settings have changed since. */
  readonly trials: TrialsByArm;
  readonly judgements: readonly Judgement[];
  readonly departures: readonly Departure[];
}

/**
 * Judges every claim from what is recorded. A claim that is not registered as it is written has no verdict, and one whose recorded
 * decision is not what the recorded trials give is a departure: no verdict is believed because it stands in a file.
 * @param hashes what decides each claim as it is written now
 */
export function ofRecord(source: Source, record: StudyRecord, hashes: ReadonlyMap<string, string>): OfRecord {
  const departures: Departure[] = [];
  const trials = Object.fromEntries(
    Object.entries(source.arms).map(([name, arm]) => {
      const recorded = record.arms[name];
      const isSame = recorded?.arm === armHash(arm);
      if (recorded && !isSame) departures.push(armChanged(source.about.id, name));
      return [name, recorded && isSame ? recordedTrials(arm, record.engine, recorded) : []];
    }),
  );
  const changed = new Map(changedSince(record, source, hashes).map(({ id, message }) => [id, message]));
  const judgements = source.claims.map((claim): Judgement => {
    if (claim.kind === "untested") return { kind: "untested", claim };
    const registration = record.registrations[claim.id]?.at(-1);
    if (!registration) return { kind: "not judged", claim, reason: notRegistered(source.about.id) };
    const difference = changed.get(claim.id);
    if (difference) return { kind: "not judged", claim, reason: difference };
    const judgement = judgeFrom(registration.from, claim, trials);
    departures.push(...disagreement(claim, record, judgement));
    return judgement;
  });
  departures.push(...noLongerMade(source, record));
  return { trials, judgements, departures };
}

/** What was registered once cannot be taken back quietly. */
function noLongerMade({ claims }: Source, { registrations, decisions }: StudyRecord): Departure[] {
  const made = new Set(claims.flatMap(({ id, formerly = [] }) => [id, ...formerly]));
  return Object.keys(registrations)
    .filter((id) => !made.has(id))
    .map((id) => ({
      kind: "registration",
      severity: "warning",
      message: `${id}: registered, and no longer a claim of its source; it came out ${decisions[id]?.verdict ?? "open"}`,
    }));
}

const notRegistered = (source: string): string =>
  `it is not registered; run \`npm run decide -- ${source} --register\`, commit the record, then \`npm run decide -- ${source}\``;

const armChanged = (source: string, arm: string): Departure => ({
  kind: "record",
  severity: "failure",
  message: `${source}, arm "${arm}": expected the settings that its recorded trials have, got others; run \`npm run decide -- ${source}\``,
});

/** A recorded decision that the recorded trials do not give. */
function disagreement(claim: Claim, record: StudyRecord, judgement: Judgement): Departure[] {
  const recorded = record.decisions[claim.id];
  const given = decidedBy(record, claim.id, judgement);
  if (!given) return [];
  // A claim of algebra, and one whose arms have no trials yet, may be younger than the record's last run.
  if (!recorded && (claim.kind === "exact" || armsOf(claim).every((arm) => !record.arms[arm]))) return [];
  if (recorded && same(recorded, given)) return [];
  return [
    {
      kind: "record",
      severity: "failure",
      id: claim.id,
      message: `${claim.id}: expected the decision that the recorded trials give, ${shown(given)}, got ${recorded ? shown(recorded) : "none"} in the record; restore it with git checkout`,
    },
  ];
}

const same = (a: Decided, b: Decided): boolean =>
  a.verdict === b.verdict &&
  a.registration === b.registration &&
  a.looked === b.looked &&
  a.successes === b.successes &&
  a.seeds === b.seeds &&
  (a.estimate ?? null) === (b.estimate ?? null);

const shown = ({ verdict, looked, successes, seeds }: Decided): string =>
  `${verdict} after ${looked} seeds${seeds === undefined ? "" : ` (${successes} of ${seeds})`}`;
