// Made by `npm run build` from scripts/kernel-tiles.ts; do not edit.
//
// Sums run over the depth in its order (dotTile: eight of them, one a lane) and every step is one fused multiply-add, so
// the bits of a result depend neither on the tile that made it nor on the width of the registers.
import { fusedMultiplyAdd } from "./fused-multiply-add";
import { laneSum, laneSums } from "./lanes";

/** Outputs of the largest tile. */
export const MOST_OUTPUTS: i32 = 6;

/**
 * out[block][r] = bias[r] + the sum over k of w[k][r] * x[block][k], r < outputs, k < depth, for 1 or 2 blocks of 8 samples.
 * @param wStride bytes from w[k] to w[k + 1]
 * @param xNext bytes from the first block of x to the second, as outNext for out
 * @param resume whether the sums go on from what stands in out, rather than from the bias
 */
export function forwardTile(outputs: i32, eights: i32, depth: i32, w: usize, wStride: usize, x: usize, xNext: usize, bias: usize, out: usize, outNext: usize, resume: bool): void {
  if (eights == 2) {
    if (outputs == 6) forward6x2(depth, w, wStride, x, xNext, bias, out, outNext, resume);
    else if (outputs == 5) forward5x2(depth, w, wStride, x, xNext, bias, out, outNext, resume);
    else if (outputs == 4) forward4x2(depth, w, wStride, x, xNext, bias, out, outNext, resume);
    else if (outputs == 3) forward3x2(depth, w, wStride, x, xNext, bias, out, outNext, resume);
    else if (outputs == 2) forward2x2(depth, w, wStride, x, xNext, bias, out, outNext, resume);
    else forward1x2(depth, w, wStride, x, xNext, bias, out, outNext, resume);
  } else {
    if (outputs == 6) forward6x1(depth, w, wStride, x, xNext, bias, out, outNext, resume);
    else if (outputs == 5) forward5x1(depth, w, wStride, x, xNext, bias, out, outNext, resume);
    else if (outputs == 4) forward4x1(depth, w, wStride, x, xNext, bias, out, outNext, resume);
    else if (outputs == 3) forward3x1(depth, w, wStride, x, xNext, bias, out, outNext, resume);
    else if (outputs == 2) forward2x1(depth, w, wStride, x, xNext, bias, out, outNext, resume);
    else forward1x1(depth, w, wStride, x, xNext, bias, out, outNext, resume);
  }
}

/**
 * out[block][r] = the sum over k of w[r][k] * z[block][k], r < outputs, for 1 or 2 blocks of 8 samples, k going through
 * whole panels of 16 units: w[r] is a row of 16 in each of them, 64 bytes before w[r + 1].
 * @param panelBytes from one panel to the next
 * @param zNext bytes from the first block of z to the second, as outNext for out
 */
export function backwardTile(outputs: i32, eights: i32, panels: i32, w: usize, panelBytes: usize, z: usize, zNext: usize, out: usize, outNext: usize): void {
  if (eights == 2) {
    if (outputs == 6) backward6x2(panels, w, panelBytes, z, zNext, out, outNext);
    else if (outputs == 5) backward5x2(panels, w, panelBytes, z, zNext, out, outNext);
    else if (outputs == 4) backward4x2(panels, w, panelBytes, z, zNext, out, outNext);
    else if (outputs == 3) backward3x2(panels, w, panelBytes, z, zNext, out, outNext);
    else if (outputs == 2) backward2x2(panels, w, panelBytes, z, zNext, out, outNext);
    else backward1x2(panels, w, panelBytes, z, zNext, out, outNext);
  } else {
    if (outputs == 6) backward6x1(panels, w, panelBytes, z, zNext, out, outNext);
    else if (outputs == 5) backward5x1(panels, w, panelBytes, z, zNext, out, outNext);
    else if (outputs == 4) backward4x1(panels, w, panelBytes, z, zNext, out, outNext);
    else if (outputs == 3) backward3x1(panels, w, panelBytes, z, zNext, out, outNext);
    else if (outputs == 2) backward2x1(panels, w, panelBytes, z, zNext, out, outNext);
    else backward1x1(panels, w, panelBytes, z, zNext, out, outNext);
  }
}

/**
 * out[r] = the sum over the samples s of w[r][s] * z[s], r < outputs, for 8 or 16 columns of z: the gradient of a kernel.
 * w lies in blocks of 8 samples, w[r + 1] 32 bytes after w[r]; the rows of z and of out are 64 bytes.
 * @param blockBytes from one block of w to the next
 */
export function outerTile(outputs: i32, eights: i32, blocks: i32, w: usize, blockBytes: usize, z: usize, out: usize): void {
  if (eights == 2) {
    if (outputs == 6) outer6x2(blocks, w, blockBytes, z, out);
    else if (outputs == 5) outer5x2(blocks, w, blockBytes, z, out);
    else if (outputs == 4) outer4x2(blocks, w, blockBytes, z, out);
    else if (outputs == 3) outer3x2(blocks, w, blockBytes, z, out);
    else if (outputs == 2) outer2x2(blocks, w, blockBytes, z, out);
    else outer1x2(blocks, w, blockBytes, z, out);
  } else {
    if (outputs == 6) outer6x1(blocks, w, blockBytes, z, out);
    else if (outputs == 5) outer5x1(blocks, w, blockBytes, z, out);
    else if (outputs == 4) outer4x1(blocks, w, blockBytes, z, out);
    else if (outputs == 3) outer3x1(blocks, w, blockBytes, z, out);
    else if (outputs == 2) outer2x1(blocks, w, blockBytes, z, out);
    else outer1x1(blocks, w, blockBytes, z, out);
  }
}

function forward6x2(depth: i32, w: usize, wStride: usize, x: usize, xNext: usize, bias: usize, out: usize, outNext: usize, resume: bool): void {
  let a00 = v128.load_splat<f32>(bias, 0), a01 = a00, a02 = a00, a03 = a00;
  let a10 = v128.load_splat<f32>(bias, 4), a11 = a10, a12 = a10, a13 = a10;
  let a20 = v128.load_splat<f32>(bias, 8), a21 = a20, a22 = a20, a23 = a20;
  let a30 = v128.load_splat<f32>(bias, 12), a31 = a30, a32 = a30, a33 = a30;
  let a40 = v128.load_splat<f32>(bias, 16), a41 = a40, a42 = a40, a43 = a40;
  let a50 = v128.load_splat<f32>(bias, 20), a51 = a50, a52 = a50, a53 = a50;
  if (resume) {
    a00 = v128.load(out, 0);
    a01 = v128.load(out, 16);
    a02 = v128.load(out + outNext, 0);
    a03 = v128.load(out + outNext, 16);
    a10 = v128.load(out, 32);
    a11 = v128.load(out, 48);
    a12 = v128.load(out + outNext, 32);
    a13 = v128.load(out + outNext, 48);
    a20 = v128.load(out, 64);
    a21 = v128.load(out, 80);
    a22 = v128.load(out + outNext, 64);
    a23 = v128.load(out + outNext, 80);
    a30 = v128.load(out, 96);
    a31 = v128.load(out, 112);
    a32 = v128.load(out + outNext, 96);
    a33 = v128.load(out + outNext, 112);
    a40 = v128.load(out, 128);
    a41 = v128.load(out, 144);
    a42 = v128.load(out + outNext, 128);
    a43 = v128.load(out + outNext, 144);
    a50 = v128.load(out, 160);
    a51 = v128.load(out, 176);
    a52 = v128.load(out + outNext, 160);
    a53 = v128.load(out + outNext, 176);
  }
  let y = x + xNext;
  const end = w + <usize>depth * wStride;
  while (w < end) {
    const x0 = v128.load(x), x1 = v128.load(x, 16);
    const x2 = v128.load(y, 0), x3 = v128.load(y, 16);
    let weight: v128;
    weight = v128.load_splat<f32>(w, 0);
    a00 = fusedMultiplyAdd(weight, x0, a00);
    a01 = fusedMultiplyAdd(weight, x1, a01);
    a02 = fusedMultiplyAdd(weight, x2, a02);
    a03 = fusedMultiplyAdd(weight, x3, a03);
    weight = v128.load_splat<f32>(w, 4);
    a10 = fusedMultiplyAdd(weight, x0, a10);
    a11 = fusedMultiplyAdd(weight, x1, a11);
    a12 = fusedMultiplyAdd(weight, x2, a12);
    a13 = fusedMultiplyAdd(weight, x3, a13);
    weight = v128.load_splat<f32>(w, 8);
    a20 = fusedMultiplyAdd(weight, x0, a20);
    a21 = fusedMultiplyAdd(weight, x1, a21);
    a22 = fusedMultiplyAdd(weight, x2, a22);
    a23 = fusedMultiplyAdd(weight, x3, a23);
    weight = v128.load_splat<f32>(w, 12);
    a30 = fusedMultiplyAdd(weight, x0, a30);
    a31 = fusedMultiplyAdd(weight, x1, a31);
    a32 = fusedMultiplyAdd(weight, x2, a32);
    a33 = fusedMultiplyAdd(weight, x3, a33);
    weight = v128.load_splat<f32>(w, 16);
    a40 = fusedMultiplyAdd(weight, x0, a40);
    a41 = fusedMultiplyAdd(weight, x1, a41);
    a42 = fusedMultiplyAdd(weight, x2, a42);
    a43 = fusedMultiplyAdd(weight, x3, a43);
    weight = v128.load_splat<f32>(w, 20);
    a50 = fusedMultiplyAdd(weight, x0, a50);
    a51 = fusedMultiplyAdd(weight, x1, a51);
    a52 = fusedMultiplyAdd(weight, x2, a52);
    a53 = fusedMultiplyAdd(weight, x3, a53);
    w += wStride;
    x += 32;
    y += 32;
  }
  v128.store(out, a00, 0);
  v128.store(out, a01, 16);
  v128.store(out + outNext, a02, 0);
  v128.store(out + outNext, a03, 16);
  v128.store(out, a10, 32);
  v128.store(out, a11, 48);
  v128.store(out + outNext, a12, 32);
  v128.store(out + outNext, a13, 48);
  v128.store(out, a20, 64);
  v128.store(out, a21, 80);
  v128.store(out + outNext, a22, 64);
  v128.store(out + outNext, a23, 80);
  v128.store(out, a30, 96);
  v128.store(out, a31, 112);
  v128.store(out + outNext, a32, 96);
  v128.store(out + outNext, a33, 112);
  v128.store(out, a40, 128);
  v128.store(out, a41, 144);
  v128.store(out + outNext, a42, 128);
  v128.store(out + outNext, a43, 144);
  v128.store(out, a50, 160);
  v128.store(out, a51, 176);
  v128.store(out + outNext, a52, 160);
  v128.store(out + outNext, a53, 176);
}

function forward6x1(depth: i32, w: usize, wStride: usize, x: usize, xNext: usize, bias: usize, out: usize, outNext: usize, resume: bool): void {
  let a00 = v128.load_splat<f32>(bias, 0), a01 = a00;
  let a10 = v128.load_splat<f32>(bias, 4), a11 = a10;
  let a20 = v128.load_splat<f32>(bias, 8), a21 = a20;
  let a30 = v128.load_splat<f32>(bias, 12), a31 = a30;
  let a40 = v128.load_splat<f32>(bias, 16), a41 = a40;
  let a50 = v128.load_splat<f32>(bias, 20), a51 = a50;
  if (resume) {
    a00 = v128.load(out, 0);
    a01 = v128.load(out, 16);
    a10 = v128.load(out, 32);
    a11 = v128.load(out, 48);
    a20 = v128.load(out, 64);
    a21 = v128.load(out, 80);
    a30 = v128.load(out, 96);
    a31 = v128.load(out, 112);
    a40 = v128.load(out, 128);
    a41 = v128.load(out, 144);
    a50 = v128.load(out, 160);
    a51 = v128.load(out, 176);
  }
  const end = w + <usize>depth * wStride;
  while (w < end) {
    const x0 = v128.load(x), x1 = v128.load(x, 16);
    let weight: v128;
    weight = v128.load_splat<f32>(w, 0);
    a00 = fusedMultiplyAdd(weight, x0, a00);
    a01 = fusedMultiplyAdd(weight, x1, a01);
    weight = v128.load_splat<f32>(w, 4);
    a10 = fusedMultiplyAdd(weight, x0, a10);
    a11 = fusedMultiplyAdd(weight, x1, a11);
    weight = v128.load_splat<f32>(w, 8);
    a20 = fusedMultiplyAdd(weight, x0, a20);
    a21 = fusedMultiplyAdd(weight, x1, a21);
    weight = v128.load_splat<f32>(w, 12);
    a30 = fusedMultiplyAdd(weight, x0, a30);
    a31 = fusedMultiplyAdd(weight, x1, a31);
    weight = v128.load_splat<f32>(w, 16);
    a40 = fusedMultiplyAdd(weight, x0, a40);
    a41 = fusedMultiplyAdd(weight, x1, a41);
    weight = v128.load_splat<f32>(w, 20);
    a50 = fusedMultiplyAdd(weight, x0, a50);
    a51 = fusedMultiplyAdd(weight, x1, a51);
    w += wStride;
    x += 32;
  }
  v128.store(out, a00, 0);
  v128.store(out, a01, 16);
  v128.store(out, a10, 32);
  v128.store(out, a11, 48);
  v128.store(out, a20, 64);
  v128.store(out, a21, 80);
  v128.store(out, a30, 96);
  v128.store(out, a31, 112);
  v128.store(out, a40, 128);
  v128.store(out, a41, 144);
  v128.store(out, a50, 160);
  v128.store(out, a51, 176);
}

