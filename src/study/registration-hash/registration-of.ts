import { createHash } from "node:crypto";
import type { Arm } from "../../language/arm.ts";
import { UsageError } from "../../language/usage-error.ts";
import { canonicalJson } from "../../trial/canonical-json.ts";

/** What of a claim is registered, beside its code. */
export interface RegisteredClaim {
  readonly id: string;
  readonly kind: string;
  readonly version?: number;
  readonly for?: string | readonly string[];
  readonly atLeast?: number;
  readonly control?: Trained;
  readonly controls?: Readonly<Partial<Record<string, Trained | readonly Trained[]>>>;
}

/** Something that may name arms. */
interface Trained {
  readonly for?: string | readonly string[];
}

/** What decides a claim, fixed before its first decisive trial. */
export interface Registration {
  /** SHA-256, hex. */
  readonly hash: string;
  readonly claim: string;
  readonly version: number;
  /** The names of the arms that it and its controls are about, sorted. */
  readonly arms: readonly string[];
  readonly rule: string;
  /** Seeds at most. */
  readonly cap: number;
}

/**
 * Hashes what decides a claim: its arms with all their settings, the code of its predicates, its rate, the rule and the cap. Where
 * a source's words or figures change, nothing of that does.
 * @param arms all of the source's
 * @param code what `codeOfClaims` finds for the claim
 * @param rule name of the rule of decision with its parameters
 * @throws {UsageError} if the claim names an arm that there is not
 */
export function registrationOf({
  claim,
  arms,
  code,
  cap,
  rule,
}: {
  readonly claim: RegisteredClaim;
  readonly arms: Readonly<Record<string, Arm>>;
  readonly code: string;
  readonly cap: number;
  readonly rule: string;
}): Registration {
  const names = armsOf(claim);
  const version = claim.version ?? 1;
  const settings = names.map((name) => {
    if (arms[name]) return [name, arms[name]];
    throw new UsageError(`${claim.id}: expected arms of its source, got "${name}"`);
  });
  const decisive = {
    name: claim.id,
    kind: claim.kind,
    version,
    arms: Object.fromEntries(settings),
    code,
    rate: claim.atLeast ?? null,
    rule,
    cap,
  };
  const hash = createHash("sha256").update(canonicalJson(decisive)).digest("hex");
  return { hash, claim: claim.id, version, arms: names, rule, cap };
}

function armsOf({ for: own, control, controls = {} }: RegisteredClaim): readonly string[] {
  const named = [{ for: own }, control, ...Object.values(controls).flat()].flatMap((part) => part?.for ?? []);
  return [...new Set(named)].sort();
}
