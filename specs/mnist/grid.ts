/**
 * The grid: the slides name no step size, so every claim is decided at another one too. A setting is other trials under the
 * names of the same arms; that way a claim and its predicate are written once.
 */
import type { Claim } from "../../src/language/claim.ts";
import type { TrialsByArm } from "../../src/study/judge.ts";
import { asOf } from "../../src/trial/as-of.ts";
import { early, type SlideArm } from "./arms.ts";

/** Arms that differ in their step size alone. */
export const twins = [
  ["vanilla", "sigmoid, momentum 0.02"],
  ["tanh, momentum 0.1", "tanh, momentum 0.02"],
  ["dropout", "dropout, momentum 0.02"],
  ["leaky ReLU", "leaky ReLU, momentum 0.02"],
  ["sigmoid, Adam", "sigmoid, Adam 0.001"],
  ["tanh, Adam", "tanh, Adam 0.001"],
  ["tanh, Adam, dropout", "tanh, Adam 0.001, dropout"],
  ["2σ − 1, momentum 0.02", "2σ − 1, momentum 0.1"],
  ["linear, momentum 0.02", "linear, momentum 0.1"],
  ["linear, N(0, 1), momentum 0.02", "linear, N(0, 1), momentum 0.1"],
  ["clamp ±1, momentum 0.02", "clamp ±1, momentum 0.1"],
  ["clamp ±1.2, momentum 0.02", "clamp ±1.2, momentum 0.1"],
  ["clamp ±0.3, momentum 0.02", "clamp ±0.3, momentum 0.1"],
  ["clamp ±0.3, data ±0.3, momentum 0.02", "clamp ±0.3, data ±0.3, momentum 0.1"],
  ["½ tanh, momentum 0.02", "½ tanh, momentum 0.1"],
  ["2 tanh, momentum 0.02", "2 tanh, momentum 0.1"],
  ["momentum 0.9", "momentum 0.9, step size 0.001"],
  ["momentum 0.999", "momentum 0.999, step size 0.001"],
  ["weird, 0.0001", "weird, 0.001"],
  ["cross-talk only", "cross-talk only, step size 0.001"],
  ["first iterations", "first iterations, momentum 0.02"],
  ["first 20 iterations", "first 20 iterations, momentum 0.02"],
] as const satisfies readonly (readonly [SlideArm, SlideArm])[];

const twinOf = new Map<string, SlideArm>(twins.flatMap(([a, b]) => [[a, b] as const, [b, a] as const]));

/** The arm at the other step size; itself where there is none. */
export const atTheOther = (arm: SlideArm): SlideArm => twinOf.get(arm) ?? arm;

/** Where claims are decided. */
export interface Setting {
  readonly name: string;
  of(trials: TrialsByArm): TrialsByArm;
}

const atEarly = (trials: TrialsByArm): TrialsByArm =>
  Object.fromEntries(
    Object.entries(trials).map(([arm, ofArm]) => [arm, ofArm.map((trial) => asOf(trial, early.grid))]),
  );

/** Every arm changes places with its twin. */
const exchanged = (trials: TrialsByArm): TrialsByArm =>
  Object.fromEntries(Object.keys(trials).map((arm) => [arm, trials[twinOf.get(arm) ?? arm]]));

/** The settings next to the registered one. A claim that looks at an earlier iteration looks at that one in all of them. */
export const settings = {
  early: { name: "same step sizes", of: atEarly },
  other: { name: "the other step sizes", of: (trials) => exchanged(atEarly(trials)) },
} as const satisfies Record<string, Setting>;

/** Whether a claim can be decided at another step size, and is not one that was registered at it. */
export function isOnGrid(claim: Claim): boolean {
  if (claim.kind === "exact" || claim.kind === "untested" || claim.id.includes("@0.")) return false;
  return [claim.for].flat().some((arm) => twinOf.has(arm));
}
