import type { Verdict } from "../language/verdict.ts";
import type { Judgement } from "./judge.ts";

/** Where something is not as the record, its registration or the code says, or could not be made at all. */
export interface Departure {
  readonly kind: (typeof departureKinds)[number];
  /** A failure sets the exit status. */
  readonly severity: "failure" | "warning";
  /** The claim or the figure that it is about; undefined where it is about an arm. */
  readonly id?: string;
  /** What was expected, what was got, what to do: one line. */
  readonly message: string;
}

export const departureKinds = [
  /** The record's trials give another verdict than the record states. */
  "verdict",
  /** A control did not come out as it must. */
  "control",
  /** A claim's own code failed. */
  "not judged",
  "finding",
  "figure",
  /** A trial that was trained again is not the record's, to the bit. */
  "digest",
  /** A claim is not what was registered. */
  "registration",
  /** The record contradicts itself, or lacks something. */
  "record",
] as const;

/** Departures that follow from a judgement alone: controls that are not as they must be, and that there is no verdict. */
export function departuresOf(judgement: Judgement): Departure[] {
  const { id } = judgement.claim;
  switch (judgement.kind) {
    case "untested":
      return [];
    case "not judged":
      return [{ kind: "not judged", severity: "failure", id, message: `${id}: not judged: ${judgement.reason}` }];
    default:
      return controlFaults(judgement).map((fault) => ({
        ...{ kind: "control", severity: "failure", id },
        message: `${id}: ${fault}`,
      }));
  }
}

interface ControlOutcome {
  readonly what: string;
  readonly verdict: Verdict;
  /** Those that count; none of algebra. */
  readonly seeds?: number;
}

/** What controls are judged by, of a judgement and of a result alike. */
export interface Controlled {
  readonly kind: "rate" | "statistic" | "exact";
  readonly verdict: Verdict;
  readonly seeds?: number;
  readonly assertedRate?: number;
  readonly comparison?: unknown;
  readonly controls: { readonly negative: ControlOutcome; readonly positive?: ControlOutcome };
}

/** What is wrong with the controls, a line each. */
export function controlFaults(judged: Controlled): string[] {
  const { negative, positive } = judged.controls;
  return [
    ...(isFaultyNegative(judged)
      ? [
          `expected its negative control (${negative.what}) not to be ${negative.verdict}, which it was: the check cannot fail`,
        ]
      : []),
    ...(positive && isFaultyPositive(judged, positive)
      ? [
          `expected its positive control (${positive.what}) to be reproduced, got ${positive.verdict}: the check cannot succeed`,
        ]
      : []),
  ];
}

/** An arm against itself must not come out decided, any other negative control must not come out reproduced. */
export function isFaultyNegative({ comparison, controls: { negative } }: Controlled): boolean {
  return negative.verdict === "reproduced" || (comparison !== undefined && negative.verdict === "contradicted");
}

/** Seeds on which a positive control is tried at least: all of them holding decide a rate of 0.9, which takes 52. */
export const seedsOfControl = 64;

/** Open is no fault as long as it had fewer seeds than it is tried on, or fewer than its claim was decided on. */
export function isFaultyPositive({ verdict, seeds = 0 }: Controlled, positive: ControlOutcome): boolean {
  const { seeds: had = 0 } = positive;
  if (positive.verdict !== "open") return positive.verdict !== "reproduced";
  return verdict !== "open" && had >= Math.max(seeds, seedsOfControl);
}
