// Made by `npm run build` from scripts/kernel-tiles.ts; do not edit.
//
// Sums run over the depth in its order and every step is one fused multiply-add, so the bits of a result depend neither
// on the tile that made it nor on the width of the registers.
import { fusedMultiplyAdd } from "./fused-multiply-add";

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
