import type { AffineDraw, Draw } from "../../random/draws.ts";
import { drawLength, type Stream, stream } from "../../random/stream.ts";
import type { NetworkLayout } from "../layout.ts";
import type { Address, Kernels } from "./kernels.ts";
import { FLOAT_BYTES } from "./layer-buffers.ts";

/** Makes batches of random samples in the layout of the kernels. */
export class BatchDraws {
  readonly #kernels: Kernels;
  readonly #draw: Draw;
  readonly #rows: number;
  readonly #features: number;
  /** Numbers of a batch, rounded up to whole groups of 8. */
  readonly #length: number;
  readonly #rowMajor: Address;
  /** A grid, padded like a batch, or a mixture's table; 0 (no address) without either. */
  readonly #table: Address;
  /** Scratch for a mixture's normals. */
  readonly #normals: Address;

  constructor(kernels: Kernels, draw: Draw, rows: number, features: number) {
    this.#kernels = kernels;
    this.#draw = draw;
    this.#rows = rows;
    this.#features = features;
    this.#length = drawLength(rows * features);
    this.#rowMajor = kernels.alloc(this.#length * FLOAT_BYTES);
    this.#normals = kernels.alloc(draw.kind === "mixture" ? this.#length * FLOAT_BYTES : 0);
    const table = draw.kind === "mixture" ? draw.components : draw.grid;
    this.#table = table ? kernels.alloc(drawLength(table.length) * FLOAT_BYTES) : 0;
    if (table) kernels.float32(this.#table, table.length).set(table);
  }

  /** Draw number `t` of a stream, as blocks `[rows / 8][features][8]`. */
  fill(key: Stream["key"], t: number, blocks: Address): void {
    // Samples of one feature lie in memory as they stand in the stream.
    const out = this.#features === 1 ? blocks : this.#rowMajor;
    if (this.#draw.kind === "mixture") this.#mix(key, t, out);
    else {
      fillStream(this.#kernels, this.#draw, key, t * this.#length, this.#length, out);
      if (this.#table !== 0) this.#kernels.add(this.#length, out, this.#table, out);
    }
    if (out !== blocks) this.#kernels.toBlocks(this.#rows, this.#features, out, blocks);
  }

  /** The choices of components are made where the samples are to stand. */
  #mix(key: Stream["key"], t: number, out: Address): void {
    const start = 2 * t * this.#length;
    fillStream(this.#kernels, UNIT_INTERVAL, key, start, this.#length, out);
    fillStream(this.#kernels, STANDARD_NORMAL, key, start + this.#length, this.#length, this.#normals);
    this.#kernels.mixComponents(this.#length, out, this.#normals, this.#table, out);
  }
}

/** The dropout masks of one player's updates, one after the other in their stream; each starts at the next multiple of 8. */
export class DropoutDraws {
  readonly #kernels: Kernels;
  readonly #key: Stream["key"];
  readonly #rowMajor: Address;
  #position = 0;

  /** @param rowMajor scratch for the largest mask */
  constructor(kernels: Kernels, key: Stream["key"], rowMajor: Address) {
    this.#kernels = kernels;
    this.#key = key;
    this.#rowMajor = rowMajor;
  }

  /** The next mask, `[rows / 8][units][8]`: 0 with probability `rate`, else 1/(1 − rate) (inverted dropout). */
  fill(rows: number, units: number, rate: number, blocks: Address): void {
    const length = drawLength(rows * units);
    fillStream(this.#kernels, UNIT_INTERVAL, this.#key, this.#position, length, this.#rowMajor);
    this.#position += length;
    this.#kernels.toBlocks(rows, units, this.#rowMajor, blocks);
    this.#kernels.dropout(drawLength(rows) * units, blocks, rate, 1 / (1 - rate));
  }
}

/** The dropout draws of every seed, for batches of `rows` samples through these networks. */
export function dropoutDraws(
  kernels: Kernels,
  seeds: readonly number[],
  purpose: string,
  rows: number,
  layouts: readonly NetworkLayout[],
): DropoutDraws[] {
  const widths = layouts.flatMap(({ inputs, inputDropout, layers }) => [
    ...(inputDropout > 0 ? [inputs] : []),
    ...layers.filter(({ dropout }) => dropout > 0).map(({ units }) => units),
  ]);
  const widest = Math.max(0, ...widths);
  const rowMajor = kernels.alloc(drawLength(rows * widest) * FLOAT_BYTES);
  return seeds.map((seed) => new DropoutDraws(kernels, stream(seed, purpose).key, rowMajor));
}

const UNIT_INTERVAL: AffineDraw = { kind: "uniform", scale: 1, shift: 0 };
const STANDARD_NORMAL: AffineDraw = { kind: "normal", scale: 1, shift: 0 };
const TWO_TO_32 = 2 ** 32;

function fillStream(
  kernels: Kernels,
  draw: AffineDraw,
  key: Stream["key"],
  position: number,
  length: number,
  out: Address,
): void {
  const block = position / 2; // a block of Threefry holds two numbers
  const low = block % TWO_TO_32;
  const high = Math.floor(block / TWO_TO_32);
  const fill = draw.kind === "normal" ? kernels.fillNormals : kernels.fillUniforms;
  fill(length, key[0], key[1], low, high, draw.scale, draw.shift, out);
}
