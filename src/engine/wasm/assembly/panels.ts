import { MOST_OUTPUTS } from "./tiles.generated";

/**
 * Units of a panel. A layer's kernel lies as panels [units / 16][inputs][16], the last one as narrow as what is left: a
 * product then reads its weights in place, one cache line a step. ../panels.ts converts.
 */
export const PANEL: i32 = 16;

/** Units of the panel that begins at a unit. */
@inline
export function panelWidth(unit: i32, units: i32): i32 {
  return min(PANEL, units - unit);
}

/**
 * How many of the `left` outputs the next tile takes, so that there are as few tiles as can be and they differ by at most
 * one output: of 16, for instance, 6, 5 and 5.
 */
@inline
export function nextTile(left: i32): i32 {
  const tiles = (left + MOST_OUTPUTS - 1) / MOST_OUTPUTS;
  return (left + tiles - 1) / tiles;
}

/** Eights of numbers that a tile is wide: 2 where V8 packs pairs of vectors into registers of 256 bits. No bit depends on it. */
export let tileEights: i32 = 1;

/** Chooses tiles for registers of 128 bits, as at the start, or of 256. */
export function setWidth(bits: i32): void {
  tileEights = bits == 256 ? 2 : 1;
}