function forward5x2(depth: i32, w: usize, wStride: usize, x: usize, xNext: usize, bias: usize, out: usize, outNext: usize, resume: bool): void {
  let a00 = v128.load_splat<f32>(bias, 0), a01 = a00, a02 = a00, a03 = a00;
  let a10 = v128.load_splat<f32>(bias, 4), a11 = a10, a12 = a10, a13 = a10;
  let a20 = v128.load_splat<f32>(bias, 8), a21 = a20, a22 = a20, a23 = a20;
  let a30 = v128.load_splat<f32>(bias, 12), a31 = a30, a32 = a30, a33 = a30;
  let a40 = v128.load_splat<f32>(bias, 16), a41 = a40, a42 = a40, a43 = a40;
  if (resume) {
    a00 = v128.load(out, 0);
    a01 = v128.load(out, 16);
    a02 = v128.load(out + outNext, 0);
    a03 = v128.load(out + outNext, 16);
    a10 = v128.load(out, 32);
    a11 = v128.load(out, 48);
    a12 = v128.load(out + outNext, 32);
    a13 = v128.load(out + outNext, 48);
    a20 = v128.load(out, 64);
    a21 = v128.load(out, 80);
    a22 = v128.load(out + outNext, 64);
    a23 = v128.load(out + outNext, 80);
    a30 = v128.load(out, 96);
    a31 = v128.load(out, 112);
    a32 = v128.load(out + outNext, 96);
    a33 = v128.load(out + outNext, 112);
    a40 = v128.load(out, 128);
    a41 = v128.load(out, 144);
    a42 = v128.load(out + outNext, 128);
    a43 = v128.load(out + outNext, 144);
  }
  let y = x + xNext;
  const end = w + <usize>depth * wStride;
  while (w < end) {
    const x0 = v128.load(x), x1 = v128.load(x, 16);
    const x2 = v128.load(y, 0), x3 = v128.load(y, 16);
    let weight: v128;
    weight = v128.load_splat<f32>(w, 0);
    a00 = fusedMultiplyAdd(weight, x0, a00);
    a01 = fusedMultiplyAdd(weight, x1, a01);
    a02 = fusedMultiplyAdd(weight, x2, a02);
    a03 = fusedMultiplyAdd(weight, x3, a03);
    weight = v128.load_splat<f32>(w, 4);
    a10 = fusedMultiplyAdd(weight, x0, a10);
    a11 = fusedMultiplyAdd(weight, x1, a11);
    a12 = fusedMultiplyAdd(weight, x2, a12);
    a13 = fusedMultiplyAdd(weight, x3, a13);
    weight = v128.load_splat<f32>(w, 8);
    a20 = fusedMultiplyAdd(weight, x0, a20);
    a21 = fusedMultiplyAdd(weight, x1, a21);
    a22 = fusedMultiplyAdd(weight, x2, a22);
    a23 = fusedMultiplyAdd(weight, x3, a23);
    weight = v128.load_splat<f32>(w, 12);
    a30 = fusedMultiplyAdd(weight, x0, a30);
    a31 = fusedMultiplyAdd(weight, x1, a31);
    a32 = fusedMultiplyAdd(weight, x2, a32);
    a33 = fusedMultiplyAdd(weight, x3, a33);
    weight = v128.load_splat<f32>(w, 16);
    a40 = fusedMultiplyAdd(weight, x0, a40);
    a41 = fusedMultiplyAdd(weight, x1, a41);
    a42 = fusedMultiplyAdd(weight, x2, a42);
    a43 = fusedMultiplyAdd(weight, x3, a43);
    w += wStride;
    x += 32;
    y += 32;
  }
  v128.store(out, a00, 0);
  v128.store(out, a01, 16);
  v128.store(out + outNext, a02, 0);
  v128.store(out + outNext, a03, 16);
  v128.store(out, a10, 32);
  v128.store(out, a11, 48);
  v128.store(out + outNext, a12, 32);
  v128.store(out + outNext, a13, 48);
  v128.store(out, a20, 64);
  v128.store(out, a21, 80);
  v128.store(out + outNext, a22, 64);
  v128.store(out + outNext, a23, 80);
  v128.store(out, a30, 96);
  v128.store(out, a31, 112);
  v128.store(out + outNext, a32, 96);
  v128.store(out + outNext, a33, 112);
  v128.store(out, a40, 128);
  v128.store(out, a41, 144);
  v128.store(out + outNext, a42, 128);
  v128.store(out + outNext, a43, 144);
}

function forward5x1(depth: i32, w: usize, wStride: usize, x: usize, xNext: usize, bias: usize, out: usize, outNext: usize, resume: bool): void {
  let a00 = v128.load_splat<f32>(bias, 0), a01 = a00;
  let a10 = v128.load_splat<f32>(bias, 4), a11 = a10;
  let a20 = v128.load_splat<f32>(bias, 8), a21 = a20;
  let a30 = v128.load_splat<f32>(bias, 12), a31 = a30;
  let a40 = v128.load_splat<f32>(bias, 16), a41 = a40;
  if (resume) {
    a00 = v128.load(out, 0);
    a01 = v128.load(out, 16);
    a10 = v128.load(out, 32);
    a11 = v128.load(out, 48);
    a20 = v128.load(out, 64);
    a21 = v128.load(out, 80);
    a30 = v128.load(out, 96);
    a31 = v128.load(out, 112);
    a40 = v128.load(out, 128);
    a41 = v128.load(out, 144);
  }
  const end = w + <usize>depth * wStride;
  while (w < end) {
    const x0 = v128.load(x), x1 = v128.load(x, 16);
    let weight: v128;
    weight = v128.load_splat<f32>(w, 0);
    a00 = fusedMultiplyAdd(weight, x0, a00);
    a01 = fusedMultiplyAdd(weight, x1, a01);
    weight = v128.load_splat<f32>(w, 4);
    a10 = fusedMultiplyAdd(weight, x0, a10);
    a11 = fusedMultiplyAdd(weight, x1, a11);
    weight = v128.load_splat<f32>(w, 8);
    a20 = fusedMultiplyAdd(weight, x0, a20);
    a21 = fusedMultiplyAdd(weight, x1, a21);
    weight = v128.load_splat<f32>(w, 12);
    a30 = fusedMultiplyAdd(weight, x0, a30);
    a31 = fusedMultiplyAdd(weight, x1, a31);
    weight = v128.load_splat<f32>(w, 16);
    a40 = fusedMultiplyAdd(weight, x0, a40);
    a41 = fusedMultiplyAdd(weight, x1, a41);
    w += wStride;
    x += 32;
  }
  v128.store(out, a00, 0);
  v128.store(out, a01, 16);
  v128.store(out, a10, 32);
  v128.store(out, a11, 48);
  v128.store(out, a20, 64);
  v128.store(out, a21, 80);
  v128.store(out, a30, 96);
  v128.store(out, a31, 112);
  v128.store(out, a40, 128);
  v128.store(out, a41, 144);
}

function forward4x2(depth: i32, w: usize, wStride: usize, x: usize, xNext: usize, bias: usize, out: usize, outNext: usize, resume: bool): void {
  let a00 = v128.load_splat<f32>(bias, 0), a01 = a00, a02 = a00, a03 = a00;
  let a10 = v128.load_splat<f32>(bias, 4), a11 = a10, a12 = a10, a13 = a10;
  let a20 = v128.load_splat<f32>(bias, 8), a21 = a20, a22 = a20, a23 = a20;
  let a30 = v128.load_splat<f32>(bias, 12), a31 = a30, a32 = a30, a33 = a30;
  if (resume) {
    a00 = v128.load(out, 0);
    a01 = v128.load(out, 16);
    a02 = v128.load(out + outNext, 0);
    a03 = v128.load(out + outNext, 16);
    a10 = v128.load(out, 32);
    a11 = v128.load(out, 48);
    a12 = v128.load(out + outNext, 32);
    a13 = v128.load(out + outNext, 48);
    a20 = v128.load(out, 64);
    a21 = v128.load(out, 80);
    a22 = v128.load(out + outNext, 64);
    a23 = v128.load(out + outNext, 80);
    a30 = v128.load(out, 96);
    a31 = v128.load(out, 112);
    a32 = v128.load(out + outNext, 96);
    a33 = v128.load(out + outNext, 112);
  }
  let y = x + xNext;
  const end = w + <usize>depth * wStride;
  while (w < end) {
    const x0 = v128.load(x), x1 = v128.load(x, 16);
    const x2 = v128.load(y, 0), x3 = v128.load(y, 16);
    let weight: v128;
    weight = v128.load_splat<f32>(w, 0);
    a00 = fusedMultiplyAdd(weight, x0, a00);
    a01 = fusedMultiplyAdd(weight, x1, a01);
    a02 = fusedMultiplyAdd(weight, x2, a02);
    a03 = fusedMultiplyAdd(weight, x3, a03);
    weight = v128.load_splat<f32>(w, 4);
    a10 = fusedMultiplyAdd(weight, x0, a10);
    a11 = fusedMultiplyAdd(weight, x1, a11);
    a12 = fusedMultiplyAdd(weight, x2, a12);
    a13 = fusedMultiplyAdd(weight, x3, a13);
    weight = v128.load_splat<f32>(w, 8);
    a20 = fusedMultiplyAdd(weight, x0, a20);
    a21 = fusedMultiplyAdd(weight, x1, a21);
    a22 = fusedMultiplyAdd(weight, x2, a22);
    a23 = fusedMultiplyAdd(weight, x3, a23);
    weight = v128.load_splat<f32>(w, 12);
    a30 = fusedMultiplyAdd(weight, x0, a30);
    a31 = fusedMultiplyAdd(weight, x1, a31);
    a32 = fusedMultiplyAdd(weight, x2, a32);
    a33 = fusedMultiplyAdd(weight, x3, a33);
    w += wStride;
    x += 32;
    y += 32;
  }
  v128.store(out, a00, 0);
  v128.store(out, a01, 16);
  v128.store(out + outNext, a02, 0);
  v128.store(out + outNext, a03, 16);
  v128.store(out, a10, 32);
  v128.store(out, a11, 48);
  v128.store(out + outNext, a12, 32);
  v128.store(out + outNext, a13, 48);
  v128.store(out, a20, 64);
  v128.store(out, a21, 80);
  v128.store(out + outNext, a22, 64);
  v128.store(out + outNext, a23, 80);
  v128.store(out, a30, 96);
  v128.store(out, a31, 112);
  v128.store(out + outNext, a32, 96);
  v128.store(out + outNext, a33, 112);
}

function forward4x1(depth: i32, w: usize, wStride: usize, x: usize, xNext: usize, bias: usize, out: usize, outNext: usize, resume: bool): void {
  let a00 = v128.load_splat<f32>(bias, 0), a01 = a00;
  let a10 = v128.load_splat<f32>(bias, 4), a11 = a10;
  let a20 = v128.load_splat<f32>(bias, 8), a21 = a20;
  let a30 = v128.load_splat<f32>(bias, 12), a31 = a30;
  if (resume) {
    a00 = v128.load(out, 0);
    a01 = v128.load(out, 16);
    a10 = v128.load(out, 32);
    a11 = v128.load(out, 48);
    a20 = v128.load(out, 64);
    a21 = v128.load(out, 80);
    a30 = v128.load(out, 96);
    a31 = v128.load(out, 112);
  }
  const end = w + <usize>depth * wStride;
  while (w < end) {
    const x0 = v128.load(x), x1 = v128.load(x, 16);
    let weight: v128;
    weight = v128.load_splat<f32>(w, 0);
    a00 = fusedMultiplyAdd(weight, x0, a00);
    a01 = fusedMultiplyAdd(weight, x1, a01);
    weight = v128.load_splat<f32>(w, 4);
    a10 = fusedMultiplyAdd(weight, x0, a10);
    a11 = fusedMultiplyAdd(weight, x1, a11);
    weight = v128.load_splat<f32>(w, 8);
    a20 = fusedMultiplyAdd(weight, x0, a20);
    a21 = fusedMultiplyAdd(weight, x1, a21);
    weight = v128.load_splat<f32>(w, 12);
    a30 = fusedMultiplyAdd(weight, x0, a30);
    a31 = fusedMultiplyAdd(weight, x1, a31);
    w += wStride;
    x += 32;
  }
  v128.store(out, a00, 0);
  v128.store(out, a01, 16);
  v128.store(out, a10, 32);
  v128.store(out, a11, 48);
  v128.store(out, a20, 64);
  v128.store(out, a21, 80);
  v128.store(out, a30, 96);
  v128.store(out, a31, 112);
}

