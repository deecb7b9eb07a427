import { scaleLinear, scaleLog } from "d3";
import { formatNumber } from "./format.ts";

/** Where a value stands, in percent of the drawing's width, with the ticks of its axis. */
export interface ValueScale {
  readonly kind: "linear" | "logarithmic";
  at(value: number): number;
  readonly ticks: readonly { readonly at: number; readonly name: string }[];
}

/**
 * A scale over the values: logarithmic where all are positive and spread over more than two powers of ten.
 * @returns undefined where there is no finite value to show
 */
export function valueScale(values: readonly (number | null)[]): ValueScale | undefined {
  const finite = values.filter((value) => value !== null).map(clamped);
  if (finite.length === 0) return undefined;
  const low = finite.reduce((a, b) => Math.min(a, b));
  const high = finite.reduce((a, b) => Math.max(a, b));
  const { at, ...scale } = low >= smallest && high / low > 100 ? logarithmic(low, high) : linear(low, high);
  return { ...scale, at: (value) => at(clamped(value)) };
}

/** Sizes within which no difference or quotient of two values overflows: what is larger stands at the edge, what is smaller at 0. */
const largest = 1e150;
const smallest = 1e-150;
const clamped = (value: number): number =>
  Math.abs(value) < smallest ? 0 : Math.max(-largest, Math.min(largest, value));

// Percent of the width: room for a dot at either end, and for the half of a tick's name.
const range = [4, 96] as const;

function linear(low: number, high: number): ValueScale {
  // Values that are equal but for rounding have no spread: an interval around them keeps the scale defined.
  const size = Math.max(Math.abs(low), Math.abs(high));
  const spread = high - low <= 1e-9 * size ? size || 1 : 0;
  const scale = scaleLinear([low - spread / 2, high + spread / 2], range).nice(4);
  const values = scale.ticks(4);
  // As many decimals as tell neighbours apart; where all is tiny or huge, powers of ten are shorter.
  const decimals = scale.tickFormat(4);
  const width = Math.abs(values.at(-1)! - values[0]!);
  const isPlain = width >= 1e-3 && width < 1e7;
  const ticks = values.map((value) => ({ at: scale(value), name: isPlain ? decimals(value) : formatNumber(value) }));
  return { kind: "linear", at: scale, ticks };
}

function logarithmic(low: number, high: number): ValueScale {
  const scale = scaleLog([low, high], range).nice();
  const [first, last] = scale.domain().map((value) => Math.round(Math.log10(value))) as [number, number];
  // About four names, each a power of ten.
  const step = Math.max(1, Math.ceil((last - first) / 4));
  const ticks = [];
  for (let exponent = first; exponent <= last; exponent += step) {
    const value = Number(`1e${exponent}`);
    ticks.push({ at: scale(value), name: formatNumber(value) });
  }
  return { kind: "logarithmic", at: scale, ticks };
}
