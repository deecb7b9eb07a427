import type { Claim } from "../language/claim.ts";
import { firstDecisive } from "../language/seeds.ts";
import { UsageError } from "../language/usage-error.ts";
import type { Registration, StudyRecord } from "./record/record.ts";
import { codeOfClaims } from "./registration-hash/claim-code.ts";
import { registrationOf } from "./registration-hash/registration-of.ts";
import type { Source } from "./source.ts";

/** The rule that decides rates, and what it spends: see src/statistics/sequential-boundary.ts and looks.ts. */
const rule = "Gandy 2009, 0.025 a side, spending n/(256 + n); statistics at looks fixed beforehand, 0.05 over all";

/** What decides each claim of a source as it is written now: id → SHA-256 (hex). @param entry its claims.ts, absolute */
export function hashesOf({ about, arms, claims }: Source, entry: string): ReadonlyMap<string, string> {
  const decided = claims.filter(({ kind }) => kind !== "untested");
  const nameOf = ({ id }: Claim) => id.slice(about.id.length + 1);
  const codes = codeOfClaims(entry, decided.map(nameOf));
  return new Map(
    decided.map((claim) => {
      const { code } = codes.get(nameOf(claim)) ?? { code: "" };
      const { id, kind, version, cap } = claim;
      const atLeast = claim.kind === "rate" ? claim.atLeast : undefined;
      const registered = { id, kind, version, atLeast, for: armsOf(claim) };
      return [id, registrationOf({ claim: registered, arms, code, cap, rule }).hash];
    }),
  );
}

/**
 * Registers every claim that is new, or whose version was raised. What was decided under a former version stays in the record beside the
 * new one; the new one starts after the last seed that any of its arms has been trained from.
 * @throws {UsageError} if a claim differs from its registration under the same version: one line a claim
 */
export function register(
  record: StudyRecord,
  source: Source,
  hashes: ReadonlyMap<string, string>,
  now: Date = new Date(),
): StudyRecord {
  const faults = changedSince(record, source, hashes).filter(
    ({ id, isRaised }) => !isRaised && hasBegun(record, source, id),
  );
  if (faults.length > 0) throw new UsageError(faults.map(({ message }) => message).join("\n"));
  const registrations = { ...record.registrations };
  const former = { ...record.former };
  const decisions = { ...record.decisions };
  for (const claim of source.claims) {
    const hash = hashes.get(claim.id);
    const before = registrations[claim.id];
    if (hash === undefined || before?.at(-1)?.hash === hash) continue;
    const from = firstDecisive + Math.max(0, ...armsOf(claim).map((arm) => record.arms[arm]?.count ?? 0));
    const next: Registration = { version: claim.version ?? 1, hash, from, at: now.toISOString() };
    // One that nothing was trained for is replaced, as if it had been registered only now.
    const isBegun = hasBegun(record, source, claim.id);
    registrations[claim.id] = [...(isBegun ? (before ?? []) : (before ?? []).slice(0, -1)), next];
    if (isBegun && decisions[claim.id]) former[claim.id] = [...(former[claim.id] ?? []), decisions[claim.id]];
    delete decisions[claim.id];
  }
  return { ...record, registrations, former, decisions };
}

/** Whether there is a decision of a claim under its registration, or a trial that could be part of one. */
function hasBegun(record: StudyRecord, { claims }: Source, id: string): boolean {
  const registered = record.registrations[id]?.at(-1);
  const claim = claims.find((one) => one.id === id);
  if (!registered || !claim) return false;
  const trained = armsOf(claim).some((arm) => (record.arms[arm]?.count ?? 0) > registered.from - firstDecisive);
  return trained || (claim.kind === "exact" && record.decisions[id] !== undefined);
}

/** The claims that are registered otherwise than they are written now. */
export function changedSince(
  record: StudyRecord,
  { claims }: Source,
  hashes: ReadonlyMap<string, string>,
): { readonly id: string; readonly isRaised: boolean; readonly message: string }[] {
  return claims.flatMap(({ id, version = 1 }) => {
    const registered = record.registrations[id]?.at(-1);
    const hash = hashes.get(id);
    if (!registered || hash === undefined || registered.hash === hash) return [];
    const message =
      `${id}: expected what is registered as version ${registered.version} (${registered.hash.slice(0, 12)}…), got ` +
      `${hash.slice(0, 12)}…: its arms, predicate, rate or cap have changed since; raise its version and register it again`;
    return [{ id, isRaised: version > registered.version, message }];
  });
}

/** The arms that decide a claim, its controls' too. */
export function armsOf(claim: Claim): string[] {
  if (claim.kind === "exact" || claim.kind === "untested") return [];
  const { negative, positive } = claim.controls;
  return [...new Set([claim.for, negative.for ?? [], positive.for ?? []].flat())];
}
