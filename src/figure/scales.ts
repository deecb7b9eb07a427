import { format, scaleLinear, scaleLog } from "d3";

export interface AxisOptions {
  readonly label: string;
  readonly domain: readonly [low: number, high: number];
  readonly type?: "linear" | "log";
  /** Values with a tick. */
  readonly ticks?: readonly number[];
}

/** From values to pixels, the first value of the domain at the first pixel. */
export const pixelScale = ({ domain, type = "linear" }: AxisOptions, range: readonly [number, number]) =>
  (type === "log" ? scaleLog() : scaleLinear()).domain([...domain]).range([...range]);

/**
 * Brings values far outside a domain to half its length beyond: clipped all the same, but the renderer (resvg 2.6)
 * aborts on drawings that reach far out of the picture.
 */
export function keepNear(axis: Pick<AxisOptions, "domain" | "type">): (value: number) => number {
  const scale = pixelScale({ label: "", ...axis }, [0, 1]);
  const [below, above] = [scale.invert(-0.5), scale.invert(1.5)];
  const [low, high] = [Math.min(below, above), Math.max(below, above)];
  return (value) => Math.min(high, Math.max(low, value));
}

/**
 * A logarithmic domain for values, from one of 1, 2, 5 × 10ⁿ to another.
 * @throws {RangeError} if no value is positive and finite
 */
export function logDomain(values: Iterable<number>): [number, number] {
  let [low, high] = [Number.POSITIVE_INFINITY, 0];
  for (const value of values) {
    if (!(value > 0) || !Number.isFinite(value)) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  if (high === 0) throw new RangeError("expected a positive value for a logarithmic axis, got none");
  // A hair of slack: a value that is a step but for its last bits needs no further step.
  const below = steps.filter((step) => step <= low * 1.001);
  const above = steps.filter((step) => step >= high * 0.999);
  return [below[below.length - 1] ?? steps[0], above[0] ?? steps[steps.length - 1]];
}

/** 1, 2, 5 × 10ⁿ, written out by the parser, so that they are exact. */
const steps: readonly number[] = Array.from({ length: 41 }, (_, i) => i - 20).flatMap((power) =>
  [1, 2, 5].map((digit) => Number(`${digit}e${power}`)),
);

/** The powers of ten within a domain, or every k-th of them. */
export const powersOfTen = ([low, high]: readonly [number, number], every = 1): number[] =>
  steps.filter((step) => step >= low && step <= high && isPower(step, every));

const isPower = (step: number, every: number): boolean => {
  const [digits, power] = step.toExponential().split("e");
  return digits === "1" && Number(power) % every === 0;
};

/** Ticks of a logarithmic axis: 1, 2, 5 over at most two decades, powers of ten beyond. */
export function logTicks(domain: readonly [number, number]): number[] {
  const all = steps.filter((step) => step >= domain[0] && step <= domain[1]);
  if (all.length <= 10) return all;
  const powers = powersOfTen(domain);
  return powers.length <= 8 ? powers : powersOfTen(domain, Math.ceil(powers.length / 8));
}

/** 0.02, 1,000, 10⁻⁷ */
export function numberText(value: number): string {
  const size = Math.abs(value);
  if (value === 0 || (size >= 0.001 && size < 1e6)) return format(",~r")(value).replace("-", "\u2212");
  const [digits, power] = value.toExponential().split("e");
  return `${digits === "1" ? "" : `${digits} × `}10${superscript(String(Number(power)))}`;
}

const superscript = (text: string): string => text.replace(/./g, (letter) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(letter)] ?? "⁻");

/** For a reader: three significant digits, without trailing noughts. */
export const roundText = (value: number): string => numberText(Number(value.toPrecision(value < 0.1 ? 2 : 3)));