function forward3x2(depth: i32, w: usize, wStride: usize, x: usize, xNext: usize, bias: usize, out: usize, outNext: usize, resume: bool): void {
  let a00 = v128.load_splat<f32>(bias, 0), a01 = a00, a02 = a00, a03 = a00;
  let a10 = v128.load_splat<f32>(bias, 4), a11 = a10, a12 = a10, a13 = a10;
  let a20 = v128.load_splat<f32>(bias, 8), a21 = a20, a22 = a20, a23 = a20;
  if (resume) {
    a00 = v128.load(out, 0);
    a01 = v128.load(out, 16);
    a02 = v128.load(out + outNext, 0);
    a03 = v128.load(out + outNext, 16);
    a10 = v128.load(out, 32);
    a11 = v128.load(out, 48);
    a12 = v128.load(out + outNext, 32);
    a13 = v128.load(out + outNext, 48);
    a20 = v128.load(out, 64);
    a21 = v128.load(out, 80);
    a22 = v128.load(out + outNext, 64);
    a23 = v128.load(out + outNext, 80);
  }
  let y = x + xNext;
  const end = w + <usize>depth * wStride;
  while (w < end) {
    const x0 = v128.load(x), x1 = v128.load(x, 16);
    const x2 = v128.load(y, 0), x3 = v128.load(y, 16);
    let weight: v128;
    weight = v128.load_splat<f32>(w, 0);
    a00 = fusedMultiplyAdd(weight, x0, a00);
    a01 = fusedMultiplyAdd(weight, x1, a01);
    a02 = fusedMultiplyAdd(weight, x2, a02);
    a03 = fusedMultiplyAdd(weight, x3, a03);
    weight = v128.load_splat<f32>(w, 4);
    a10 = fusedMultiplyAdd(weight, x0, a10);
    a11 = fusedMultiplyAdd(weight, x1, a11);
    a12 = fusedMultiplyAdd(weight, x2, a12);
    a13 = fusedMultiplyAdd(weight, x3, a13);
    weight = v128.load_splat<f32>(w, 8);
    a20 = fusedMultiplyAdd(weight, x0, a20);
    a21 = fusedMultiplyAdd(weight, x1, a21);
    a22 = fusedMultiplyAdd(weight, x2, a22);
    a23 = fusedMultiplyAdd(weight, x3, a23);
    w += wStride;
    x += 32;
    y += 32;
  }
  v128.store(out, a00, 0);
  v128.store(out, a01, 16);
  v128.store(out + outNext, a02, 0);
  v128.store(out + outNext, a03, 16);
  v128.store(out, a10, 32);
  v128.store(out, a11, 48);
  v128.store(out + outNext, a12, 32);
  v128.store(out + outNext, a13, 48);
  v128.store(out, a20, 64);
  v128.store(out, a21, 80);
  v128.store(out + outNext, a22, 64);
  v128.store(out + outNext, a23, 80);
}

function forward3x1(depth: i32, w: usize, wStride: usize, x: usize, xNext: usize, bias: usize, out: usize, outNext: usize, resume: bool): void {
  let a00 = v128.load_splat<f32>(bias, 0), a01 = a00;
  let a10 = v128.load_splat<f32>(bias, 4), a11 = a10;
  let a20 = v128.load_splat<f32>(bias, 8), a21 = a20;
  if (resume) {
    a00 = v128.load(out, 0);
    a01 = v128.load(out, 16);
    a10 = v128.load(out, 32);
    a11 = v128.load(out, 48);
    a20 = v128.load(out, 64);
    a21 = v128.load(out, 80);
  }
  const end = w + <usize>depth * wStride;
  while (w < end) {
    const x0 = v128.load(x), x1 = v128.load(x, 16);
    let weight: v128;
    weight = v128.load_splat<f32>(w, 0);
    a00 = fusedMultiplyAdd(weight, x0, a00);
    a01 = fusedMultiplyAdd(weight, x1, a01);
    weight = v128.load_splat<f32>(w, 4);
    a10 = fusedMultiplyAdd(weight, x0, a10);
    a11 = fusedMultiplyAdd(weight, x1, a11);
    weight = v128.load_splat<f32>(w, 8);
    a20 = fusedMultiplyAdd(weight, x0, a20);
    a21 = fusedMultiplyAdd(weight, x1, a21);
    w += wStride;
    x += 32;
  }
  v128.store(out, a00, 0);
  v128.store(out, a01, 16);
  v128.store(out, a10, 32);
  v128.store(out, a11, 48);
  v128.store(out, a20, 64);
  v128.store(out, a21, 80);
}

function forward2x2(depth: i32, w: usize, wStride: usize, x: usize, xNext: usize, bias: usize, out: usize, outNext: usize, resume: bool): void {
  let a00 = v128.load_splat<f32>(bias, 0), a01 = a00, a02 = a00, a03 = a00;
  let a10 = v128.load_splat<f32>(bias, 4), a11 = a10, a12 = a10, a13 = a10;
  if (resume) {
    a00 = v128.load(out, 0);
    a01 = v128.load(out, 16);
    a02 = v128.load(out + outNext, 0);
    a03 = v128.load(out + outNext, 16);
    a10 = v128.load(out, 32);
    a11 = v128.load(out, 48);
    a12 = v128.load(out + outNext, 32);
    a13 = v128.load(out + outNext, 48);
  }
  let y = x + xNext;
  const end = w + <usize>depth * wStride;
  while (w < end) {
    const x0 = v128.load(x), x1 = v128.load(x, 16);
    const x2 = v128.load(y, 0), x3 = v128.load(y, 16);
    let weight: v128;
    weight = v128.load_splat<f32>(w, 0);
    a00 = fusedMultiplyAdd(weight, x0, a00);
    a01 = fusedMultiplyAdd(weight, x1, a01);
    a02 = fusedMultiplyAdd(weight, x2, a02);
    a03 = fusedMultiplyAdd(weight, x3, a03);
    weight = v128.load_splat<f32>(w, 4);
    a10 = fusedMultiplyAdd(weight, x0, a10);
    a11 = fusedMultiplyAdd(weight, x1, a11);
    a12 = fusedMultiplyAdd(weight, x2, a12);
    a13 = fusedMultiplyAdd(weight, x3, a13);
    w += wStride;
    x += 32;
    y += 32;
  }
  v128.store(out, a00, 0);
  v128.store(out, a01, 16);
  v128.store(out + outNext, a02, 0);
  v128.store(out + outNext, a03, 16);
  v128.store(out, a10, 32);
  v128.store(out, a11, 48);
  v128.store(out + outNext, a12, 32);
  v128.store(out + outNext, a13, 48);
}

function forward2x1(depth: i32, w: usize, wStride: usize, x: usize, xNext: usize, bias: usize, out: usize, outNext: usize, resume: bool): void {
  let a00 = v128.load_splat<f32>(bias, 0), a01 = a00;
  let a10 = v128.load_splat<f32>(bias, 4), a11 = a10;
  if (resume) {
    a00 = v128.load(out, 0);
    a01 = v128.load(out, 16);
    a10 = v128.load(out, 32);
    a11 = v128.load(out, 48);
  }
  const end = w + <usize>depth * wStride;
  while (w < end) {
    const x0 = v128.load(x), x1 = v128.load(x, 16);
    let weight: v128;
    weight = v128.load_splat<f32>(w, 0);
    a00 = fusedMultiplyAdd(weight, x0, a00);
    a01 = fusedMultiplyAdd(weight, x1, a01);
    weight = v128.load_splat<f32>(w, 4);
    a10 = fusedMultiplyAdd(weight, x0, a10);
    a11 = fusedMultiplyAdd(weight, x1, a11);
    w += wStride;
    x += 32;
  }
  v128.store(out, a00, 0);
  v128.store(out, a01, 16);
  v128.store(out, a10, 32);
  v128.store(out, a11, 48);
}

function forward1x2(depth: i32, w: usize, wStride: usize, x: usize, xNext: usize, bias: usize, out: usize, outNext: usize, resume: bool): void {
  let a00 = v128.load_splat<f32>(bias, 0), a01 = a00, a02 = a00, a03 = a00;
  if (resume) {
    a00 = v128.load(out, 0);
    a01 = v128.load(out, 16);
    a02 = v128.load(out + outNext, 0);
    a03 = v128.load(out + outNext, 16);
  }
  let y = x + xNext;
  const end = w + <usize>depth * wStride;
  while (w < end) {
    const x0 = v128.load(x), x1 = v128.load(x, 16);
    const x2 = v128.load(y, 0), x3 = v128.load(y, 16);
    let weight: v128;
    weight = v128.load_splat<f32>(w, 0);
    a00 = fusedMultiplyAdd(weight, x0, a00);
    a01 = fusedMultiplyAdd(weight, x1, a01);
    a02 = fusedMultiplyAdd(weight, x2, a02);
    a03 = fusedMultiplyAdd(weight, x3, a03);
    w += wStride;
    x += 32;
    y += 32;
  }
  v128.store(out, a00, 0);
  v128.store(out, a01, 16);
  v128.store(out + outNext, a02, 0);
  v128.store(out + outNext, a03, 16);
}

function forward1x1(depth: i32, w: usize, wStride: usize, x: usize, xNext: usize, bias: usize, out: usize, outNext: usize, resume: bool): void {
  let a00 = v128.load_splat<f32>(bias, 0), a01 = a00;
  if (resume) {
    a00 = v128.load(out, 0);
    a01 = v128.load(out, 16);
  }
  const end = w + <usize>depth * wStride;
  while (w < end) {
    const x0 = v128.load(x), x1 = v128.load(x, 16);
    let weight: v128;
    weight = v128.load_splat<f32>(w, 0);
    a00 = fusedMultiplyAdd(weight, x0, a00);
    a01 = fusedMultiplyAdd(weight, x1, a01);
    w += wStride;
    x += 32;
  }
  v128.store(out, a00, 0);
  v128.store(out, a01, 16);
}

function backward6x2(panels: i32, w: usize, panelBytes: usize, z: usize, zNext: usize, out: usize, outNext: usize): void {
  const zero = f32x4.splat(0);
  let a00 = zero, a01 = zero, a02 = zero, a03 = zero;
  let a10 = zero, a11 = zero, a12 = zero, a13 = zero;
  let a20 = zero, a21 = zero, a22 = zero, a23 = zero;
  let a30 = zero, a31 = zero, a32 = zero, a33 = zero;
  let a40 = zero, a41 = zero, a42 = zero, a43 = zero;
  let a50 = zero, a51 = zero, a52 = zero, a53 = zero;
  let x = z;
  let y = z + zNext;
  const last = w + <usize>panels * panelBytes;
  do {
    const end = w + 64;
    while (w < end) {
      const x0 = v128.load(x), x1 = v128.load(x, 16);
      const x2 = v128.load(y, 0), x3 = v128.load(y, 16);
      let weight: v128;
      weight = v128.load_splat<f32>(w, 0);
      a00 = fusedMultiplyAdd(weight, x0, a00);
      a01 = fusedMultiplyAdd(weight, x1, a01);
      a02 = fusedMultiplyAdd(weight, x2, a02);
      a03 = fusedMultiplyAdd(weight, x3, a03);
      weight = v128.load_splat<f32>(w, 64);
      a10 = fusedMultiplyAdd(weight, x0, a10);
      a11 = fusedMultiplyAdd(weight, x1, a11);
      a12 = fusedMultiplyAdd(weight, x2, a12);
      a13 = fusedMultiplyAdd(weight, x3, a13);
      weight = v128.load_splat<f32>(w, 128);
      a20 = fusedMultiplyAdd(weight, x0, a20);
      a21 = fusedMultiplyAdd(weight, x1, a21);
      a22 = fusedMultiplyAdd(weight, x2, a22);
      a23 = fusedMultiplyAdd(weight, x3, a23);
      weight = v128.load_splat<f32>(w, 192);
      a30 = fusedMultiplyAdd(weight, x0, a30);
      a31 = fusedMultiplyAdd(weight, x1, a31);
      a32 = fusedMultiplyAdd(weight, x2, a32);
      a33 = fusedMultiplyAdd(weight, x3, a33);
      weight = v128.load_splat<f32>(w, 256);
      a40 = fusedMultiplyAdd(weight, x0, a40);
      a41 = fusedMultiplyAdd(weight, x1, a41);
      a42 = fusedMultiplyAdd(weight, x2, a42);
      a43 = fusedMultiplyAdd(weight, x3, a43);
      weight = v128.load_splat<f32>(w, 320);
      a50 = fusedMultiplyAdd(weight, x0, a50);
      a51 = fusedMultiplyAdd(weight, x1, a51);
      a52 = fusedMultiplyAdd(weight, x2, a52);
      a53 = fusedMultiplyAdd(weight, x3, a53);
      w += 4;
      x += 32;
      y += 32;
    }
    w += panelBytes - 64;
  } while (w < last);
  v128.store(out, a00, 0);
  v128.store(out, a01, 16);
  v128.store(out + outNext, a02, 0);
  v128.store(out + outNext, a03, 16);
  v128.store(out, a10, 32);
  v128.store(out, a11, 48);
  v128.store(out + outNext, a12, 32);
  v128.store(out + outNext, a13, 48);
  v128.store(out, a20, 64);
  v128.store(out, a21, 80);
  v128.store(out + outNext, a22, 64);
  v128.store(out + outNext, a23, 80);
  v128.store(out, a30, 96);
  v128.store(out, a31, 112);
  v128.store(out + outNext, a32, 96);
  v128.store(out + outNext, a33, 112);
  v128.store(out, a40, 128);
  v128.store(out, a41, 144);
  v128.store(out + outNext, a42, 128);
  v128.store(out + outNext, a43, 144);
  v128.store(out, a50, 160);
  v128.store(out, a51, 176);
  v128.store(out + outNext, a52, 160);
  v128.store(out + outNext, a53, 176);
}

