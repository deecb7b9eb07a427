import { transpose4 } from "./blocks";
import { laneSum, laneSums } from "./lanes";
import { floats, ROW, rows } from "./layout";
import { nextTile, PANEL, tileEights } from "./panels";
import { dotTile, outerTile } from "./tiles.generated";

/** Bytes of a panel's row. */
const PANEL_ROW: usize = 64;

/**
 * dW = X dZᵀ and db = the sum of dZ over the batch; overwrites `gradient` (kernel in panels as in {@link denseForward}, then
 * bias [units]).
 * @param scratch 512 * blocks bytes
 */
export function denseWeightGradient(
  blocks: i32, inputs: i32, units: i32, x: usize, dz: usize, gradient: usize, scratch: usize,
): void {
  const left = units % PANEL;
  const whole = units - left;
  for (let unit = 0; unit < whole; unit += PANEL) {
    toSampleRows(blocks, units, dz + rows(unit), scratch);
    panelGradient(blocks, inputs, x, scratch, gradient + floats(inputs * unit));
  }
  narrowGradient(blocks, inputs, left, x, dz + rows(whole), rows(units), gradient + floats(inputs * whole));
  biasGradient(blocks, units, dz, gradient + floats(inputs * units));
}

/** dZ of a panel's 16 units to [batch][16]. */
function toSampleRows(blocks: i32, units: i32, dz: usize, to: usize): void {
  for (let block = 0; block < blocks; block++) {
    let z = dz + rows(block * units);
    for (let four = 0; four < 4; four++) {
      transpose4(z, ROW, to, PANEL_ROW);
      transpose4(z + 16, ROW, to + 4 * PANEL_ROW, PANEL_ROW);
      z += 4 * ROW;
      to += 16;
    }
    to += 7 * PANEL_ROW;
  }
}

/** A panel of 16 units: sums that go through the batch in its order. */
function panelGradient(blocks: i32, inputs: i32, x: usize, z: usize, out: usize): void {
  for (let done = 0, outputs = 0; done < inputs; done += outputs) {
    outputs = nextTile(inputs - done);
    const from = x + rows(done);
    const to = out + PANEL_ROW * <usize>done;
    outerTile(outputs, tileEights, blocks, from, rows(inputs), z, to);
    if (tileEights == 1) outerTile(outputs, 1, blocks, from, rows(inputs), z + 32, to + 32);
  }
}

/** A panel of fewer units. */
function narrowGradient(blocks: i32, inputs: i32, units: i32, x: usize, z: usize, zNext: usize, out: usize): void {
  for (let input = 0, height = 1; input < inputs; input += height) {
    height = min(tileEights, inputs - input);
    const row = out + floats(units * input);
    for (let unit = 0, width = 4; unit < units; unit += width) {
      width = min(4, units - unit);
      dotTile(height, width, blocks, x + rows(input), rows(inputs), z + rows(unit), zNext, row + floats(unit), floats(units));
    }
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
