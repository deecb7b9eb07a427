import type { Judgement } from "../claim/judge.ts";
import type { ProfileName } from "../experiment/profile.ts";
import type { Reproduced } from "./reproduce.ts";

/** The verdicts as a table for a terminal. */
export function verdictTable(reproduced: readonly Reproduced[], profile: ProfileName): string {
  const rows = reproduced.flatMap(({ judgements }) => judgements.map((judgement) => row(judgement, profile)));
  const table = [header, ...rows];
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

const header = ["claim", "verdict", "held", "95 % interval", "asserted", "registered", "control"];

function row(
  { claim, verdict, successes, seeds, interval, assertedRate, control }: Judgement,
  profile: ProfileName,
): string[] {
  const expected = claim.expected[profile];
  const exact = claim.kind === "exact";
  return [
    claim.id,
    verdict,
    exact ? "exact" : `${successes}/${seeds}`,
    exact ? "–" : `[${interval.map((bound) => bound.toFixed(2)).join(", ")}]`,
    exact ? "–" : `≥ ${assertedRate}`,
    verdict === expected ? "as registered" : `${expected} (!)`,
    control.verdict === "reproduced" ? "reproduced (!)" : control.verdict,
  ];
}