function backward6x1(panels: i32, w: usize, panelBytes: usize, z: usize, zNext: usize, out: usize, outNext: usize): void {
  const zero = f32x4.splat(0);
  let a00 = zero, a01 = zero;
  let a10 = zero, a11 = zero;
  let a20 = zero, a21 = zero;
  let a30 = zero, a31 = zero;
  let a40 = zero, a41 = zero;
  let a50 = zero, a51 = zero;
  let x = z;
  const last = w + <usize>panels * panelBytes;
  do {
    const end = w + 64;
    while (w < end) {
      const x0 = v128.load(x), x1 = v128.load(x, 16);
      let weight: v128;
      weight = v128.load_splat<f32>(w, 0);
      a00 = fusedMultiplyAdd(weight, x0, a00);
      a01 = fusedMultiplyAdd(weight, x1, a01);
      weight = v128.load_splat<f32>(w, 64);
      a10 = fusedMultiplyAdd(weight, x0, a10);
      a11 = fusedMultiplyAdd(weight, x1, a11);
      weight = v128.load_splat<f32>(w, 128);
      a20 = fusedMultiplyAdd(weight, x0, a20);
      a21 = fusedMultiplyAdd(weight, x1, a21);
      weight = v128.load_splat<f32>(w, 192);
      a30 = fusedMultiplyAdd(weight, x0, a30);
      a31 = fusedMultiplyAdd(weight, x1, a31);
      weight = v128.load_splat<f32>(w, 256);
      a40 = fusedMultiplyAdd(weight, x0, a40);
      a41 = fusedMultiplyAdd(weight, x1, a41);
      weight = v128.load_splat<f32>(w, 320);
      a50 = fusedMultiplyAdd(weight, x0, a50);
      a51 = fusedMultiplyAdd(weight, x1, a51);
      w += 4;
      x += 32;
    }
    w += panelBytes - 64;
  } while (w < last);
  v128.store(out, a00, 0);
  v128.store(out, a01, 16);
  v128.store(out, a10, 32);
  v128.store(out, a11, 48);
  v128.store(out, a20, 64);
  v128.store(out, a21, 80);
  v128.store(out, a30, 96);
  v128.store(out, a31, 112);
  v128.store(out, a40, 128);
  v128.store(out, a41, 144);
  v128.store(out, a50, 160);
  v128.store(out, a51, 176);
}

function backward5x2(panels: i32, w: usize, panelBytes: usize, z: usize, zNext: usize, out: usize, outNext: usize): void {
  const zero = f32x4.splat(0);
  let a00 = zero, a01 = zero, a02 = zero, a03 = zero;
  let a10 = zero, a11 = zero, a12 = zero, a13 = zero;
  let a20 = zero, a21 = zero, a22 = zero, a23 = zero;
  let a30 = zero, a31 = zero, a32 = zero, a33 = zero;
  let a40 = zero, a41 = zero, a42 = zero, a43 = zero;
  let x = z;
  let y = z + zNext;
  const last = w + <usize>panels * panelBytes;
  do {
    const end = w + 64;
    while (w < end) {
      const x0 = v128.load(x), x1 = v128.load(x, 16);
      const x2 = v128.load(y, 0), x3 = v128.load(y, 16);
      let weight: v128;
      weight = v128.load_splat<f32>(w, 0);
      a00 = fusedMultiplyAdd(weight, x0, a00);
      a01 = fusedMultiplyAdd(weight, x1, a01);
      a02 = fusedMultiplyAdd(weight, x2, a02);
      a03 = fusedMultiplyAdd(weight, x3, a03);
      weight = v128.load_splat<f32>(w, 64);
      a10 = fusedMultiplyAdd(weight, x0, a10);
      a11 = fusedMultiplyAdd(weight, x1, a11);
      a12 = fusedMultiplyAdd(weight, x2, a12);
      a13 = fusedMultiplyAdd(weight, x3, a13);
      weight = v128.load_splat<f32>(w, 128);
      a20 = fusedMultiplyAdd(weight, x0, a20);
      a21 = fusedMultiplyAdd(weight, x1, a21);
      a22 = fusedMultiplyAdd(weight, x2, a22);
      a23 = fusedMultiplyAdd(weight, x3, a23);
      weight = v128.load_splat<f32>(w, 192);
      a30 = fusedMultiplyAdd(weight, x0, a30);
      a31 = fusedMultiplyAdd(weight, x1, a31);
      a32 = fusedMultiplyAdd(weight, x2, a32);
      a33 = fusedMultiplyAdd(weight, x3, a33);
      weight = v128.load_splat<f32>(w, 256);
      a40 = fusedMultiplyAdd(weight, x0, a40);
      a41 = fusedMultiplyAdd(weight, x1, a41);
      a42 = fusedMultiplyAdd(weight, x2, a42);
      a43 = fusedMultiplyAdd(weight, x3, a43);
      w += 4;
      x += 32;
      y += 32;
    }
    w += panelBytes - 64;
  } while (w < last);
  v128.store(out, a00, 0);
  v128.store(out, a01, 16);
  v128.store(out + outNext, a02, 0);
  v128.store(out + outNext, a03, 16);
  v128.store(out, a10, 32);
  v128.store(out, a11, 48);
  v128.store(out + outNext, a12, 32);
  v128.store(out + outNext, a13, 48);
  v128.store(out, a20, 64);
  v128.store(out, a21, 80);
  v128.store(out + outNext, a22, 64);
  v128.store(out + outNext, a23, 80);
  v128.store(out, a30, 96);
  v128.store(out, a31, 112);
  v128.store(out + outNext, a32, 96);
  v128.store(out + outNext, a33, 112);
  v128.store(out, a40, 128);
  v128.store(out, a41, 144);
  v128.store(out + outNext, a42, 128);
  v128.store(out + outNext, a43, 144);
}

function backward5x1(panels: i32, w: usize, panelBytes: usize, z: usize, zNext: usize, out: usize, outNext: usize): void {
  const zero = f32x4.splat(0);
  let a00 = zero, a01 = zero;
  let a10 = zero, a11 = zero;
  let a20 = zero, a21 = zero;
  let a30 = zero, a31 = zero;
  let a40 = zero, a41 = zero;
  let x = z;
  const last = w + <usize>panels * panelBytes;
  do {
    const end = w + 64;
    while (w < end) {
      const x0 = v128.load(x), x1 = v128.load(x, 16);
      let weight: v128;
      weight = v128.load_splat<f32>(w, 0);
      a00 = fusedMultiplyAdd(weight, x0, a00);
      a01 = fusedMultiplyAdd(weight, x1, a01);
      weight = v128.load_splat<f32>(w, 64);
      a10 = fusedMultiplyAdd(weight, x0, a10);
      a11 = fusedMultiplyAdd(weight, x1, a11);
      weight = v128.load_splat<f32>(w, 128);
      a20 = fusedMultiplyAdd(weight, x0, a20);
      a21 = fusedMultiplyAdd(weight, x1, a21);
      weight = v128.load_splat<f32>(w, 192);
      a30 = fusedMultiplyAdd(weight, x0, a30);
      a31 = fusedMultiplyAdd(weight, x1, a31);
      weight = v128.load_splat<f32>(w, 256);
      a40 = fusedMultiplyAdd(weight, x0, a40);
      a41 = fusedMultiplyAdd(weight, x1, a41);
      w += 4;
      x += 32;
    }
    w += panelBytes - 64;
  } while (w < last);
  v128.store(out, a00, 0);
  v128.store(out, a01, 16);
  v128.store(out, a10, 32);
  v128.store(out, a11, 48);
  v128.store(out, a20, 64);
  v128.store(out, a21, 80);
  v128.store(out, a30, 96);
  v128.store(out, a31, 112);
  v128.store(out, a40, 128);
  v128.store(out, a41, 144);
}

function backward4x2(panels: i32, w: usize, panelBytes: usize, z: usize, zNext: usize, out: usize, outNext: usize): void {
  const zero = f32x4.splat(0);
  let a00 = zero, a01 = zero, a02 = zero, a03 = zero;
  let a10 = zero, a11 = zero, a12 = zero, a13 = zero;
  let a20 = zero, a21 = zero, a22 = zero, a23 = zero;
  let a30 = zero, a31 = zero, a32 = zero, a33 = zero;
  let x = z;
  let y = z + zNext;
  const last = w + <usize>panels * panelBytes;
  do {
    const end = w + 64;
    while (w < end) {
      const x0 = v128.load(x), x1 = v128.load(x, 16);
      const x2 = v128.load(y, 0), x3 = v128.load(y, 16);
      let weight: v128;
      weight = v128.load_splat<f32>(w, 0);
      a00 = fusedMultiplyAdd(weight, x0, a00);
      a01 = fusedMultiplyAdd(weight, x1, a01);
      a02 = fusedMultiplyAdd(weight, x2, a02);
      a03 = fusedMultiplyAdd(weight, x3, a03);
      weight = v128.load_splat<f32>(w, 64);
      a10 = fusedMultiplyAdd(weight, x0, a10);
      a11 = fusedMultiplyAdd(weight, x1, a11);
      a12 = fusedMultiplyAdd(weight, x2, a12);
      a13 = fusedMultiplyAdd(weight, x3, a13);
      weight = v128.load_splat<f32>(w, 128);
      a20 = fusedMultiplyAdd(weight, x0, a20);
      a21 = fusedMultiplyAdd(weight, x1, a21);
      a22 = fusedMultiplyAdd(weight, x2, a22);
      a23 = fusedMultiplyAdd(weight, x3, a23);
      weight = v128.load_splat<f32>(w, 192);
      a30 = fusedMultiplyAdd(weight, x0, a30);
      a31 = fusedMultiplyAdd(weight, x1, a31);
      a32 = fusedMultiplyAdd(weight, x2, a32);
      a33 = fusedMultiplyAdd(weight, x3, a33);
      w += 4;
      x += 32;
      y += 32;
    }
    w += panelBytes - 64;
  } while (w < last);
  v128.store(out, a00, 0);
  v128.store(out, a01, 16);
  v128.store(out + outNext, a02, 0);
  v128.store(out + outNext, a03, 16);
  v128.store(out, a10, 32);
  v128.store(out, a11, 48);
  v128.store(out + outNext, a12, 32);
  v128.store(out + outNext, a13, 48);
  v128.store(out, a20, 64);
  v128.store(out, a21, 80);
  v128.store(out + outNext, a22, 64);
  v128.store(out + outNext, a23, 80);
  v128.store(out, a30, 96);
  v128.store(out, a31, 112);
  v128.store(out + outNext, a32, 96);
  v128.store(out + outNext, a33, 112);
}

function backward4x1(panels: i32, w: usize, panelBytes: usize, z: usize, zNext: usize, out: usize, outNext: usize): void {
  const zero = f32x4.splat(0);
  let a00 = zero, a01 = zero;
  let a10 = zero, a11 = zero;
  let a20 = zero, a21 = zero;
  let a30 = zero, a31 = zero;
  let x = z;
  const last = w + <usize>panels * panelBytes;
  do {
    const end = w + 64;
    while (w < end) {
      const x0 = v128.load(x), x1 = v128.load(x, 16);
      let weight: v128;
      weight = v128.load_splat<f32>(w, 0);
      a00 = fusedMultiplyAdd(weight, x0, a00);
      a01 = fusedMultiplyAdd(weight, x1, a01);
      weight = v128.load_splat<f32>(w, 64);
      a10 = fusedMultiplyAdd(weight, x0, a10);
      a11 = fusedMultiplyAdd(weight, x1, a11);
      weight = v128.load_splat<f32>(w, 128);
      a20 = fusedMultiplyAdd(weight, x0, a20);
      a21 = fusedMultiplyAdd(weight, x1, a21);
      weight = v128.load_splat<f32>(w, 192);
      a30 = fusedMultiplyAdd(weight, x0, a30);
      a31 = fusedMultiplyAdd(weight, x1, a31);
      w += 4;
      x += 32;
    }
    w += panelBytes - 64;
  } while (w < last);
  v128.store(out, a00, 0);
  v128.store(out, a01, 16);
  v128.store(out, a10, 32);
  v128.store(out, a11, 48);
  v128.store(out, a20, 64);
  v128.store(out, a21, 80);
  v128.store(out, a30, 96);
  v128.store(out, a31, 112);
}

function backward3x2(panels: i32, w: usize, panelBytes: usize, z: usize, zNext: usize, out: usize, outNext: usize): void {
  const zero = f32x4.splat(0);
  let a00 = zero, a01 = zero, a02 = zero, a03 = zero;
  let a10 = zero, a11 = zero, a12 = zero, a13 = zero;
  let a20 = zero, a21 = zero, a22 = zero, a23 = zero;
  let x = z;
  let y = z + zNext;
  const last = w + <usize>panels * panelBytes;
  do {
    const end = w + 64;
    while (w < end) {
      const x0 = v128.load(x), x1 = v128.load(x, 16);
      const x2 = v128.load(y, 0), x3 = v128.load(y, 16);
      let weight: v128;
      weight = v128.load_splat<f32>(w, 0);
      a00 = fusedMultiplyAdd(weight, x0, a00);
      a01 = fusedMultiplyAdd(weight, x1, a01);
      a02 = fusedMultiplyAdd(weight, x2, a02);
      a03 = fusedMultiplyAdd(weight, x3, a03);
      weight = v128.load_splat<f32>(w, 64);
      a10 = fusedMultiplyAdd(weight, x0, a10);
      a11 = fusedMultiplyAdd(weight, x1, a11);
      a12 = fusedMultiplyAdd(weight, x2, a12);
      a13 = fusedMultiplyAdd(weight, x3, a13);
      weight = v128.load_splat<f32>(w, 128);
      a20 = fusedMultiplyAdd(weight, x0, a20);
      a21 = fusedMultiplyAdd(weight, x1, a21);
      a22 = fusedMultiplyAdd(weight, x2, a22);
      a23 = fusedMultiplyAdd(weight, x3, a23);
      w += 4;
      x += 32;
      y += 32;
    }
    w += panelBytes - 64;
  } while (w < last);
  v128.store(out, a00, 0);
  v128.store(out, a01, 16);
  v128.store(out + outNext, a02, 0);
  v128.store(out + outNext, a03, 16);
  v128.store(out, a10, 32);
  v128.store(out, a11, 48);
  v128.store(out + outNext, a12, 32);
  v128.store(out + outNext, a13, 48);
  v128.store(out, a20, 64);
  v128.store(out, a21, 80);
  v128.store(out + outNext, a22, 64);
  v128.store(out + outNext, a23, 80);
}

