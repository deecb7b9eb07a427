import { isJudged, outcomeWord } from "../report/claim-result.ts";
import { controlsSummary } from "../report/controls.ts";
import { claimHeads, decisionCells, markdownRows } from "../report/decision-cells.ts";
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

/** The verdicts as a Markdown table: what a results file says, and nothing that was typed by hand. */
export const markdownTable = (claims: readonly ClaimResult[]): string =>
  markdownRows(
    claimHeads,
    claims.map((claim) => [`\`${claim.id}\``, `**${outcomeWord(claim)}**`, ...decisionCells(claim)]),
  );

const header = [...claimHeads, "controls"];

function row(claim: ClaimResult): string[] {
  const decision = decisionCells(claim).map((cell) => cell || "–");
  const { text, isFaulty } = isJudged(claim) ? controlsSummary(claim) : { text: "–", isFaulty: false };
  return [claim.id, outcomeWord(claim), ...decision, isFaulty ? `${text} (!)` : text];
}
