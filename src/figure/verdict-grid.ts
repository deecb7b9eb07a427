import { type Saying, type Verdict, verdictWord } from "../language/verdict.ts";
import { escapeText, type Panel, rounded } from "./panel.ts";
import { fontSize, hue, theme } from "./theme.ts";

export interface VerdictCell {
  readonly verdict: Verdict;
  /** Who says the claim, which decides the word. */
  readonly says: Saying;
  /** After the verdict: how often the claim held. */
  readonly text: string;
  /** Whether a frame sets it off. */
  readonly isFramed?: boolean;
}

export interface VerdictGridOptions {
  /** Above the columns, lines apart by line breaks. */
  readonly columns: readonly string[];
  /** A cell that is left out says that nothing was decided there. */
  readonly rows: readonly { readonly name: string; readonly cells: readonly (VerdictCell | undefined)[] }[];
  /** Room for the names at the left, in CSS pixels. */
  readonly marginLeft: number;
  readonly cellWidth?: number;
}

/** As in the report. */
const colors: Readonly<Record<Verdict, string>> = {
  reproduced: hue.blue,
  contradicted: hue.red,
  equivalent: hue.green,
  open: hue.grey,
};

const rowHeight = 30;
const lineHeight = 17;
const padding = 2;

/** Verdicts of claims in rows, of settings in columns: the word in every cell, its colour behind it. */
export function verdictGrid({ columns, rows, marginLeft, cellWidth = 190 }: VerdictGridOptions): Panel {
  const head = lineHeight * Math.max(...columns.map((name) => name.split("\n").length)) + 10;
  const left = (column: number) => marginLeft + column * cellWidth;
  const names = columns.flatMap((name, column) =>
    name
      .split("\n")
      .map((line, i) =>
        text(line, left(column) + cellWidth / 2, (i + 1) * lineHeight, { anchor: "middle", weight: 600 }),
      ),
  );
  const body = rows.flatMap(({ name, cells }, row) => {
    const top = head + row * rowHeight;
    const middle = top + rowHeight / 2 + 4.5;
    return [
      text(name, marginLeft - 12, middle, { anchor: "end" }),
      ...cells.flatMap((cell, column) => drawCell(cell, left(column), top, middle, cellWidth)),
    ];
  });
  return {
    width: left(columns.length),
    height: head + rows.length * rowHeight,
    body: [...names, ...body].join(""),
  };
}

function drawCell(cell: VerdictCell | undefined, x: number, top: number, middle: number, width: number): string[] {
  const center = x + width / 2;
  if (!cell) return [text("–", center, middle, { anchor: "middle", fill: theme.faint })];
  const color = colors[cell.verdict];
  const [w, h] = [width - 2 * padding, rowHeight - 2 * padding];
  // A frame lies inside its cell, so that neighbours do not touch.
  const inset = cell.isFramed ? 1 : 0;
  return [
    `<rect x="${rounded(x + padding + inset)}" y="${rounded(top + padding + inset)}" width="${rounded(w - 2 * inset)}" height="${rounded(h - 2 * inset)}" rx="4" ` +
      `fill="${color}" fill-opacity="${cell.verdict === "open" ? 0.16 : 0.26}"${cell.isFramed ? ` stroke="${theme.ink}" stroke-width="2"` : ""}/>`,
    text(`${verdictWord(cell.verdict, cell.says)}, ${cell.text}`, center, middle, { anchor: "middle" }),
  ];
}

interface TextStyle {
  readonly anchor: "middle" | "end";
  readonly weight?: number;
  readonly fill?: string;
}

const text = (words: string, x: number, y: number, { anchor, weight = 400, fill = theme.ink }: TextStyle): string =>
  `<text x="${rounded(x)}" y="${rounded(y)}" font-size="${fontSize.text}" font-weight="${weight}" fill="${fill}" text-anchor="${anchor}">${escapeText(words)}</text>`;
