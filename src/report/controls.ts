import { isFaultyNegative, isFaultyPositive } from "../study/departures.ts";
import type { JudgedResult } from "./claim-result.ts";
import { countOf, formatNumber } from "./format.ts";

/** A control in words. */
export interface ControlInWords {
  readonly name: "Negative control" | "Positive control";
  readonly what: string;
  /** What it must come out as, and how it came out. */
  readonly sentence: string;
  readonly isFaulty: boolean;
}

/** The controls of a claim: one that could come out reproduced if something were wrong, and one on which the claim must hold. */
export function controlsInWords(claim: JudgedResult): ControlInWords[] {
  const { negative, positive } = claim.controls;
  return [
    {
      name: "Negative control",
      what: negative.what,
      sentence: negativeSentence(claim),
      isFaulty: isFaultyNegative(claim),
    },
    ...(positive
      ? [
          {
            name: "Positive control",
            what: positive.what,
            sentence: positiveSentence(claim, positive),
            isFaulty: isFaultyPositive(claim, positive),
          } as const,
        ]
      : []),
  ];
}

/** A few words for tables. */
export function controlsSummary(claim: JudgedResult): { readonly text: string; readonly isFaulty: boolean } {
  const faulty = controlsInWords(claim).filter(({ isFaulty }) => isFaulty);
  if (faulty.length > 0) return { text: faulty.map(({ name }) => name.toLowerCase()).join(", "), isFaulty: true };
  const isOpen = claim.controls.positive?.verdict === "open";
  return { text: isOpen ? "positive one open" : "as they must be", isFaulty: false };
}

type Control = NonNullable<JudgedResult["controls"]["positive"]>;

function negativeSentence(claim: JudgedResult): string {
  const control: Control = claim.controls.negative;
  const must =
    claim.kind === "rate" && claim.comparison
      ? "Nothing is there to decide, so it must stay open"
      : "It must not come out reproduced";
  const outcome = isFaultyNegative(claim)
    ? `but it came out ${control.verdict}${numbersOf(control)}; so this check cannot fail, and its verdict means nothing.`
    : `and it ${control.verdict === "open" ? "is open" : `came out ${control.verdict}`}${numbersOf(control)}.`;
  return `${must}, ${outcome}`;
}

function positiveSentence(claim: JudgedResult, control: Control): string {
  const must = "It must come out reproduced";
  if (control.verdict === "reproduced") return `${must}, and it did${numbersOf(control)}.`;
  if (isFaultyPositive(claim, control)) {
    return `${must}, but it ${control.verdict === "open" ? "is open" : `came out ${control.verdict}`}${numbersOf(control)}; so this check cannot succeed, and its verdict means nothing.`;
  }
  return `${must}; so far it is open${numbersOf(control)}.`;
}

/** ": it held on 119 of 128 seeds"; of algebra what was computed. */
function numbersOf(control: Control): string {
  if ("detail" in control) return `: ${control.detail.replace(/\.$/, "")}`;
  if (control.seeds === 0) return ", without any seeds";
  if ("successes" in control) return `: it held on ${control.successes} of ${countOf(control.seeds, "seed")}`;
  return `: ${formatNumber(control.estimate)} over ${countOf(control.seeds, "seed")}`;
}
