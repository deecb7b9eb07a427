import simplify from "simplify-js";

/**
 * Shortens the text of an SVG without changing the picture, and puts each element on a line of its own, so that a baseline is
 * small and a diff is readable: paths lose their invisible points and use relative steps, and repeated shapes are written once.
 * @param body of an SVG, its clip paths numbered
 */
export const compact = (body: string): string => lines(shareRepeated(shareClips(body.replace(pathData, shortened))));

/** The data of paths of straight lines only, as Plot writes them. */
const pathData = / d="((?:M-?[\d.]+,-?[\d.]+(?:L-?[\d.]+,-?[\d.]+)*Z?)+)"/g;

const shortened = (_: string, data: string): string =>
  ` d="${data
    .split("M")
    .slice(1)
    .map((part) => bySteps(part))
    .join("")}"`;

interface Point {
  readonly x: number;
  readonly y: number;
}

/** In CSS pixels: a tenth of a pixel on a dense screen. */
const tolerance = 0.05;

/**
 * One line of a path, its points as steps from the one before.
 * @param part the data behind its "M": "1,2L3,4L5,4Z"
 */
function bySteps(part: string): string {
  const closed = part.endsWith("Z");
  const points = part
    .replace("Z", "")
    .split("L")
    .map((pair): Point => {
      const [x, y] = pair.split(",").map(Number);
      return { x, y };
    });
  const [start, ...others] = points.length > 2 ? simplify(points, tolerance, true) : points;
  let [x, y] = [hundredths(start.x), hundredths(start.y)];
  let text = `M${shortNumber(x)}${joined(shortNumber(y))}`;
  others.forEach((point, i) => {
    const [toX, toY] = [hundredths(point.x), hundredths(point.y)];
    const dx = shortNumber(toX - x);
    text += `${i === 0 ? `l${dx}` : joined(dx)}${joined(shortNumber(toY - y))}`;
    [x, y] = [toX, toY];
  });
  return closed ? `${text}Z` : text;
}

/** Whole hundredths of a pixel, so that a sum of steps is exact. */
const hundredths = (value: number): number => Math.round(value * 100);

/** "0.5" as ".5" */
const shortNumber = (value: number): string => String(value / 100).replace(/^(-?)0\./, "$1.");

/** A minus parts two numbers as well as a blank does. */
const joined = (number: string): string => (number.startsWith("-") ? number : ` ${number}`);

/** Clip paths of the same shape as one: the frames of a film all have the same. */
function shareClips(body: string): string {
  const first = new Map<string, string>();
  const same = new Map<string, string>();
  const kept = body.replace(/<clipPath id="([^"]+)">(.*?)<\/clipPath>/gs, (whole, id: string, shape: string) => {
    const known = first.get(shape);
    if (known === undefined) first.set(shape, id);
    same.set(id, known ?? id);
    return known === undefined ? whole : "";
  });
  return kept.replace(/url\(#([^)]+)\)/g, (_, id: string) => `url(#${same.get(id) ?? id})`);
}

/** Shorter elements are not worth a reference. */
const worthSharing = 160;

/** Groups without groups in them and single shapes that stand more than once: defined at the first place, used at all. */
function shareRepeated(body: string): string {
  let defined = 0;
  let result = body;
  for (const element of [/<g\b[^>]*>(?:(?!<\/?g\b).)*<\/g>/gs, /<(?:path|image)\b[^>]*\/>/g]) {
    const counts = new Map<string, number>();
    for (const [text] of result.matchAll(element)) {
      if (text.length > worthSharing) counts.set(text, (counts.get(text) ?? 0) + 1);
    }
    const ids = new Map<string, string>();
    result = result.replace(element, (text) => {
      if ((counts.get(text) ?? 0) < 2) return text;
      const known = ids.get(text);
      if (known) return `<use xlink:href="#${known}"/>`;
      const id = `shared-${++defined}`;
      ids.set(text, id);
      return text.replace(/^<\w+/, (tag) => `${tag} id="${id}"`);
    });
  }
  return result;
}

/** A line for each element; inside a text, white space would show. */
const lines = (body: string): string =>
  body.replace(/<(?=(?:g|path|rect|circle|ellipse|line|text|image|svg|use|clipPath)[\s>/])/g, "\n<");
