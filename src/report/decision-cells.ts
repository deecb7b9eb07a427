import { confidenceSequence } from "../statistics/confidence-sequence.ts";
import { formatNumber, formatRate } from "./format.ts";

/** What decided a claim, as far as tables print it. */
export type Decided =
  | { readonly kind: "rate"; readonly successes: number; readonly seeds: number; readonly assertedRate: number }
  | {
      readonly kind: "statistic";
      readonly estimate: number | null;
      /** Where it is known. */
      readonly interval?: readonly [number | null, number | null];
    }
  | { readonly kind: "exact" | "untested" | "not judged" };

/**
 * How often a claim held, the 95 % interval and the asserted rate, as the cells of a table; empty where its kind has none.
 * @param number prints a statistic and the bounds of its interval
 */
export function decisionCells(decided: Decided, number = formatNumber): [held: string, interval: string, rate: string] {
  switch (decided.kind) {
    case "rate": {
      const { successes, seeds, assertedRate } = decided;
      const printed = confidenceSequence(successes, seeds).map((bound) => formatRate(bound, assertedRate));
      return [`${successes}/${seeds}`, `[${printed.join(", ")}]`, `≥ ${assertedRate}`];
    }
    case "statistic":
      return [
        decided.estimate === null ? "statistic" : `statistic: ${number(decided.estimate)}`,
        decided.interval ? `[${decided.interval.map((bound) => number(bound)).join(", ")}]` : "",
        "",
      ];
    case "exact":
      return ["exact", "", ""];
    case "untested":
    case "not judged":
      return ["", "", ""];
  }
}

/** A table in Markdown. */
export const markdownRows = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");

/** The heads of a Markdown table of claims; see {@link decisionCells}. */
export const claimHeads = ["claim", "verdict", "held", "95 % interval", "asserted"] as const;