function backward3x1(panels: i32, w: usize, panelBytes: usize, z: usize, zNext: usize, out: usize, outNext: usize): void {
  const zero = f32x4.splat(0);
  let a00 = zero, a01 = zero;
  let a10 = zero, a11 = zero;
  let a20 = zero, a21 = zero;
  let x = z;
  const last = w + <usize>panels * panelBytes;
  do {
    const end = w + 64;
    while (w < end) {
      const x0 = v128.load(x), x1 = v128.load(x, 16);
      let weight: v128;
      weight = v128.load_splat<f32>(w, 0);
      a00 = fusedMultiplyAdd(weight, x0, a00);
      a01 = fusedMultiplyAdd(weight, x1, a01);
      weight = v128.load_splat<f32>(w, 64);
      a10 = fusedMultiplyAdd(weight, x0, a10);
      a11 = fusedMultiplyAdd(weight, x1, a11);
      weight = v128.load_splat<f32>(w, 128);
      a20 = fusedMultiplyAdd(weight, x0, a20);
      a21 = fusedMultiplyAdd(weight, x1, a21);
      w += 4;
      x += 32;
    }
    w += panelBytes - 64;
  } while (w < last);
  v128.store(out, a00, 0);
  v128.store(out, a01, 16);
  v128.store(out, a10, 32);
  v128.store(out, a11, 48);
  v128.store(out, a20, 64);
  v128.store(out, a21, 80);
}

function backward2x2(panels: i32, w: usize, panelBytes: usize, z: usize, zNext: usize, out: usize, outNext: usize): void {
  const zero = f32x4.splat(0);
  let a00 = zero, a01 = zero, a02 = zero, a03 = zero;
  let a10 = zero, a11 = zero, a12 = zero, a13 = zero;
  let x = z;
  let y = z + zNext;
  const last = w + <usize>panels * panelBytes;
  do {
    const end = w + 64;
    while (w < end) {
      const x0 = v128.load(x), x1 = v128.load(x, 16);
      const x2 = v128.load(y, 0), x3 = v128.load(y, 16);
      let weight: v128;
      weight = v128.load_splat<f32>(w, 0);
      a00 = fusedMultiplyAdd(weight, x0, a00);
      a01 = fusedMultiplyAdd(weight, x1, a01);
      a02 = fusedMultiplyAdd(weight, x2, a02);
      a03 = fusedMultiplyAdd(weight, x3, a03);
      weight = v128.load_splat<f32>(w, 64);
      a10 = fusedMultiplyAdd(weight, x0, a10);
      a11 = fusedMultiplyAdd(weight, x1, a11);
      a12 = fusedMultiplyAdd(weight, x2, a12);
      a13 = fusedMultiplyAdd(weight, x3, a13);
      w += 4;
      x += 32;
      y += 32;
    }
    w += panelBytes - 64;
  } while (w < last);
  v128.store(out, a00, 0);
  v128.store(out, a01, 16);
  v128.store(out + outNext, a02, 0);
  v128.store(out + outNext, a03, 16);
  v128.store(out, a10, 32);
  v128.store(out, a11, 48);
  v128.store(out + outNext, a12, 32);
  v128.store(out + outNext, a13, 48);
}

function backward2x1(panels: i32, w: usize, panelBytes: usize, z: usize, zNext: usize, out: usize, outNext: usize): void {
  const zero = f32x4.splat(0);
  let a00 = zero, a01 = zero;
  let a10 = zero, a11 = zero;
  let x = z;
  const last = w + <usize>panels * panelBytes;
  do {
    const end = w + 64;
    while (w < end) {
      const x0 = v128.load(x), x1 = v128.load(x, 16);
      let weight: v128;
      weight = v128.load_splat<f32>(w, 0);
      a00 = fusedMultiplyAdd(weight, x0, a00);
      a01 = fusedMultiplyAdd(weight, x1, a01);
      weight = v128.load_splat<f32>(w, 64);
      a10 = fusedMultiplyAdd(weight, x0, a10);
      a11 = fusedMultiplyAdd(weight, x1, a11);
      w += 4;
      x += 32;
    }
    w += panelBytes - 64;
  } while (w < last);
  v128.store(out, a00, 0);
  v128.store(out, a01, 16);
  v128.store(out, a10, 32);
  v128.store(out, a11, 48);
}

function backward1x2(panels: i32, w: usize, panelBytes: usize, z: usize, zNext: usize, out: usize, outNext: usize): void {
  const zero = f32x4.splat(0);
  let a00 = zero, a01 = zero, a02 = zero, a03 = zero;
  let x = z;
  let y = z + zNext;
  const last = w + <usize>panels * panelBytes;
  do {
    const end = w + 64;
    while (w < end) {
      const x0 = v128.load(x), x1 = v128.load(x, 16);
      const x2 = v128.load(y, 0), x3 = v128.load(y, 16);
      let weight: v128;
      weight = v128.load_splat<f32>(w, 0);
      a00 = fusedMultiplyAdd(weight, x0, a00);
      a01 = fusedMultiplyAdd(weight, x1, a01);
      a02 = fusedMultiplyAdd(weight, x2, a02);
      a03 = fusedMultiplyAdd(weight, x3, a03);
      w += 4;
      x += 32;
      y += 32;
    }
    w += panelBytes - 64;
  } while (w < last);
  v128.store(out, a00, 0);
  v128.store(out, a01, 16);
  v128.store(out + outNext, a02, 0);
  v128.store(out + outNext, a03, 16);
}

function backward1x1(panels: i32, w: usize, panelBytes: usize, z: usize, zNext: usize, out: usize, outNext: usize): void {
  const zero = f32x4.splat(0);
  let a00 = zero, a01 = zero;
  let x = z;
  const last = w + <usize>panels * panelBytes;
  do {
    const end = w + 64;
    while (w < end) {
      const x0 = v128.load(x), x1 = v128.load(x, 16);
      let weight: v128;
      weight = v128.load_splat<f32>(w, 0);
      a00 = fusedMultiplyAdd(weight, x0, a00);
      a01 = fusedMultiplyAdd(weight, x1, a01);
      w += 4;
      x += 32;
    }
    w += panelBytes - 64;
  } while (w < last);
  v128.store(out, a00, 0);
  v128.store(out, a01, 16);
}

function outer6x2(blocks: i32, w: usize, blockBytes: usize, z: usize, out: usize): void {
  const zero = f32x4.splat(0);
  let a00 = zero, a01 = zero, a02 = zero, a03 = zero;
  let a10 = zero, a11 = zero, a12 = zero, a13 = zero;
  let a20 = zero, a21 = zero, a22 = zero, a23 = zero;
  let a30 = zero, a31 = zero, a32 = zero, a33 = zero;
  let a40 = zero, a41 = zero, a42 = zero, a43 = zero;
  let a50 = zero, a51 = zero, a52 = zero, a53 = zero;
  let x = z;
  const last = w + <usize>blocks * blockBytes;
  do {
    const end = w + 32;
    while (w < end) {
      const x0 = v128.load(x), x1 = v128.load(x, 16);
      const x2 = v128.load(x, 32), x3 = v128.load(x, 48);
      let weight: v128;
      weight = v128.load_splat<f32>(w, 0);
      a00 = fusedMultiplyAdd(weight, x0, a00);
      a01 = fusedMultiplyAdd(weight, x1, a01);
      a02 = fusedMultiplyAdd(weight, x2, a02);
      a03 = fusedMultiplyAdd(weight, x3, a03);
      weight = v128.load_splat<f32>(w, 32);
      a10 = fusedMultiplyAdd(weight, x0, a10);
      a11 = fusedMultiplyAdd(weight, x1, a11);
      a12 = fusedMultiplyAdd(weight, x2, a12);
      a13 = fusedMultiplyAdd(weight, x3, a13);
      weight = v128.load_splat<f32>(w, 64);
      a20 = fusedMultiplyAdd(weight, x0, a20);
      a21 = fusedMultiplyAdd(weight, x1, a21);
      a22 = fusedMultiplyAdd(weight, x2, a22);
      a23 = fusedMultiplyAdd(weight, x3, a23);
      weight = v128.load_splat<f32>(w, 96);
      a30 = fusedMultiplyAdd(weight, x0, a30);
      a31 = fusedMultiplyAdd(weight, x1, a31);
      a32 = fusedMultiplyAdd(weight, x2, a32);
      a33 = fusedMultiplyAdd(weight, x3, a33);
      weight = v128.load_splat<f32>(w, 128);
      a40 = fusedMultiplyAdd(weight, x0, a40);
      a41 = fusedMultiplyAdd(weight, x1, a41);
      a42 = fusedMultiplyAdd(weight, x2, a42);
      a43 = fusedMultiplyAdd(weight, x3, a43);
      weight = v128.load_splat<f32>(w, 160);
      a50 = fusedMultiplyAdd(weight, x0, a50);
      a51 = fusedMultiplyAdd(weight, x1, a51);
      a52 = fusedMultiplyAdd(weight, x2, a52);
      a53 = fusedMultiplyAdd(weight, x3, a53);
      w += 4;
      x += 64;
    }
    w += blockBytes - 32;
  } while (w < last);
  v128.store(out, a00, 0);
  v128.store(out, a01, 16);
  v128.store(out, a02, 32);
  v128.store(out, a03, 48);
  v128.store(out, a10, 64);
  v128.store(out, a11, 80);
  v128.store(out, a12, 96);
  v128.store(out, a13, 112);
  v128.store(out, a20, 128);
  v128.store(out, a21, 144);
  v128.store(out, a22, 160);
  v128.store(out, a23, 176);
  v128.store(out, a30, 192);
  v128.store(out, a31, 208);
  v128.store(out, a32, 224);
  v128.store(out, a33, 240);
  v128.store(out, a40, 256);
  v128.store(out, a41, 272);
  v128.store(out, a42, 288);
  v128.store(out, a43, 304);
  v128.store(out, a50, 320);
  v128.store(out, a51, 336);
  v128.store(out, a52, 352);
  v128.store(out, a53, 368);
}

function outer6x1(blocks: i32, w: usize, blockBytes: usize, z: usize, out: usize): void {
  const zero = f32x4.splat(0);
  let a00 = zero, a01 = zero;
  let a10 = zero, a11 = zero;
  let a20 = zero, a21 = zero;
  let a30 = zero, a31 = zero;
  let a40 = zero, a41 = zero;
  let a50 = zero, a51 = zero;
  let x = z;
  const last = w + <usize>blocks * blockBytes;
  do {
    const end = w + 32;
    while (w < end) {
      const x0 = v128.load(x), x1 = v128.load(x, 16);
      let weight: v128;
      weight = v128.load_splat<f32>(w, 0);
      a00 = fusedMultiplyAdd(weight, x0, a00);
      a01 = fusedMultiplyAdd(weight, x1, a01);
      weight = v128.load_splat<f32>(w, 32);
      a10 = fusedMultiplyAdd(weight, x0, a10);
      a11 = fusedMultiplyAdd(weight, x1, a11);
      weight = v128.load_splat<f32>(w, 64);
      a20 = fusedMultiplyAdd(weight, x0, a20);
      a21 = fusedMultiplyAdd(weight, x1, a21);
      weight = v128.load_splat<f32>(w, 96);
      a30 = fusedMultiplyAdd(weight, x0, a30);
      a31 = fusedMultiplyAdd(weight, x1, a31);
      weight = v128.load_splat<f32>(w, 128);
      a40 = fusedMultiplyAdd(weight, x0, a40);
      a41 = fusedMultiplyAdd(weight, x1, a41);
      weight = v128.load_splat<f32>(w, 160);
      a50 = fusedMultiplyAdd(weight, x0, a50);
      a51 = fusedMultiplyAdd(weight, x1, a51);
      w += 4;
      x += 64;
    }
    w += blockBytes - 32;
  } while (w < last);
  v128.store(out, a00, 0);
  v128.store(out, a01, 16);
  v128.store(out, a10, 64);
  v128.store(out, a11, 80);
  v128.store(out, a20, 128);
  v128.store(out, a21, 144);
  v128.store(out, a30, 192);
  v128.store(out, a31, 208);
  v128.store(out, a40, 256);
  v128.store(out, a41, 272);
  v128.store(out, a50, 320);
  v128.store(out, a51, 336);
}

