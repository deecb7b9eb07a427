import { floats, ROW, rows } from "./layout";
import { multiplyAdd } from "./math";

/** Units whose columns of dZ are worked on together, so that they stay in the first-level cache. */
const GROUP: i32 = 16;

/** From this many inputs on, the columns of dZ are read often enough to be worth a packed copy. */
const WORTH_PACKING: i32 = 32;

/**
 * dW = X dZᵀ and db = sum of dZ over the batch; overwrites `gradient` (kernel [inputs][units], then bias [units]).
 * @param panel scratch of 512 * blocks bytes
 */
export function denseWeightGradient(
  blocks: i32, inputs: i32, units: i32, x: usize, dz: usize, gradient: usize, panel: usize,
): void {
  const inFours = units & ~3;
  const packed = inputs >= WORTH_PACKING;
  for (let unit = 0; unit < inFours; unit += GROUP) {
    const groupEnd = min(unit + GROUP, inFours);
    // Packed, because strides that are a multiple of 4096 bytes would all fall into one set of the cache.
    if (packed) packGroup(blocks, unit, groupEnd, units, dz, panel);
    groupGradient(blocks, inputs, units, unit, groupEnd, x, dz, gradient, packed ? panel : 0);
  }
  for (let unit = inFours; unit < units; unit++) {
    for (let input = 0; input < inputs; input++) {
      const out = gradient + floats(input * units + unit);
      dot1(blocks, x + rows(input), rows(inputs), dz + rows(unit), rows(units), out);
    }
  }
  biasGradient(blocks, units, dz, gradient + floats(inputs * units));
}

/** Columns of dZ, four at a time, to panel [group of 4][block][4][8]. */
function packGroup(blocks: i32, from: i32, to: i32, units: i32, dz: usize, panel: usize): void {
  for (let unit = from; unit < to; unit += 4) {
    let z = dz + rows(unit);
    for (let block = 0; block < blocks; block++) {
      memory.copy(panel, z, 4 * ROW);
      panel += 4 * ROW;
      z += rows(units);
    }
  }
}

function groupGradient(
  blocks: i32, inputs: i32, units: i32, from: i32, to: i32, x: usize, dz: usize, gradient: usize, panel: usize,
): void {
  const xStride = rows(inputs);
  const zStride = rows(panel ? 4 : units);
  let input = 0;
  for (; input + 2 <= inputs; input += 2) {
    for (let unit = from; unit < to; unit += 4) {
      const z = panel ? panel + rows((unit - from) * blocks) : dz + rows(unit);
      dot2x4(blocks, x + rows(input), xStride, z, zStride, gradient + floats(input * units + unit), floats(units));
    }
  }
  if (input < inputs) {
    for (let unit = from; unit < to; unit++) {
      const out = gradient + floats(input * units + unit);
      dot1(blocks, x + rows(input), xStride, dz + rows(unit), rows(units), out);
    }
  }
}

/** Two inputs by four units: dot products over the batch, 8 accumulators of 4 lanes. */
@inline
function dot2x4(
  blocks: i32, x: usize, xStride: usize, z: usize, zStride: usize, out: usize, outStride: usize,
): void {
  let a0 = f32x4.splat(0), a1 = a0, a2 = a0, a3 = a0;
  let b0 = a0, b1 = a0, b2 = a0, b3 = a0;
  for (let block = 0; block < blocks; block++) {
    let x0 = v128.load(x);
    let x1 = v128.load(x, 32);
    let t = v128.load(z);
    a0 = multiplyAdd(x0, t, a0);
    b0 = multiplyAdd(x1, t, b0);
    t = v128.load(z, 32);
    a1 = multiplyAdd(x0, t, a1);
    b1 = multiplyAdd(x1, t, b1);
    t = v128.load(z, 64);
    a2 = multiplyAdd(x0, t, a2);
    b2 = multiplyAdd(x1, t, b2);
    t = v128.load(z, 96);
    a3 = multiplyAdd(x0, t, a3);
    b3 = multiplyAdd(x1, t, b3);
    // Never true. It ends the basic block, or V8 schedules all loads first and spills its registers.
    if (!x) break;
    x0 = v128.load(x, 16);
    x1 = v128.load(x, 48);
    t = v128.load(z, 16);
    a0 = multiplyAdd(x0, t, a0);
    b0 = multiplyAdd(x1, t, b0);
    t = v128.load(z, 48);
    a1 = multiplyAdd(x0, t, a1);
    b1 = multiplyAdd(x1, t, b1);
    t = v128.load(z, 80);
    a2 = multiplyAdd(x0, t, a2);
    b2 = multiplyAdd(x1, t, b2);
    t = v128.load(z, 112);
    a3 = multiplyAdd(x0, t, a3);
    b3 = multiplyAdd(x1, t, b3);
    x += xStride;
    z += zStride;
  }
  v128.store(out, laneSums(a0, a1, a2, a3));
  v128.store(out + outStride, laneSums(b0, b1, b2, b3));
}

/** One input by one unit. */
@inline
function dot1(blocks: i32, x: usize, xStride: usize, z: usize, zStride: usize, out: usize): void {
  let low = f32x4.splat(0), high = low;
  for (let block = 0; block < blocks; block++) {
    low = multiplyAdd(v128.load(x), v128.load(z), low);
    high = multiplyAdd(v128.load(x, 16), v128.load(z, 16), high);
    x += xStride;
    z += zStride;
  }
  store<f32>(out, laneSum(f32x4.add(low, high)));
}

function biasGradient(blocks: i32, units: i32, dz: usize, out: usize): void {
  for (let unit = 0; unit < units; unit++) {
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
