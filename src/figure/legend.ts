import { escapeText, type Panel, rounded } from "./panel.ts";
import { theme } from "./theme.ts";

export interface LegendEntry {
  readonly label: string;
  readonly color: string;
  readonly dash?: string;
  /** A mark in place of a line. */
  readonly mark?: "open" | "filled" | "cross" | "square";
}

/** A legend on one line, for figures without room for names next to the curves. */
export function legend(entries: readonly LegendEntry[], { indent = 0 }: { indent?: number } = {}): Panel {
  const parts: string[] = [];
  let x = indent;
  for (const entry of entries) {
    parts.push(sample(entry, x));
    const after = x + (entry.mark ? 18 : sampleWidth + 8);
    parts.push(
      `<text x="${rounded(after)}" y="16" font-size="13" fill="${theme.ink}">${escapeText(entry.label)}</text>`,
    );
    x = after + entry.label.length * letterWidth + 26;
  }
  return { width: Math.ceil(x), height: 24, body: parts.join("") };
}

/** In CSS pixels. */
const sampleWidth = 30;
const letterWidth = 6.3;

function sample({ color, dash, mark }: LegendEntry, x: number): string {
  switch (mark) {
    case "open":
      return `<circle cx="${rounded(x + 6)}" cy="12" r="5" fill="${theme.paper}" stroke="${color}" stroke-width="1.6"/>`;
    case "filled":
      return `<circle cx="${rounded(x + 6)}" cy="12" r="5" fill="${color}"/>`;
    case "square":
      return `<rect x="${rounded(x + 2)}" y="8" width="8" height="8" fill="${color}"/>`;
    case "cross":
      return `<path d="M${rounded(x + 2)},8l8,8m0,-8l-8,8" stroke="${color}" stroke-width="2.2" fill="none"/>`;
    default:
      return (
        `<line x1="${rounded(x)}" x2="${rounded(x + sampleWidth)}" y1="12" y2="12" stroke="${color}" stroke-width="2" ` +
        `${dash ? `stroke-dasharray="${dash}"` : ""}/>`
      );
  }
}
