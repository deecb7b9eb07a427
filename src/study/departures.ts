import { expectedAt } from "../language/claim.ts";
import type { ProfileName } from "../language/profile.ts";
import type { Verdict } from "../language/verdict.ts";
import type { Judgement } from "./judge.ts";

/** Where a run is not as it was registered, or a claim or a figure could not be made at all. */
export interface Departure {
  readonly kind: "verdict" | "control" | "not judged" | "finding" | "figure" | "digest";
  /** A failure sets the exit status. */
  readonly severity: "failure" | "warning";
  /** The claim or the figure that it is about; undefined where it is about an arm. */
  readonly id?: string;
  /** What was expected, what was got, what to do: one line. */
  readonly message: string;
}

/** The conditions under which verdicts were registered: on other bits or other seeds a verdict may weaken or firm up. */
export interface Conditions {
  readonly profile: ProfileName;
  readonly asRegistered: boolean;
}

/**
 * Compares a judgement with what is registered. A verdict other than the registered one fails; under other conditions,
 * going to or from inconclusive only warns. A control that comes out reproduced always fails, and so does a claim that
 * could not be judged.
 */
export function departuresOf(judgement: Judgement, { profile, asRegistered }: Conditions): Departure[] {
  const { id } = judgement.claim;
  if (judgement.kind === "not judged") {
    return [{ kind: "not judged", severity: "failure", id, message: `${id}: not judged: ${judgement.reason}` }];
  }
  const departures: Departure[] = [];
  const { verdict, control } = judgement;
  const expected = expectedAt(judgement.claim, profile);
  if (verdict !== expected) {
    const mild = !asRegistered && [verdict, expected].includes("inconclusive" satisfies Verdict);
    departures.push({
      kind: "verdict",
      severity: mild ? "warning" : "failure",
      id,
      message: `${id}: expected ${expected} (registered for ${profile}), got ${verdict}`,
    });
  }
  if (control.verdict === "reproduced") {
    departures.push({
      kind: "control",
      severity: "failure",
      id,
      message: `${id}: expected its control (${control.what}) not to be reproduced, got reproduced: the check cannot fail`,
    });
  }
  return departures;
}