function outer5x2(blocks: i32, w: usize, blockBytes: usize, z: usize, out: usize): void {
  const zero = f32x4.splat(0);
  let a00 = zero, a01 = zero, a02 = zero, a03 = zero;
  let a10 = zero, a11 = zero, a12 = zero, a13 = zero;
  let a20 = zero, a21 = zero, a22 = zero, a23 = zero;
  let a30 = zero, a31 = zero, a32 = zero, a33 = zero;
  let a40 = zero, a41 = zero, a42 = zero, a43 = zero;
  let x = z;
  const last = w + <usize>blocks * blockBytes;
  do {
    const end = w + 32;
    while (w < end) {
      const x0 = v128.load(x), x1 = v128.load(x, 16);
      const x2 = v128.load(x, 32), x3 = v128.load(x, 48);
      let weight: v128;
      weight = v128.load_splat<f32>(w, 0);
      a00 = fusedMultiplyAdd(weight, x0, a00);
      a01 = fusedMultiplyAdd(weight, x1, a01);
      a02 = fusedMultiplyAdd(weight, x2, a02);
      a03 = fusedMultiplyAdd(weight, x3, a03);
      weight = v128.load_splat<f32>(w, 32);
      a10 = fusedMultiplyAdd(weight, x0, a10);
      a11 = fusedMultiplyAdd(weight, x1, a11);
      a12 = fusedMultiplyAdd(weight, x2, a12);
      a13 = fusedMultiplyAdd(weight, x3, a13);
      weight = v128.load_splat<f32>(w, 64);
      a20 = fusedMultiplyAdd(weight, x0, a20);
      a21 = fusedMultiplyAdd(weight, x1, a21);
      a22 = fusedMultiplyAdd(weight, x2, a22);
      a23 = fusedMultiplyAdd(weight, x3, a23);
      weight = v128.load_splat<f32>(w, 96);
      a30 = fusedMultiplyAdd(weight, x0, a30);
      a31 = fusedMultiplyAdd(weight, x1, a31);
      a32 = fusedMultiplyAdd(weight, x2, a32);
      a33 = fusedMultiplyAdd(weight, x3, a33);
      weight = v128.load_splat<f32>(w, 128);
      a40 = fusedMultiplyAdd(weight, x0, a40);
      a41 = fusedMultiplyAdd(weight, x1, a41);
      a42 = fusedMultiplyAdd(weight, x2, a42);
      a43 = fusedMultiplyAdd(weight, x3, a43);
      w += 4;
      x += 64;
    }
    w += blockBytes - 32;
  } while (w < last);
  v128.store(out, a00, 0);
  v128.store(out, a01, 16);
  v128.store(out, a02, 32);
  v128.store(out, a03, 48);
  v128.store(out, a10, 64);
  v128.store(out, a11, 80);
  v128.store(out, a12, 96);
  v128.store(out, a13, 112);
  v128.store(out, a20, 128);
  v128.store(out, a21, 144);
  v128.store(out, a22, 160);
  v128.store(out, a23, 176);
  v128.store(out, a30, 192);
  v128.store(out, a31, 208);
  v128.store(out, a32, 224);
  v128.store(out, a33, 240);
  v128.store(out, a40, 256);
  v128.store(out, a41, 272);
  v128.store(out, a42, 288);
  v128.store(out, a43, 304);
}

function outer5x1(blocks: i32, w: usize, blockBytes: usize, z: usize, out: usize): void {
  const zero = f32x4.splat(0);
  let a00 = zero, a01 = zero;
  let a10 = zero, a11 = zero;
  let a20 = zero, a21 = zero;
  let a30 = zero, a31 = zero;
  let a40 = zero, a41 = zero;
  let x = z;
  const last = w + <usize>blocks * blockBytes;
  do {
    const end = w + 32;
    while (w < end) {
      const x0 = v128.load(x), x1 = v128.load(x, 16);
      let weight: v128;
      weight = v128.load_splat<f32>(w, 0);
      a00 = fusedMultiplyAdd(weight, x0, a00);
      a01 = fusedMultiplyAdd(weight, x1, a01);
      weight = v128.load_splat<f32>(w, 32);
      a10 = fusedMultiplyAdd(weight, x0, a10);
      a11 = fusedMultiplyAdd(weight, x1, a11);
      weight = v128.load_splat<f32>(w, 64);
      a20 = fusedMultiplyAdd(weight, x0, a20);
      a21 = fusedMultiplyAdd(weight, x1, a21);
      weight = v128.load_splat<f32>(w, 96);
      a30 = fusedMultiplyAdd(weight, x0, a30);
      a31 = fusedMultiplyAdd(weight, x1, a31);
      weight = v128.load_splat<f32>(w, 128);
      a40 = fusedMultiplyAdd(weight, x0, a40);
      a41 = fusedMultiplyAdd(weight, x1, a41);
      w += 4;
      x += 64;
    }
    w += blockBytes - 32;
  } while (w < last);
  v128.store(out, a00, 0);
  v128.store(out, a01, 16);
  v128.store(out, a10, 64);
  v128.store(out, a11, 80);
  v128.store(out, a20, 128);
  v128.store(out, a21, 144);
  v128.store(out, a30, 192);
  v128.store(out, a31, 208);
  v128.store(out, a40, 256);
  v128.store(out, a41, 272);
}

function outer4x2(blocks: i32, w: usize, blockBytes: usize, z: usize, out: usize): void {
  const zero = f32x4.splat(0);
  let a00 = zero, a01 = zero, a02 = zero, a03 = zero;
  let a10 = zero, a11 = zero, a12 = zero, a13 = zero;
  let a20 = zero, a21 = zero, a22 = zero, a23 = zero;
  let a30 = zero, a31 = zero, a32 = zero, a33 = zero;
  let x = z;
  const last = w + <usize>blocks * blockBytes;
  do {
    const end = w + 32;
    while (w < end) {
      const x0 = v128.load(x), x1 = v128.load(x, 16);
      const x2 = v128.load(x, 32), x3 = v128.load(x, 48);
      let weight: v128;
      weight = v128.load_splat<f32>(w, 0);
      a00 = fusedMultiplyAdd(weight, x0, a00);
      a01 = fusedMultiplyAdd(weight, x1, a01);
      a02 = fusedMultiplyAdd(weight, x2, a02);
      a03 = fusedMultiplyAdd(weight, x3, a03);
      weight = v128.load_splat<f32>(w, 32);
      a10 = fusedMultiplyAdd(weight, x0, a10);
      a11 = fusedMultiplyAdd(weight, x1, a11);
      a12 = fusedMultiplyAdd(weight, x2, a12);
      a13 = fusedMultiplyAdd(weight, x3, a13);
      weight = v128.load_splat<f32>(w, 64);
      a20 = fusedMultiplyAdd(weight, x0, a20);
      a21 = fusedMultiplyAdd(weight, x1, a21);
      a22 = fusedMultiplyAdd(weight, x2, a22);
      a23 = fusedMultiplyAdd(weight, x3, a23);
      weight = v128.load_splat<f32>(w, 96);
      a30 = fusedMultiplyAdd(weight, x0, a30);
      a31 = fusedMultiplyAdd(weight, x1, a31);
      a32 = fusedMultiplyAdd(weight, x2, a32);
      a33 = fusedMultiplyAdd(weight, x3, a33);
      w += 4;
      x += 64;
    }
    w += blockBytes - 32;
  } while (w < last);
  v128.store(out, a00, 0);
  v128.store(out, a01, 16);
  v128.store(out, a02, 32);
  v128.store(out, a03, 48);
  v128.store(out, a10, 64);
  v128.store(out, a11, 80);
  v128.store(out, a12, 96);
  v128.store(out, a13, 112);
  v128.store(out, a20, 128);
  v128.store(out, a21, 144);
  v128.store(out, a22, 160);
  v128.store(out, a23, 176);
  v128.store(out, a30, 192);
  v128.store(out, a31, 208);
  v128.store(out, a32, 224);
  v128.store(out, a33, 240);
}

function outer4x1(blocks: i32, w: usize, blockBytes: usize, z: usize, out: usize): void {
  const zero = f32x4.splat(0);
  let a00 = zero, a01 = zero;
  let a10 = zero, a11 = zero;
  let a20 = zero, a21 = zero;
  let a30 = zero, a31 = zero;
  let x = z;
  const last = w + <usize>blocks * blockBytes;
  do {
    const end = w + 32;
    while (w < end) {
      const x0 = v128.load(x), x1 = v128.load(x, 16);
      let weight: v128;
      weight = v128.load_splat<f32>(w, 0);
      a00 = fusedMultiplyAdd(weight, x0, a00);
      a01 = fusedMultiplyAdd(weight, x1, a01);
      weight = v128.load_splat<f32>(w, 32);
      a10 = fusedMultiplyAdd(weight, x0, a10);
      a11 = fusedMultiplyAdd(weight, x1, a11);
      weight = v128.load_splat<f32>(w, 64);
      a20 = fusedMultiplyAdd(weight, x0, a20);
      a21 = fusedMultiplyAdd(weight, x1, a21);
      weight = v128.load_splat<f32>(w, 96);
      a30 = fusedMultiplyAdd(weight, x0, a30);
      a31 = fusedMultiplyAdd(weight, x1, a31);
      w += 4;
      x += 64;
    }
    w += blockBytes - 32;
  } while (w < last);
  v128.store(out, a00, 0);
  v128.store(out, a01, 16);
  v128.store(out, a10, 64);
  v128.store(out, a11, 80);
  v128.store(out, a20, 128);
  v128.store(out, a21, 144);
  v128.store(out, a30, 192);
  v128.store(out, a31, 208);
}

function outer3x2(blocks: i32, w: usize, blockBytes: usize, z: usize, out: usize): void {
  const zero = f32x4.splat(0);
  let a00 = zero, a01 = zero, a02 = zero, a03 = zero;
  let a10 = zero, a11 = zero, a12 = zero, a13 = zero;
  let a20 = zero, a21 = zero, a22 = zero, a23 = zero;
  let x = z;
  const last = w + <usize>blocks * blockBytes;
  do {
    const end = w + 32;
    while (w < end) {
      const x0 = v128.load(x), x1 = v128.load(x, 16);
      const x2 = v128.load(x, 32), x3 = v128.load(x, 48);
      let weight: v128;
      weight = v128.load_splat<f32>(w, 0);
      a00 = fusedMultiplyAdd(weight, x0, a00);
      a01 = fusedMultiplyAdd(weight, x1, a01);
      a02 = fusedMultiplyAdd(weight, x2, a02);
      a03 = fusedMultiplyAdd(weight, x3, a03);
      weight = v128.load_splat<f32>(w, 32);
      a10 = fusedMultiplyAdd(weight, x0, a10);
      a11 = fusedMultiplyAdd(weight, x1, a11);
      a12 = fusedMultiplyAdd(weight, x2, a12);
      a13 = fusedMultiplyAdd(weight, x3, a13);
      weight = v128.load_splat<f32>(w, 64);
      a20 = fusedMultiplyAdd(weight, x0, a20);
      a21 = fusedMultiplyAdd(weight, x1, a21);
      a22 = fusedMultiplyAdd(weight, x2, a22);
      a23 = fusedMultiplyAdd(weight, x3, a23);
      w += 4;
      x += 64;
    }
    w += blockBytes - 32;
  } while (w < last);
  v128.store(out, a00, 0);
  v128.store(out, a01, 16);
  v128.store(out, a02, 32);
  v128.store(out, a03, 48);
  v128.store(out, a10, 64);
  v128.store(out, a11, 80);
  v128.store(out, a12, 96);
  v128.store(out, a13, 112);
  v128.store(out, a20, 128);
  v128.store(out, a21, 144);
  v128.store(out, a22, 160);
  v128.store(out, a23, 176);
}

function outer3x1(blocks: i32, w: usize, blockBytes: usize, z: usize, out: usize): void {
  const zero = f32x4.splat(0);
  let a00 = zero, a01 = zero;
  let a10 = zero, a11 = zero;
  let a20 = zero, a21 = zero;
  let x = z;
  const last = w + <usize>blocks * blockBytes;
  do {
    const end = w + 32;
    while (w < end) {
      const x0 = v128.load(x), x1 = v128.load(x, 16);
      let weight: v128;
      weight = v128.load_splat<f32>(w, 0);
      a00 = fusedMultiplyAdd(weight, x0, a00);
      a01 = fusedMultiplyAdd(weight, x1, a01);
      weight = v128.load_splat<f32>(w, 32);
      a10 = fusedMultiplyAdd(weight, x0, a10);
      a11 = fusedMultiplyAdd(weight, x1, a11);
      weight = v128.load_splat<f32>(w, 64);
      a20 = fusedMultiplyAdd(weight, x0, a20);
      a21 = fusedMultiplyAdd(weight, x1, a21);
      w += 4;
      x += 64;
    }
    w += blockBytes - 32;
  } while (w < last);
  v128.store(out, a00, 0);
  v128.store(out, a01, 16);
  v128.store(out, a10, 64);
  v128.store(out, a11, 80);
  v128.store(out, a20, 128);
  v128.store(out, a21, 144);
}

function outer2x2(blocks: i32, w: usize, blockBytes: usize, z: usize, out: usize): void {
  const zero = f32x4.splat(0);
  let a00 = zero, a01 = zero, a02 = zero, a03 = zero;
  let a10 = zero, a11 = zero, a12 = zero, a13 = zero;
  let x = z;
  const last = w + <usize>blocks * blockBytes;
  do {
    const end = w + 32;
    while (w < end) {
      const x0 = v128.load(x), x1 = v128.load(x, 16);
      const x2 = v128.load(x, 32), x3 = v128.load(x, 48);
      let weight: v128;
      weight = v128.load_splat<f32>(w, 0);
      a00 = fusedMultiplyAdd(weight, x0, a00);
      a01 = fusedMultiplyAdd(weight, x1, a01);
      a02 = fusedMultiplyAdd(weight, x2, a02);
      a03 = fusedMultiplyAdd(weight, x3, a03);
      weight = v128.load_splat<f32>(w, 32);
      a10 = fusedMultiplyAdd(weight, x0, a10);
      a11 = fusedMultiplyAdd(weight, x1, a11);
      a12 = fusedMultiplyAdd(weight, x2, a12);
      a13 = fusedMultiplyAdd(weight, x3, a13);
      w += 4;
      x += 64;
    }
    w += blockBytes - 32;
  } while (w < last);
  v128.store(out, a00, 0);
  v128.store(out, a01, 16);
  v128.store(out, a02, 32);
  v128.store(out, a03, 48);
  v128.store(out, a10, 64);
  v128.store(out, a11, 80);
  v128.store(out, a12, 96);
  v128.store(out, a13, 112);
}

