import { expectedAt } from "../language/claim.ts";
import type { ProfileName } from "../language/profile.ts";
import type { Verdict } from "../statistics/verdict.ts";
import type { Judgement } from "./judge.ts";

/** What is wrong, or only remarkable, about a judgement. */
export interface Departure {
  readonly severity: "failure" | "warning";
  readonly message: string;
}

/** The conditions under which verdicts were registered: on other bits or other seeds a verdict may weaken or firm up. */
export interface Conditions {
  readonly profile: ProfileName;
  readonly asRegistered: boolean;
}

/**
 * Compares a judgement with what is registered. A verdict other than the registered one fails; under other conditions,
 * going to or from inconclusive only warns. A control that comes out reproduced always fails.
 */
export function departuresOf(
  { claim, verdict, control }: Judgement,
  { profile, asRegistered }: Conditions,
): Departure[] {
  const departures: Departure[] = [];
  const expected = expectedAt(claim, profile);
  if (verdict !== expected) {
    const mild = !asRegistered && [verdict, expected].includes("inconclusive" satisfies Verdict);
    departures.push({
      severity: mild ? "warning" : "failure",
      message: `${claim.id}: expected ${expected} (registered for ${profile}), got ${verdict}`,
    });
  }
  if (control.verdict === "reproduced") {
    departures.push({
      severity: "failure",
      message: `${claim.id}: expected its control (${control.what}) not to be reproduced, got reproduced: the check cannot fail`,
    });
  }
  return departures;
}
