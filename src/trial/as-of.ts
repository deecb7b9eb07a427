import type { GanArm } from "../language/arm.ts";
import { isPlayed, type Measuring, part } from "./gan.ts";
import * as inThePlane from "./gan-in-the-plane.ts";
import * as ofDigits from "./gan-of-digits.ts";
import * as ofNumbers from "./gan-of-numbers.ts";
import type { Trial } from "./trial.ts";

/**
 * A trial as if its training had ended at an earlier record: its metrics, and whether it was still alive. One that ended
 * before, or that records nothing on its way, stays as it is. Arrays stay those of the end.
 * @throws {RangeError} if it went further without a record at this round
 */
export function asOf(trial: Trial, round: number): Trial {
  const { arm, rounds, curves } = trial;
  if (rounds.length === 0 || rounds[rounds.length - 1] <= round) return trial;
  const at = rounds.indexOf(round);
  if (at < 0) throw new RangeError(`expected a record of round ${round}, got ${rounds.join(", ")}`);
  const cut = Object.entries(curves).map(([metric, values]) => [metric, values.subarray(0, at + 1)] as const);
  const end = Object.fromEntries(cut.map(([metric, values]) => [metric, values[at]]));
  const allFinite = cut.every(([, values]) => values.every(Number.isFinite));
  const state = !allFinite ? "diverged" : arm.kind === "gan" && isDead(arm, end) ? "dead" : "trained";
  return { ...trial, state, rounds: rounds.subarray(0, at + 1), curves: Object.fromEntries(cut), end };
}

const isDead = (arm: GanArm, end: Trial["end"]): boolean =>
  isPlayed(arm) && measuring[part(arm)].hasCollapsed(arm, end);

const measuring: Readonly<Record<string, Measuring>> = {
  "trial/gan-of-numbers.ts": ofNumbers,
  "trial/gan-in-the-plane.ts": inThePlane,
  "trial/gan-of-digits.ts": ofDigits,
};
