import { expectedAt } from "../language/claim.ts";
import type { ProfileName } from "../language/profile.ts";
import type { ClaimResult } from "../report/results.ts";
import type { Judgement } from "../study/judge.ts";
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

/** The verdicts as a Markdown table, for a README: what a results file says, and nothing that was typed by hand. */
export function markdownTable(claims: readonly ClaimResult[]): string {
  const rows = claims.map(({ id, verdict, kind, successes, seeds, interval, assertedRate, effect }) =>
    kind !== "rate"
      ? `| \`${id}\` | **${verdict}** | ${kind} | ${effect ? intervalText(effect.interval) : ""} | |`
      : `| \`${id}\` | **${verdict}** | ${successes}/${seeds} | ${intervalText(interval)} | ≥ ${assertedRate} |`,
  );
  return ["| claim | verdict | held | 95 % interval | asserted |", "|---|---|---|---|---|", ...rows].join("\n");
}

const intervalText = (interval: readonly (number | null)[]): string =>
  `[${interval.map((bound) => bound?.toFixed(2) ?? "∞").join(", ")}]`;

const header = ["claim", "verdict", "held", "95 % interval", "asserted", "registered", "control"];

function row(
  { claim, verdict, successes, seeds, interval, assertedRate, control, effect }: Judgement,
  profile: ProfileName,
): string[] {
  const expected = expectedAt(claim, profile);
  const isRate = claim.kind === "rate";
  return [
    claim.id,
    verdict,
    isRate ? `${successes}/${seeds}` : claim.kind,
    isRate ? intervalText(interval) : effect ? intervalText(effect.interval) : "–",
    isRate ? `≥ ${assertedRate}` : "–",
    verdict === expected ? "as registered" : `${expected} (!)`,
    control.verdict === "reproduced" ? "reproduced (!)" : control.verdict,
  ];
}
