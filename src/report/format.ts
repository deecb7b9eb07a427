/** A number as the pages print it: three significant digits, grouped thousands, a true minus sign; "not finite" for null. */
export function formatNumber(value: number | null): string {
  if (value === null) return "not finite";
  if (value === 0) return "0";
  const size = Math.abs(value);
  // Beyond these a plain decimal is harder to read than a power of ten.
  const text = size < 1e-3 || size >= 1e7 ? powerOfTen(value) : decimal(value);
  return text.replace("-", "−");
}

/**
 * A rate with two digits, or with as many more as tell it from `other`: an interval that ends at 0.7503 must not be printed as
 * lying above 0.75 and ending at 0.75.
 */
export function formatRate(rate: number, other = rate): string {
  // Six digits: a closer pair of rates is not met with fewer than a million seeds.
  for (let digits = 2; digits < 6; digits++) {
    const text = rate.toFixed(digits);
    if (rate === other || Number(text) !== Number(other.toFixed(digits))) return text;
  }
  return rate.toFixed(6);
}

/** "1 claim", "3 claims". */
export function countOf(count: number, noun: string, plural = `${noun}s`): string {
  return `${count.toLocaleString("en")} ${count === 1 ? noun : plural}`;
}

/** "22 November 2026, 02:15 UTC" */
export function formatDate(iso: string): string {
  const date = new Date(iso);
  const day = date.toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
  return `${day}, ${date.toISOString().slice(11, 16)} UTC`;
}

/** A value and its unit, joined so that they stay on one line; a unit of "" is none. */
export function withUnit(value: number | null, unit: string): string {
  return unit === "" || value === null ? formatNumber(value) : `${formatNumber(value)}\u00a0${unit}`;
}

/** The words of a camel-case name: "meanDistance" → "mean distance". */
export function wordsOf(name: string): string {
  return name.replace(/([a-z])([A-Z])/g, (_, before: string, after: string) => `${before} ${after.toLowerCase()}`);
}

const decimal = (value: number): string => (Math.abs(value) >= 1000 ? wholeNumber : threeDigits).format(value);

// Made once: `toLocaleString` makes one for every number, which is most of the time of a large report.
const wholeNumber = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });
const threeDigits = new Intl.NumberFormat("en", { maximumSignificantDigits: 3 });

/** 4.1×10⁻⁷ */
function powerOfTen(value: number): string {
  const [digits, exponent] = value.toExponential(2).split("e") as [string, string];
  const raised = [...exponent.replace("+", "")].map((character) => superscripts[character]).join("");
  return Number(digits) === 1 ? `10${raised}` : `${Number(digits)}×10${raised}`;
}

const superscripts: Record<string, string> = {
  "-": "⁻",
  "0": "⁰",
  "1": "¹",
  "2": "²",
  "3": "³",
  "4": "⁴",
  "5": "⁵",
  "6": "⁶",
  "7": "⁷",
  "8": "⁸",
  "9": "⁹",
};