function outer2x1(blocks: i32, w: usize, blockBytes: usize, z: usize, out: usize): void {
  const zero = f32x4.splat(0);
  let a00 = zero, a01 = zero;
  let a10 = zero, a11 = zero;
  let x = z;
  const last = w + <usize>blocks * blockBytes;
  do {
    const end = w + 32;
    while (w < end) {
      const x0 = v128.load(x), x1 = v128.load(x, 16);
      let weight: v128;
      weight = v128.load_splat<f32>(w, 0);
      a00 = fusedMultiplyAdd(weight, x0, a00);
      a01 = fusedMultiplyAdd(weight, x1, a01);
      weight = v128.load_splat<f32>(w, 32);
      a10 = fusedMultiplyAdd(weight, x0, a10);
      a11 = fusedMultiplyAdd(weight, x1, a11);
      w += 4;
      x += 64;
    }
    w += blockBytes - 32;
  } while (w < last);
  v128.store(out, a00, 0);
  v128.store(out, a01, 16);
  v128.store(out, a10, 64);
  v128.store(out, a11, 80);
}

function outer1x2(blocks: i32, w: usize, blockBytes: usize, z: usize, out: usize): void {
  const zero = f32x4.splat(0);
  let a00 = zero, a01 = zero, a02 = zero, a03 = zero;
  let x = z;
  const last = w + <usize>blocks * blockBytes;
  do {
    const end = w + 32;
    while (w < end) {
      const x0 = v128.load(x), x1 = v128.load(x, 16);
      const x2 = v128.load(x, 32), x3 = v128.load(x, 48);
      let weight: v128;
      weight = v128.load_splat<f32>(w, 0);
      a00 = fusedMultiplyAdd(weight, x0, a00);
      a01 = fusedMultiplyAdd(weight, x1, a01);
      a02 = fusedMultiplyAdd(weight, x2, a02);
      a03 = fusedMultiplyAdd(weight, x3, a03);
      w += 4;
      x += 64;
    }
    w += blockBytes - 32;
  } while (w < last);
  v128.store(out, a00, 0);
  v128.store(out, a01, 16);
  v128.store(out, a02, 32);
  v128.store(out, a03, 48);
}

function outer1x1(blocks: i32, w: usize, blockBytes: usize, z: usize, out: usize): void {
  const zero = f32x4.splat(0);
  let a00 = zero, a01 = zero;
  let x = z;
  const last = w + <usize>blocks * blockBytes;
  do {
    const end = w + 32;
    while (w < end) {
      const x0 = v128.load(x), x1 = v128.load(x, 16);
      let weight: v128;
      weight = v128.load_splat<f32>(w, 0);
      a00 = fusedMultiplyAdd(weight, x0, a00);
      a01 = fusedMultiplyAdd(weight, x1, a01);
      w += 4;
      x += 64;
    }
    w += blockBytes - 32;
  } while (w < last);
  v128.store(out, a00, 0);
  v128.store(out, a01, 16);
}

/**
 * out[r][c] = the sum over the samples of x[r] * z[c] for 1 or 2 inputs r and 1 to 4 units c: the sum of eight parts,
 * one for each sample of a block, which go through the blocks in their order.
 * @param xNext bytes from one block of x to the next, as zNext for z; outNext from out[r] to out[r + 1]
 */
export function dotTile(inputs: i32, units: i32, blocks: i32, x: usize, xNext: usize, z: usize, zNext: usize, out: usize, outNext: usize): void {
  if (inputs == 2) {
    if (units == 4) dots2x4(blocks, x, xNext, z, zNext, out, outNext);
    else if (units == 3) dots2x3(blocks, x, xNext, z, zNext, out, outNext);
    else if (units == 2) dots2x2(blocks, x, xNext, z, zNext, out, outNext);
    else dots2x1(blocks, x, xNext, z, zNext, out, outNext);
  } else {
    if (units == 4) dots1x4(blocks, x, xNext, z, zNext, out, outNext);
    else if (units == 3) dots1x3(blocks, x, xNext, z, zNext, out, outNext);
    else if (units == 2) dots1x2(blocks, x, xNext, z, zNext, out, outNext);
    else dots1x1(blocks, x, xNext, z, zNext, out, outNext);
  }
}

/** Both halves of up to 8 sums. They pass through memory, because V8 packs pairs of vectors from where they are stored. */
const PARTS = memory.data(256, 16);

function dots2x4(blocks: i32, x: usize, xNext: usize, z: usize, zNext: usize, out: usize, outNext: usize): void {
  const zero = f32x4.splat(0);
  let low00 = zero, high00 = zero;
  let low01 = zero, high01 = zero;
  let low02 = zero, high02 = zero;
  let low03 = zero, high03 = zero;
  let low10 = zero, high10 = zero;
  let low11 = zero, high11 = zero;
  let low12 = zero, high12 = zero;
  let low13 = zero, high13 = zero;
  const end = x + <usize>blocks * xNext;
  while (x < end) {
    const x0 = v128.load(x, 0), y0 = v128.load(x, 16);
    const x1 = v128.load(x, 32), y1 = v128.load(x, 48);
    let z0: v128, z1: v128;
    z0 = v128.load(z, 0);
    z1 = v128.load(z, 16);
    low00 = fusedMultiplyAdd(x0, z0, low00);
    high00 = fusedMultiplyAdd(y0, z1, high00);
    low10 = fusedMultiplyAdd(x1, z0, low10);
    high10 = fusedMultiplyAdd(y1, z1, high10);
    z0 = v128.load(z, 32);
    z1 = v128.load(z, 48);
    low01 = fusedMultiplyAdd(x0, z0, low01);
    high01 = fusedMultiplyAdd(y0, z1, high01);
    low11 = fusedMultiplyAdd(x1, z0, low11);
    high11 = fusedMultiplyAdd(y1, z1, high11);
    z0 = v128.load(z, 64);
    z1 = v128.load(z, 80);
    low02 = fusedMultiplyAdd(x0, z0, low02);
    high02 = fusedMultiplyAdd(y0, z1, high02);
    low12 = fusedMultiplyAdd(x1, z0, low12);
    high12 = fusedMultiplyAdd(y1, z1, high12);
    z0 = v128.load(z, 96);
    z1 = v128.load(z, 112);
    low03 = fusedMultiplyAdd(x0, z0, low03);
    high03 = fusedMultiplyAdd(y0, z1, high03);
    low13 = fusedMultiplyAdd(x1, z0, low13);
    high13 = fusedMultiplyAdd(y1, z1, high13);
    x += xNext;
    z += zNext;
  }
  v128.store(PARTS, low00, 0);
  v128.store(PARTS, high00, 16);
  v128.store(PARTS, low01, 32);
  v128.store(PARTS, high01, 48);
  v128.store(PARTS, low02, 64);
  v128.store(PARTS, high02, 80);
  v128.store(PARTS, low03, 96);
  v128.store(PARTS, high03, 112);
  v128.store(PARTS, low10, 128);
  v128.store(PARTS, high10, 144);
  v128.store(PARTS, low11, 160);
  v128.store(PARTS, high11, 176);
  v128.store(PARTS, low12, 192);
  v128.store(PARTS, high12, 208);
  v128.store(PARTS, low13, 224);
  v128.store(PARTS, high13, 240);
  v128.store(out, laneSums(f32x4.add(v128.load(PARTS, 0), v128.load(PARTS, 16)), f32x4.add(v128.load(PARTS, 32), v128.load(PARTS, 48)), f32x4.add(v128.load(PARTS, 64), v128.load(PARTS, 80)), f32x4.add(v128.load(PARTS, 96), v128.load(PARTS, 112))));
  v128.store(out + outNext, laneSums(f32x4.add(v128.load(PARTS, 128), v128.load(PARTS, 144)), f32x4.add(v128.load(PARTS, 160), v128.load(PARTS, 176)), f32x4.add(v128.load(PARTS, 192), v128.load(PARTS, 208)), f32x4.add(v128.load(PARTS, 224), v128.load(PARTS, 240))));
}

function dots2x3(blocks: i32, x: usize, xNext: usize, z: usize, zNext: usize, out: usize, outNext: usize): void {
  const zero = f32x4.splat(0);
  let low00 = zero, high00 = zero;
  let low01 = zero, high01 = zero;
  let low02 = zero, high02 = zero;
  let low10 = zero, high10 = zero;
  let low11 = zero, high11 = zero;
  let low12 = zero, high12 = zero;
  const end = x + <usize>blocks * xNext;
  while (x < end) {
    const x0 = v128.load(x, 0), y0 = v128.load(x, 16);
    const x1 = v128.load(x, 32), y1 = v128.load(x, 48);
    let z0: v128, z1: v128;
    z0 = v128.load(z, 0);
    z1 = v128.load(z, 16);
    low00 = fusedMultiplyAdd(x0, z0, low00);
    high00 = fusedMultiplyAdd(y0, z1, high00);
    low10 = fusedMultiplyAdd(x1, z0, low10);
    high10 = fusedMultiplyAdd(y1, z1, high10);
    z0 = v128.load(z, 32);
    z1 = v128.load(z, 48);
    low01 = fusedMultiplyAdd(x0, z0, low01);
    high01 = fusedMultiplyAdd(y0, z1, high01);
    low11 = fusedMultiplyAdd(x1, z0, low11);
    high11 = fusedMultiplyAdd(y1, z1, high11);
    z0 = v128.load(z, 64);
    z1 = v128.load(z, 80);
    low02 = fusedMultiplyAdd(x0, z0, low02);
    high02 = fusedMultiplyAdd(y0, z1, high02);
    low12 = fusedMultiplyAdd(x1, z0, low12);
    high12 = fusedMultiplyAdd(y1, z1, high12);
    x += xNext;
    z += zNext;
  }
  v128.store(PARTS, low00, 0);
  v128.store(PARTS, high00, 16);
  v128.store(PARTS, low01, 32);
  v128.store(PARTS, high01, 48);
  v128.store(PARTS, low02, 64);
  v128.store(PARTS, high02, 80);
  v128.store(PARTS, low10, 96);
  v128.store(PARTS, high10, 112);
  v128.store(PARTS, low11, 128);
  v128.store(PARTS, high11, 144);
  v128.store(PARTS, low12, 160);
  v128.store(PARTS, high12, 176);
  store<f32>(out, laneSum(f32x4.add(v128.load(PARTS, 0), v128.load(PARTS, 16))), 0);
  store<f32>(out, laneSum(f32x4.add(v128.load(PARTS, 32), v128.load(PARTS, 48))), 4);
  store<f32>(out, laneSum(f32x4.add(v128.load(PARTS, 64), v128.load(PARTS, 80))), 8);
  store<f32>(out + outNext, laneSum(f32x4.add(v128.load(PARTS, 96), v128.load(PARTS, 112))), 0);
  store<f32>(out + outNext, laneSum(f32x4.add(v128.load(PARTS, 128), v128.load(PARTS, 144))), 4);
  store<f32>(out + outNext, laneSum(f32x4.add(v128.load(PARTS, 160), v128.load(PARTS, 176))), 8);
}

function dots2x2(blocks: i32, x: usize, xNext: usize, z: usize, zNext: usize, out: usize, outNext: usize): void {
  const zero = f32x4.splat(0);
  let low00 = zero, high00 = zero;
  let low01 = zero, high01 = zero;
  let low10 = zero, high10 = zero;
  let low11 = zero, high11 = zero;
  const end = x + <usize>blocks * xNext;
  while (x < end) {
    const x0 = v128.load(x, 0), y0 = v128.load(x, 16);
    const x1 = v128.load(x, 32), y1 = v128.load(x, 48);
    let z0: v128, z1: v128;
    z0 = v128.load(z, 0);
    z1 = v128.load(z, 16);
    low00 = fusedMultiplyAdd(x0, z0, low00);
    high00 = fusedMultiplyAdd(y0, z1, high00);
    low10 = fusedMultiplyAdd(x1, z0, low10);
    high10 = fusedMultiplyAdd(y1, z1, high10);
    z0 = v128.load(z, 32);
    z1 = v128.load(z, 48);
    low01 = fusedMultiplyAdd(x0, z0, low01);
    high01 = fusedMultiplyAdd(y0, z1, high01);
    low11 = fusedMultiplyAdd(x1, z0, low11);
    high11 = fusedMultiplyAdd(y1, z1, high11);
    x += xNext;
    z += zNext;
  }
  v128.store(PARTS, low00, 0);
  v128.store(PARTS, high00, 16);
  v128.store(PARTS, low01, 32);
  v128.store(PARTS, high01, 48);
  v128.store(PARTS, low10, 64);
  v128.store(PARTS, high10, 80);
  v128.store(PARTS, low11, 96);
  v128.store(PARTS, high11, 112);
  store<f32>(out, laneSum(f32x4.add(v128.load(PARTS, 0), v128.load(PARTS, 16))), 0);
  store<f32>(out, laneSum(f32x4.add(v128.load(PARTS, 32), v128.load(PARTS, 48))), 4);
  store<f32>(out + outNext, laneSum(f32x4.add(v128.load(PARTS, 64), v128.load(PARTS, 80))), 0);
  store<f32>(out + outNext, laneSum(f32x4.add(v128.load(PARTS, 96), v128.load(PARTS, 112))), 4);
}

