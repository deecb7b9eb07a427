import { compact } from "./compact.ts";
import { escapeText, type Panel, rounded } from "./panel.ts";
import { fontFamily, theme } from "./theme.ts";

export interface SheetOptions {
  /** The finding, in one sentence; it must be true of the data drawn. */
  readonly title?: string;
  /** What is drawn and how to read it. */
  readonly subtitle?: string;
  /** Small print below the panels. */
  readonly note?: string;
  /** Between panels, in CSS pixels. */
  readonly gap?: number;
  /** Around everything, in CSS pixels. */
  readonly margin?: number;
}

/** Lays rows of panels on one page, the title above and the note below. @returns a whole SVG */
export function sheet(rows: readonly (readonly Panel[])[], options: SheetOptions = {}): string {
  const { title, subtitle, note, gap = 14, margin = 18 } = options;
  const inner = Math.max(...rows.map((row) => rowWidth(row, gap)));
  const parts: string[] = [];
  let y = margin;
  y = paragraph(parts, title, { x: margin, y, width: inner }, titleStyle);
  y = paragraph(parts, subtitle, { x: margin, y, width: inner }, subtitleStyle);
  for (const row of rows) {
    let x = margin;
    for (const panel of row) {
      parts.push(`<g transform="translate(${rounded(x)},${rounded(y)})">${panel.body}</g>`);
      x += panel.width + gap;
    }
    y += Math.max(...row.map(({ height }) => height)) + gap;
  }
  y = paragraph(parts, note, { x: margin, y, width: inner }, noteStyle);
  return page(inner + 2 * margin, y - (note ? 0 : gap) + margin, parts.join(""));
}

const rowWidth = (row: readonly Panel[], gap: number): number =>
  row.reduce((sum, { width }) => sum + width + gap, -gap);

interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

interface TextStyle {
  readonly size: number;
  readonly weight: number;
  readonly fill: string;
  /** Below the last line. */
  readonly after: number;
}

const titleStyle: TextStyle = { size: 18, weight: 600, fill: theme.ink, after: 6 };
const subtitleStyle: TextStyle = { size: 13.5, weight: 400, fill: theme.faint, after: 12 };
const noteStyle: TextStyle = { size: 12.5, weight: 400, fill: theme.faint, after: 0 };

/** Sets a text in as many lines as it takes. @returns where the next thing may stand */
function paragraph(parts: string[], text: string | undefined, place: Place, style: TextStyle): number {
  if (!text) return place.y;
  const { size, weight, fill, after } = style;
  const { x, width } = place;
  let { y } = place;
  const lineHeight = size * 1.3;
  for (const line of wrap(text, width / (size * advance))) {
    const baseline = rounded(y + size * 0.95);
    parts.push(
      `<text x="${x}" y="${baseline}" font-size="${size}" font-weight="${weight}" fill="${fill}">${escapeText(line)}</text>`,
    );
    y += lineHeight;
  }
  return y + after;
}

/** Mean advance of a letter of Source Sans in English text, as a share of the font size, a little on the safe side. */
const advance = 0.445;

/** Breaks a text at spaces into lines of limited length, in characters. */
export function wrap(text: string, letters: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const longer = lines.length > 0 ? `${lines[lines.length - 1]} ${word}` : undefined;
    if (longer !== undefined && printed(longer).length <= letters) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** Without the marks of subscripts. */
const printed = (text: string): string => text.replace(/_\{|\}/g, "");

function page(width: number, height: number, body: string): string {
  const [w, h] = [Math.ceil(width), Math.ceil(height)];
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${w}" height="${h}" ` +
    `viewBox="0 0 ${w} ${h}" font-family="${fontFamily}">` +
    `<rect width="100%" height="100%" fill="${theme.paper}"/>${compact(renumberClips(body))}\n</svg>\n`
  );
}

/** Plot numbers its clip paths by process; number them by sheet, so that the same drawing has the same bytes. */
function renumberClips(body: string): string {
  const ids = new Map<string, string>();
  return body.replace(/plot-clip-\d+/g, (id) => {
    if (!ids.has(id)) ids.set(id, `clip-${ids.size + 1}`);
    return ids.get(id)!;
  });
}
