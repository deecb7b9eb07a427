import { transpose4 } from "./blocks";
import { floats, ROW, rows } from "./layout";
import { nextTile, PANEL, panelWidth, tileEights } from "./panels";
import { outerTile } from "./tiles.generated";

/** Bytes of a panel's row. */
const PANEL_ROW: usize = 64;

/**
 * dW = X dZᵀ and db = the sum of dZ over the batch; overwrites `gradient` (kernel in panels as in {@link denseForward}, then
 * bias [units]). The sums of dW go through the batch in its order.
 * @param scratch 512 * blocks + 384 bytes
 */
export function denseWeightGradient(
  blocks: i32, inputs: i32, units: i32, x: usize, dz: usize, gradient: usize, scratch: usize,
): void {
  const tile = scratch + PANEL_ROW * <usize>(8 * blocks);
  for (let unit = 0; unit < units; unit += PANEL) {
    const width = panelWidth(unit, units);
    const panel = gradient + floats(inputs * unit);
    toSampleRows(blocks, width, units, dz + rows(unit), scratch);
    for (let input = 0, outputs = 0; input < inputs; input += outputs) {
      outputs = nextTile(inputs - input);
      const from = x + rows(input);
      if (width == PANEL) {
        outerProduct(outputs, blocks, width, from, rows(inputs), scratch, panel + PANEL_ROW * <usize>input);
      } else {
        outerProduct(outputs, blocks, width, from, rows(inputs), scratch, tile);
        copyColumns(outputs, width, tile, panel + floats(width * input));
      }
    }
  }
  biasGradient(blocks, units, dz, gradient + floats(inputs * units));
}

/** dZ of up to 16 units to [batch][16]; what lies beyond the units is anything. */
function toSampleRows(blocks: i32, width: i32, units: i32, dz: usize, to: usize): void {
  const fours = (width + 3) >> 2;
  for (let block = 0; block < blocks; block++) {
    let z = dz + rows(block * units);
    for (let four = 0; four < fours; four++) {
      transpose4(z, ROW, to + 16 * <usize>four, PANEL_ROW);
      transpose4(z + 16, ROW, to + 16 * <usize>four + 4 * PANEL_ROW, PANEL_ROW);
      z += 4 * ROW;
    }
    to += 8 * PANEL_ROW;
  }
}

/** Some inputs by up to 16 units, in rows of 16. */
@inline
function outerProduct(outputs: i32, blocks: i32, width: i32, x: usize, xNext: usize, z: usize, out: usize): void {
  if (width > 8 && tileEights == 2) outerTile(outputs, 2, blocks, x, xNext, z, out);
  else {
    outerTile(outputs, 1, blocks, x, xNext, z, out);
    if (width > 8) outerTile(outputs, 1, blocks, x, xNext, z + 32, out + 32);
  }
}

/** The first columns of rows of 16. */
@inline
function copyColumns(count: i32, width: i32, from: usize, to: usize): void {
  for (let row = 0; row < count; row++) {
    for (let column = 0; column < width; column++) store<f32>(to + floats(column), load<f32>(from + floats(column)));
    from += PANEL_ROW;
    to += floats(width);
  }
}

/** Each unit's sum has 8 parts, one for each lane of a block. */
function biasGradient(blocks: i32, units: i32, dz: usize, out: usize): void {
  let unit = 0;
  for (; unit + 4 <= units; unit += 4) {
    let z = dz + rows(unit);
    let a = f32x4.splat(0), b = a, c = a, d = a, e = a, f = a, g = a, h = a;
    for (let block = 0; block < blocks; block++) {
      a = f32x4.add(a, v128.load(z));
      b = f32x4.add(b, v128.load(z, 16));
      c = f32x4.add(c, v128.load(z, 32));
      d = f32x4.add(d, v128.load(z, 48));
      e = f32x4.add(e, v128.load(z, 64));
      f = f32x4.add(f, v128.load(z, 80));
      g = f32x4.add(g, v128.load(z, 96));
      h = f32x4.add(h, v128.load(z, 112));
      z += rows(units);
    }
    v128.store(out + floats(unit), laneSums(f32x4.add(a, b), f32x4.add(c, d), f32x4.add(e, f), f32x4.add(g, h)));
  }
  for (; unit < units; unit++) {
    let z = dz + rows(unit);
    let low = f32x4.splat(0), high = low;
    for (let block = 0; block < blocks; block++) {
      low = f32x4.add(low, v128.load(z));
      high = f32x4.add(high, v128.load(z, 16));
      z += rows(units);
    }
    store<f32>(out + floats(unit), laneSum(f32x4.add(low, high)));
  }
}

/** The sums of the lanes of four vectors, each (0 + 2) + (1 + 3) as in {@link laneSum}. */
@inline
function laneSums(a: v128, b: v128, c: v128, d: v128): v128 {
  const ab = f32x4.add(v128.shuffle<f32>(a, b, 0, 4, 1, 5), v128.shuffle<f32>(a, b, 2, 6, 3, 7));
  const cd = f32x4.add(v128.shuffle<f32>(c, d, 0, 4, 1, 5), v128.shuffle<f32>(c, d, 2, 6, 3, 7));
  return f32x4.add(v128.shuffle<f32>(ab, cd, 0, 1, 4, 5), v128.shuffle<f32>(ab, cd, 2, 3, 6, 7));
}

@inline
function laneSum(a: v128): f32 {
  return (
    f32x4.extract_lane(a, 0) + f32x4.extract_lane(a, 2) + (f32x4.extract_lane(a, 1) + f32x4.extract_lane(a, 3))
  );
}
