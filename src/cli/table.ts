import { outcomeOf } from "../report/claim-result.ts";
import { formatNumber, formatRate } from "../report/format.ts";
import type { ClaimResult } from "../report/results.ts";

/** The verdicts as a table for a terminal. */
export function verdictTable(claims: readonly ClaimResult[]): string {
  const table = [header, ...claims.map(row)];
  const widths = header.map((_, column) => Math.max(...table.map((cells) => cells[column].length)));
  return table
    .map((cells) =>
      cells
        .map((cell, column) => cell.padEnd(widths[column]))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

/** The verdicts as a Markdown table, for a README: what a results file says, and nothing that was typed by hand. */
export function markdownTable(claims: readonly ClaimResult[]): string {
  const rows = claims.map((claim) => {
    const [held, interval, asserted] = decisionOf(claim);
    return `| \`${claim.id}\` | **${outcomeOf(claim)}** | ${held} | ${interval} | ${asserted} |`;
  });
  return ["| claim | verdict | held | 95 % interval | asserted |", "|---|---|---|---|---|", ...rows].join("\n");
}

const header = ["claim", "verdict", "held", "95 % interval", "asserted", "registered", "control"];

function row(claim: ClaimResult): string[] {
  const decision = decisionOf(claim).map((cell) => cell || "–");
  if (claim.kind === "not judged") return [claim.id, "not judged", ...decision, `${claim.expected} (!)`, "–"];
  const { id, verdict, expected, control } = claim;
  return [
    ...[id, verdict, ...decision],
    verdict === expected ? "as registered" : `${expected} (!)`,
    control.verdict === "reproduced" ? "reproduced (!)" : control.verdict,
  ];
}

/** What decided a claim: how often it held, the interval, the asserted rate; empty where its kind has none. */
function decisionOf(claim: ClaimResult): [held: string, interval: string, asserted: string] {
  switch (claim.kind) {
    case "rate": {
      const { successes, seeds, interval, assertedRate } = claim;
      const bounds = interval.map((bound) => formatRate(bound, assertedRate));
      return [`${successes}/${seeds}`, `[${bounds.join(", ")}]`, `≥ ${assertedRate}`];
    }
    case "statistic":
      return ["statistic", `[${claim.interval.map(formatNumber).join(", ")}]`, ""];
    case "exact":
      return ["exact", "", ""];
    case "not judged":
      return ["", "", ""];
  }
}
