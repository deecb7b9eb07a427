/**
 * Whether a quotation is literally in a document, apart from white space and mark-up: TeX, Markdown, HTML, the numbers of code's
 * lines, the forms of quotation marks and dashes. Where it leaves something out it has an ellipsis; what stands between must occur
 * in its order.
 * @param document its text, or a notebook's JSON
 * @returns what was not found, and what in the document is nearest to it; undefined if all was found
 */
export function quotationFaults(quote: string, document: string): string | undefined {
  const parts = quote.split(ellipsis).filter((part) => plain(part) !== "");
  if (parts.length === 0) return `expected words in the quotation, got "${quote}"`;
  const text = textIn(document);
  const faults = [text, withoutLineNumbers(text)].map((one) => firstFault(parts, one));
  return faults.every((fault) => fault !== undefined) ? faults[0] : undefined;
}

const ellipsis = /\[?(?:…|\.\.\.)\]?/;

/** All text of a notebook's JSON, or the document as it is. */
function textIn(document: string): string {
  try {
    return stringsIn(JSON.parse(document)).join("\n");
  } catch {
    return document;
  }
}

function stringsIn(value: unknown): string[] {
  if (typeof value === "string") return [value.replace(/\n$/, "")];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

/** Listings are printed with a number before each line. */
const withoutLineNumbers = (text: string): string => text.replace(/^[ \t]*\d{1,4}(?=[ \t]|$)/gm, "");

function firstFault(parts: readonly string[], document: string): string | undefined {
  const text = plain(document);
  let from = 0;
  for (const part of parts) {
    const wanted = plain(part);
    const at = find(wanted, text, from);
    if (at >= 0) {
      from = at + wanted.length;
      continue;
    }
    return find(wanted, text, 0) >= 0
      ? `expected "${part.trim()}" behind what is quoted before it, got it only before that`
      : `expected "${part.trim()}" in the document, got at the nearest "${nearest(part, document)}"`;
  }
  return undefined;
}

/** Where whole words are found, −1 if nowhere. */
function find(wanted: string, text: string, from: number): number {
  const splits = (at: number) => isInWord(text, at) || isInWord(text, at + wanted.length);
  let at = text.indexOf(wanted, from);
  while (at >= 0 && splits(at)) at = text.indexOf(wanted, at + 1);
  return at;
}

const isInWord = (text: string, at: number): boolean =>
  /^[\p{L}\p{N}]{2}$/u.test(text.slice(Math.max(at - 1, 0), at + 1));

/** A text without mark-up, with single spaces and only between words. */
function plain(text: string): string {
  return text
    .replaceAll("…", "...")
    .normalize("NFKC")
    .replace(htmlTag, " ")
    .replace(/&(?:#(\d+)|([a-z]+));/gi, (whole, code, name) =>
      code ? String.fromCodePoint(+code) : (entities[name] ?? whole),
    )
    .replace(/!?\[([^\]]*)\]\((?:#|\w+:)[^)\s]*\)/g, "$1") // of a Markdown link only the text is read
    .replace(/\\(?:text|math|operatorname|left|right|big)[a-z]*/gi, "") // TeX that says how the next thing looks
    .replace(/\\([a-z]+)/gi, (whole, name) => symbols[name] ?? whole)
    .replace(/[‘’‚′]/g, "'")
    .replace(/[“”„″]/g, '"')
    .replace(/[‐‑‒–—―−]/g, "-")
    .replace(/[\\$%{}_^*#`|]/g, "")
    .replace(/\s*([^\p{L}\p{N}\s])\s*/gu, "$1")
    .replace(/\s+/g, " ")
    .trim();
}

const htmlTag =
  /<\/?(?:a|b|i|p|h[1-6]|em|br|li|ol|ul|td|th|tr|hr|div|img|pre|sub|sup|code|span|table|strong)\b[^<>]*>/gi;

/** TeX's names of signs that people type. */
const symbols: Readonly<Record<string, string>> = {
  sim: "~",
  approx: "≈",
  leq: "≤",
  geq: "≥",
  times: "×",
  pm: "±",
  dots: "...",
  ldots: "...",
};

const entities: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  ndash: "–",
  mdash: "—",
  lsquo: "‘",
  rsquo: "’",
  ldquo: "“",
  rdquo: "”",
  hellip: "...",
};

/** As many words of a document as a part of a quotation has, those that have most words in common with it. */
function nearest(part: string, document: string): string {
  const wordsOf = (text: string) => text.split(/\s+/).filter((word) => plain(word) !== "");
  const wanted = new Set(wordsOf(part).map(plain));
  const length = wordsOf(part).length;
  const words = wordsOf(document);
  const common = words.map((first, at) => {
    const found = words
      .slice(at, at + length)
      .map(plain)
      .filter((word) => wanted.has(word));
    return new Set(found).size + (wanted.has(plain(first)) ? 0.5 : 0); // of equal ones, that which begins alike
  });
  const best = common.indexOf(Math.max(...common));
  return words.slice(best, best + length).join(" ");
}
