import { dataUri, tile } from "./grey-image.ts";
import { escapeText, type Panel, rounded } from "./panel.ts";
import { theme } from "./theme.ts";

export interface ImageGridOptions {
  /** `[n, side²]`, 0 (background) to 255 (ink) */
  readonly images: Uint8Array;
  /** Width and height of an image, in pixels. */
  readonly side: number;
  /** Images in a row. */
  readonly columns: number;
  readonly title?: string;
  /** Below the images, a line each. */
  readonly lines?: readonly string[];
  /** CSS pixels of an image's pixel: halves stay sharp at two pixels a CSS pixel. */
  readonly scale?: number;
}

/** Images in rows, ink dark on white, a fine grid between them; a name above and what was measured below. */
export function imageGrid(options: ImageGridOptions): Panel {
  const { images, side, columns, title, lines = [], scale = 1 } = options;
  const picture = tile(images, { side, columns, gap: 1, grey: gridGrey });
  const [width, height] = [picture.width * scale, picture.height * scale];
  const top = title ? headHeight : 0;
  const text = [
    ...(title ? [line(title, width / 2, 15, `font-size="14" font-weight="600" fill="${theme.ink}"`)] : []),
    ...lines.map((words, i) =>
      line(words, width / 2, top + height + 18 + i * lineHeight, `font-size="13" fill="${theme.faint}"`),
    ),
  ];
  // The renderer's name for "don't blur"; it does not know `pixelated`.
  const sharp = 'image-rendering="optimizeSpeed"';
  return {
    width,
    height: top + height + (lines.length > 0 ? 7 + lines.length * lineHeight : 0),
    body:
      `<image x="0" y="${rounded(top)}" width="${rounded(width)}" height="${rounded(height)}" ${sharp} ` +
      `preserveAspectRatio="none" xlink:href="${dataUri(picture)}"/>${text.join("")}`,
  };
}

/** Light enough to be no ink, dark enough to part images without a background. */
const gridGrey = 222;
/** In CSS pixels. */
const headHeight = 24;
const lineHeight = 17;

const line = (text: string, x: number, y: number, style: string): string =>
  `<text x="${rounded(x)}" y="${rounded(y)}" text-anchor="middle" ${style}>${escapeText(text)}</text>`;