function dots2x1(blocks: i32, x: usize, xNext: usize, z: usize, zNext: usize, out: usize, outNext: usize): void {
  const zero = f32x4.splat(0);
  let low00 = zero, high00 = zero;
  let low10 = zero, high10 = zero;
  const end = x + <usize>blocks * xNext;
  while (x < end) {
    const x0 = v128.load(x, 0), y0 = v128.load(x, 16);
    const x1 = v128.load(x, 32), y1 = v128.load(x, 48);
    let z0: v128, z1: v128;
    z0 = v128.load(z, 0);
    z1 = v128.load(z, 16);
    low00 = fusedMultiplyAdd(x0, z0, low00);
    high00 = fusedMultiplyAdd(y0, z1, high00);
    low10 = fusedMultiplyAdd(x1, z0, low10);
    high10 = fusedMultiplyAdd(y1, z1, high10);
    x += xNext;
    z += zNext;
  }
  v128.store(PARTS, low00, 0);
  v128.store(PARTS, high00, 16);
  v128.store(PARTS, low10, 32);
  v128.store(PARTS, high10, 48);
  store<f32>(out, laneSum(f32x4.add(v128.load(PARTS, 0), v128.load(PARTS, 16))), 0);
  store<f32>(out + outNext, laneSum(f32x4.add(v128.load(PARTS, 32), v128.load(PARTS, 48))), 0);
}

function dots1x4(blocks: i32, x: usize, xNext: usize, z: usize, zNext: usize, out: usize, outNext: usize): void {
  const zero = f32x4.splat(0);
  let low00 = zero, high00 = zero;
  let low01 = zero, high01 = zero;
  let low02 = zero, high02 = zero;
  let low03 = zero, high03 = zero;
  const end = x + <usize>blocks * xNext;
  while (x < end) {
    const x0 = v128.load(x, 0), y0 = v128.load(x, 16);
    let z0: v128, z1: v128;
    z0 = v128.load(z, 0);
    z1 = v128.load(z, 16);
    low00 = fusedMultiplyAdd(x0, z0, low00);
    high00 = fusedMultiplyAdd(y0, z1, high00);
    z0 = v128.load(z, 32);
    z1 = v128.load(z, 48);
    low01 = fusedMultiplyAdd(x0, z0, low01);
    high01 = fusedMultiplyAdd(y0, z1, high01);
    z0 = v128.load(z, 64);
    z1 = v128.load(z, 80);
    low02 = fusedMultiplyAdd(x0, z0, low02);
    high02 = fusedMultiplyAdd(y0, z1, high02);
    z0 = v128.load(z, 96);
    z1 = v128.load(z, 112);
    low03 = fusedMultiplyAdd(x0, z0, low03);
    high03 = fusedMultiplyAdd(y0, z1, high03);
    x += xNext;
    z += zNext;
  }
  v128.store(PARTS, low00, 0);
  v128.store(PARTS, high00, 16);
  v128.store(PARTS, low01, 32);
  v128.store(PARTS, high01, 48);
  v128.store(PARTS, low02, 64);
  v128.store(PARTS, high02, 80);
  v128.store(PARTS, low03, 96);
  v128.store(PARTS, high03, 112);
  v128.store(out, laneSums(f32x4.add(v128.load(PARTS, 0), v128.load(PARTS, 16)), f32x4.add(v128.load(PARTS, 32), v128.load(PARTS, 48)), f32x4.add(v128.load(PARTS, 64), v128.load(PARTS, 80)), f32x4.add(v128.load(PARTS, 96), v128.load(PARTS, 112))));
}

function dots1x3(blocks: i32, x: usize, xNext: usize, z: usize, zNext: usize, out: usize, outNext: usize): void {
  const zero = f32x4.splat(0);
  let low00 = zero, high00 = zero;
  let low01 = zero, high01 = zero;
  let low02 = zero, high02 = zero;
  const end = x + <usize>blocks * xNext;
  while (x < end) {
    const x0 = v128.load(x, 0), y0 = v128.load(x, 16);
    let z0: v128, z1: v128;
    z0 = v128.load(z, 0);
    z1 = v128.load(z, 16);
    low00 = fusedMultiplyAdd(x0, z0, low00);
    high00 = fusedMultiplyAdd(y0, z1, high00);
    z0 = v128.load(z, 32);
    z1 = v128.load(z, 48);
    low01 = fusedMultiplyAdd(x0, z0, low01);
    high01 = fusedMultiplyAdd(y0, z1, high01);
    z0 = v128.load(z, 64);
    z1 = v128.load(z, 80);
    low02 = fusedMultiplyAdd(x0, z0, low02);
    high02 = fusedMultiplyAdd(y0, z1, high02);
    x += xNext;
    z += zNext;
  }
  v128.store(PARTS, low00, 0);
  v128.store(PARTS, high00, 16);
  v128.store(PARTS, low01, 32);
  v128.store(PARTS, high01, 48);
  v128.store(PARTS, low02, 64);
  v128.store(PARTS, high02, 80);
  store<f32>(out, laneSum(f32x4.add(v128.load(PARTS, 0), v128.load(PARTS, 16))), 0);
  store<f32>(out, laneSum(f32x4.add(v128.load(PARTS, 32), v128.load(PARTS, 48))), 4);
  store<f32>(out, laneSum(f32x4.add(v128.load(PARTS, 64), v128.load(PARTS, 80))), 8);
}

function dots1x2(blocks: i32, x: usize, xNext: usize, z: usize, zNext: usize, out: usize, outNext: usize): void {
  const zero = f32x4.splat(0);
  let low00 = zero, high00 = zero;
  let low01 = zero, high01 = zero;
  const end = x + <usize>blocks * xNext;
  while (x < end) {
    const x0 = v128.load(x, 0), y0 = v128.load(x, 16);
    let z0: v128, z1: v128;
    z0 = v128.load(z, 0);
    z1 = v128.load(z, 16);
    low00 = fusedMultiplyAdd(x0, z0, low00);
    high00 = fusedMultiplyAdd(y0, z1, high00);
    z0 = v128.load(z, 32);
    z1 = v128.load(z, 48);
    low01 = fusedMultiplyAdd(x0, z0, low01);
    high01 = fusedMultiplyAdd(y0, z1, high01);
    x += xNext;
    z += zNext;
  }
  v128.store(PARTS, low00, 0);
  v128.store(PARTS, high00, 16);
  v128.store(PARTS, low01, 32);
  v128.store(PARTS, high01, 48);
  store<f32>(out, laneSum(f32x4.add(v128.load(PARTS, 0), v128.load(PARTS, 16))), 0);
  store<f32>(out, laneSum(f32x4.add(v128.load(PARTS, 32), v128.load(PARTS, 48))), 4);
}

function dots1x1(blocks: i32, x: usize, xNext: usize, z: usize, zNext: usize, out: usize, outNext: usize): void {
  const zero = f32x4.splat(0);
  let low00 = zero, high00 = zero;
  const end = x + <usize>blocks * xNext;
  while (x < end) {
    const x0 = v128.load(x, 0), y0 = v128.load(x, 16);
    let z0: v128, z1: v128;
    z0 = v128.load(z, 0);
    z1 = v128.load(z, 16);
    low00 = fusedMultiplyAdd(x0, z0, low00);
    high00 = fusedMultiplyAdd(y0, z1, high00);
    x += xNext;
    z += zNext;
  }
  v128.store(PARTS, low00, 0);
  v128.store(PARTS, high00, 16);
  store<f32>(out, laneSum(f32x4.add(v128.load(PARTS, 0), v128.load(PARTS, 16))), 0);
}

/**
 * The speed limit of a tile: 12 registers that multiply and add without loading anything, 96 floating-point operations an
 * iteration and eight. Goes on from where the last call left off, and returns one of the sums.
 */
export function multiplyAddTile(eights: i32, iterations: i32, factor: f32, summand: f32): f32 {
  if (eights == 2) multiplyAdds2(iterations, factor, summand);
  else multiplyAdds1(iterations, factor, summand);
  return load<f32>(LIMITS);
}

/** The sums. They start from memory, because V8 packs pairs of loads. */
const LIMITS = memory.data(384, 16);

function multiplyAdds2(iterations: i32, factor: f32, summand: f32): void {
  const m = f32x4.splat(factor), d = f32x4.splat(summand);
  let a0 = v128.load(LIMITS, 0);
  let a1 = v128.load(LIMITS, 16);
  let a2 = v128.load(LIMITS, 32);
  let a3 = v128.load(LIMITS, 48);
  let a4 = v128.load(LIMITS, 64);
  let a5 = v128.load(LIMITS, 80);
  let a6 = v128.load(LIMITS, 96);
  let a7 = v128.load(LIMITS, 112);
  let a8 = v128.load(LIMITS, 128);
  let a9 = v128.load(LIMITS, 144);
  let a10 = v128.load(LIMITS, 160);
  let a11 = v128.load(LIMITS, 176);
  let a12 = v128.load(LIMITS, 192);
  let a13 = v128.load(LIMITS, 208);
  let a14 = v128.load(LIMITS, 224);
  let a15 = v128.load(LIMITS, 240);
  let a16 = v128.load(LIMITS, 256);
  let a17 = v128.load(LIMITS, 272);
  let a18 = v128.load(LIMITS, 288);
  let a19 = v128.load(LIMITS, 304);
  let a20 = v128.load(LIMITS, 320);
  let a21 = v128.load(LIMITS, 336);
  let a22 = v128.load(LIMITS, 352);
  let a23 = v128.load(LIMITS, 368);
  for (let i = 0; i < iterations; i++) {
    a0 = fusedMultiplyAdd(a0, m, d);
    a1 = fusedMultiplyAdd(a1, m, d);
    a2 = fusedMultiplyAdd(a2, m, d);
    a3 = fusedMultiplyAdd(a3, m, d);
    a4 = fusedMultiplyAdd(a4, m, d);
    a5 = fusedMultiplyAdd(a5, m, d);
    a6 = fusedMultiplyAdd(a6, m, d);
    a7 = fusedMultiplyAdd(a7, m, d);
    a8 = fusedMultiplyAdd(a8, m, d);
    a9 = fusedMultiplyAdd(a9, m, d);
    a10 = fusedMultiplyAdd(a10, m, d);
    a11 = fusedMultiplyAdd(a11, m, d);
    a12 = fusedMultiplyAdd(a12, m, d);
    a13 = fusedMultiplyAdd(a13, m, d);
    a14 = fusedMultiplyAdd(a14, m, d);
    a15 = fusedMultiplyAdd(a15, m, d);
    a16 = fusedMultiplyAdd(a16, m, d);
    a17 = fusedMultiplyAdd(a17, m, d);
    a18 = fusedMultiplyAdd(a18, m, d);
    a19 = fusedMultiplyAdd(a19, m, d);
    a20 = fusedMultiplyAdd(a20, m, d);
    a21 = fusedMultiplyAdd(a21, m, d);
    a22 = fusedMultiplyAdd(a22, m, d);
    a23 = fusedMultiplyAdd(a23, m, d);
  }
  v128.store(LIMITS, a0, 0);
  v128.store(LIMITS, a1, 16);
  v128.store(LIMITS, a2, 32);
  v128.store(LIMITS, a3, 48);
  v128.store(LIMITS, a4, 64);
  v128.store(LIMITS, a5, 80);
  v128.store(LIMITS, a6, 96);
  v128.store(LIMITS, a7, 112);
  v128.store(LIMITS, a8, 128);
  v128.store(LIMITS, a9, 144);
  v128.store(LIMITS, a10, 160);
  v128.store(LIMITS, a11, 176);
  v128.store(LIMITS, a12, 192);
  v128.store(LIMITS, a13, 208);
  v128.store(LIMITS, a14, 224);
  v128.store(LIMITS, a15, 240);
  v128.store(LIMITS, a16, 256);
  v128.store(LIMITS, a17, 272);
  v128.store(LIMITS, a18, 288);
  v128.store(LIMITS, a19, 304);
  v128.store(LIMITS, a20, 320);
  v128.store(LIMITS, a21, 336);
  v128.store(LIMITS, a22, 352);
  v128.store(LIMITS, a23, 368);
}

function multiplyAdds1(iterations: i32, factor: f32, summand: f32): void {
  const m = f32x4.splat(factor), d = f32x4.splat(summand);
  let a0 = v128.load(LIMITS, 0);
  let a1 = v128.load(LIMITS, 16);
  let a2 = v128.load(LIMITS, 32);
  let a3 = v128.load(LIMITS, 48);
  let a4 = v128.load(LIMITS, 64);
  let a5 = v128.load(LIMITS, 80);
  let a6 = v128.load(LIMITS, 96);
  let a7 = v128.load(LIMITS, 112);
  let a8 = v128.load(LIMITS, 128);
  let a9 = v128.load(LIMITS, 144);
  let a10 = v128.load(LIMITS, 160);
  let a11 = v128.load(LIMITS, 176);
  for (let i = 0; i < iterations; i++) {
    a0 = fusedMultiplyAdd(a0, m, d);
    a1 = fusedMultiplyAdd(a1, m, d);
    a2 = fusedMultiplyAdd(a2, m, d);
    a3 = fusedMultiplyAdd(a3, m, d);
    a4 = fusedMultiplyAdd(a4, m, d);
    a5 = fusedMultiplyAdd(a5, m, d);
    a6 = fusedMultiplyAdd(a6, m, d);
    a7 = fusedMultiplyAdd(a7, m, d);
    a8 = fusedMultiplyAdd(a8, m, d);
    a9 = fusedMultiplyAdd(a9, m, d);
    a10 = fusedMultiplyAdd(a10, m, d);
    a11 = fusedMultiplyAdd(a11, m, d);
  }
  v128.store(LIMITS, a0, 0);
  v128.store(LIMITS, a1, 16);
  v128.store(LIMITS, a2, 32);
  v128.store(LIMITS, a3, 48);
  v128.store(LIMITS, a4, 64);
  v128.store(LIMITS, a5, 80);
  v128.store(LIMITS, a6, 96);
  v128.store(LIMITS, a7, 112);
  v128.store(LIMITS, a8, 128);
  v128.store(LIMITS, a9, 144);
  v128.store(LIMITS, a10, 160);
  v128.store(LIMITS, a11, 176);
}
