import { activate, activationGradient } from "./activation";
import { floats, rows } from "./layout";
import { tile1, tile2, tile4 } from "./tiles";

/**
 * Y = activation(Wᵀ X + b) over `blocks` blocks of 8 samples.
 * @param layer kernel [inputs][units], then bias [units]
 * @param panel scratch of 16 * inputs bytes
 */
export function denseForward(
  blocks: i32, inputs: i32, units: i32, layer: usize, x: usize, y: usize, activation: i32, slope: f32, panel: usize,
): void {
  const stride = floats(units);
  const bias = layer + floats(inputs * units);
  let unit = 0;
  for (; unit + 4 <= units; unit += 4) {
    packColumns(inputs, layer + floats(unit), stride, panel);
    for (let block = 0; block < blocks; block++) {
      tile4(inputs, panel, x + rows(block * inputs), bias + floats(unit), y + rows(block * units + unit));
    }
  }
  if (unit + 2 <= units) {
    const column = layer + floats(unit);
    for (let block = 0; block < blocks; block++) {
      const out = y + rows(block * units + unit);
      tile2(inputs, column, column + 4, stride, x + rows(block * inputs), bias + floats(unit), out);
    }
    unit += 2;
  }
  if (unit < units) {
    for (let block = 0; block < blocks; block++) {
      const out = y + rows(block * units + unit);
      tile1(inputs, layer + floats(unit), stride, x + rows(block * inputs), bias + floats(unit), out);
    }
  }
  activate(blocks * units * 8, y, activation, slope);
}

/** Four neighbouring columns of a row-major matrix to panel [depth][4]. */
function packColumns(depth: i32, column: usize, stride: usize, panel: usize): void {
  for (let k = 0; k < depth; k++) {
    v128.store(panel, v128.load(column));
    column += stride;
    panel += 16;
  }
}

/**
 * dX = (W dZ) * activation'(X): the gradient with respect to what went into the activation before this layer.
 * @param x the layer's input, which is that activation's output
 * @param panel scratch of 16 * units bytes
 */
export function denseInputGradient(
  blocks: i32, inputs: i32, units: i32, layer: usize, dz: usize, dx: usize, x: usize, activation: i32, slope: f32,
  panel: usize,
): void {
  const stride = floats(units);
  let input = 0;
  for (; input + 4 <= inputs; input += 4) {
    packRows(units, layer + floats(input * units), stride, panel);
    for (let block = 0; block < blocks; block++) {
      tile4(units, panel, dz + rows(block * units), 0, dx + rows(block * inputs + input));
    }
  }
  if (input + 2 <= inputs) {
    const row = layer + floats(input * units);
    for (let block = 0; block < blocks; block++) {
      tile2(units, row, row + stride, 4, dz + rows(block * units), 0, dx + rows(block * inputs + input));
    }
    input += 2;
  }
  if (input < inputs) {
    const row = layer + floats(input * units);
    for (let block = 0; block < blocks; block++) {
      tile1(units, row, 4, dz + rows(block * units), 0, dx + rows(block * inputs + input));
    }
  }
  activationGradient(blocks * inputs * 8, x, activation, slope, dx);
}

/** Four neighbouring rows of a row-major matrix to panel [depth][4]: transposed, 4 x 4 at a time. */
function packRows(depth: i32, row: usize, stride: usize, panel: usize): void {
  let k = 0;
  for (; k + 4 <= depth; k += 4) {
    const r0 = v128.load(row);
    const r1 = v128.load(row + stride);
    const r2 = v128.load(row + 2 * stride);
    const r3 = v128.load(row + 3 * stride);
    const low01 = v128.shuffle<f32>(r0, r1, 0, 4, 1, 5);
    const high01 = v128.shuffle<f32>(r0, r1, 2, 6, 3, 7);
    const low23 = v128.shuffle<f32>(r2, r3, 0, 4, 1, 5);
    const high23 = v128.shuffle<f32>(r2, r3, 2, 6, 3, 7);
    v128.store(panel, v128.shuffle<f32>(low01, low23, 0, 1, 4, 5));
    v128.store(panel, v128.shuffle<f32>(low01, low23, 2, 3, 6, 7), 16);
    v128.store(panel, v128.shuffle<f32>(high01, high23, 0, 1, 4, 5), 32);
    v128.store(panel, v128.shuffle<f32>(high01, high23, 2, 3, 6, 7), 48);
    row += 16;
    panel += 64;
  }
  for (; k < depth; k++) {
    store<f32>(panel, load<f32>(row));
    store<f32>(panel, load<f32>(row + stride), 4);
    store<f32>(panel, load<f32>(row + 2 * stride), 8);
    store<f32>(panel, load<f32>(row + 3 * stride), 12);
    row += 4;
    panel += 16;
  }
}
