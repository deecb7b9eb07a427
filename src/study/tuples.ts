import type { ArmNames } from "../language/claim.ts";
import type { Trial } from "../trial/trial.ts";
import { haveOneOutcome } from "./one-outcome.ts";

/** Trials of each arm, ascending by seed from the same first seed on; some arms may have more of them than others. */
export type TrialsByArm<Arm extends string = string> = Readonly<Record<Arm, readonly Trial[]>>;

/** Trials that share a seed, one tuple a seed, for all seeds that every arm has. @throws {Error} if the seeds do not match */
export function tuples(names: ArmNames, trials: TrialsByArm): Trial[][] {
  const arms = [names].flat().map((name) => trialsOf(name, trials));
  const count = Math.min(...arms.map((arm) => arm.length));
  return Array.from({ length: count }, (_, index) => {
    const together = arms.map((arm) => arm[index]);
    if (together.some(({ seed }) => seed !== together[0].seed)) {
      throw new Error(`expected trials of one seed, got seeds ${together.map(({ seed }) => seed).join(" and ")}`);
    }
    return together;
  });
}

/** @throws {Error} if every arm of a claim comes out the same on all seeds: n equal runs are one run */
export function requireSeveralOutcomes(names: ArmNames, trials: TrialsByArm): void {
  const arms = [...new Set([names].flat())];
  if (!arms.every((name) => haveOneOutcome(trialsOf(name, trials)))) return;
  const which = arms.map((name) => `"${name}"`).join(", ");
  const seeds = trials[arms[0]].length;
  throw new Error(
    `expected arms that depend on the seed, got one outcome, to the bit, on all ${seeds} seeds of ${which}: ` +
      "these are one run; draw something from the seed, or make it an exact claim",
  );
}

function trialsOf(name: string, trials: TrialsByArm): readonly Trial[] {
  if (!trials[name]) throw new Error(`expected trials of the arm "${name}", got none`);
  return trials[name];
}
