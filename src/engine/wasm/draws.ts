import { type AffineDraw, type Draw, drawSpan } from "../../random/draws.ts";
import { drawLength, type Stream, stream } from "../../random/stream.ts";
import type { NetworkLayout } from "../layout.ts";
import { dropoutsOf } from "../layout.ts";
import type { Draws, MaskSource } from "../network.ts";
import type { Address, Kernels } from "./kernels.ts";
import { FLOAT_BYTES } from "./layer-buffers.ts";

type Key = Stream["key"];

/** Makes batches of random samples in the layout of the kernels. */
export class BatchDraws implements Draws<Address> {
  readonly #kernels: Kernels;
  readonly #draw: Draw;
  readonly #keys: readonly Key[];
  readonly #rows: number;
  readonly #features: number;
  /** Numbers of a batch, rounded up to whole groups of 8. */
  readonly #length: number;
  /** Positions that a batch takes. */
  readonly #span: number;
  readonly #rowMajor: Address;
  /** A grid, padded like a batch, or a mixture's table; 0 (no address) without either. */
  readonly #table: Address;
  /** Scratch for a mixture's normals. */
  readonly #normals: Address;

  /** @param options.purpose names the stream of each seed */
  constructor(
    kernels: Kernels,
    draw: Draw,
    options: {
      readonly purpose: string;
      readonly seeds: readonly number[];
      readonly rows: number;
      readonly features: number;
    },
  ) {
    const { purpose, seeds, rows, features } = options;
    this.#kernels = kernels;
    this.#draw = draw;
    this.#keys = seeds.map((seed) => stream(seed, purpose).key);
    this.#rows = rows;
    this.#features = features;
    this.#length = drawLength(rows * features);
    this.#span = drawSpan(draw, rows * features);
    this.#rowMajor = kernels.alloc(this.#length * FLOAT_BYTES);
    this.#normals = kernels.alloc(draw.kind === "mixture" ? this.#length * FLOAT_BYTES : 0);
    const table = draw.kind === "mixture" ? draw.components : draw.grid;
    this.#table = table ? kernels.alloc(drawLength(table.length) * FLOAT_BYTES) : 0;
    if (table) kernels.float32(this.#table, table.length).set(table);
  }

  /** Draw number `t` of a seed's stream, as blocks `[rows / 8][features][8]`. */
  fill(turn: number, t: number, to: Address): void {
    // Samples of one feature lie in memory as they stand in the stream.
    const out = this.#features === 1 ? to : this.#rowMajor;
    const [key, from] = [this.#keys[turn], t * this.#span];
    if (this.#draw.kind === "mixture") this.#mix(key, from, out);
    else {
      fillStream(this.#kernels, this.#draw, key, from, this.#length, out);
      if (this.#table !== 0) this.#kernels.add(this.#length, out, this.#table, out);
    }
    if (out !== to) this.#kernels.toBlocks(this.#rows, this.#features, out, to);
  }

  /** The choices of components are made where the samples are to stand. */
  #mix(key: Key, from: number, out: Address): void {
    fillStream(this.#kernels, UNIT_INTERVAL, key, from, this.#length, out);
    fillStream(this.#kernels, STANDARD_NORMAL, key, from + this.#length, this.#length, this.#normals);
    this.#kernels.mixComponents(this.#length, out, this.#normals, this.#table, out);
  }
}

/** Makes the dropout masks of a pass, one after the other. */
export class MaskDraws {
  readonly #kernels: Kernels;
  readonly #source: MaskSource;
  readonly #keys: readonly Key[];
  /** Scratch for the largest mask. */
  readonly #rowMajor: Address;
  #key: Key;
  #position = 0;

  constructor(kernels: Kernels, source: MaskSource, layout: NetworkLayout, rows: number, seeds: readonly number[]) {
    const widest = Math.max(0, ...dropoutsOf(layout).map(({ units, rate }) => (rate > 0 ? units : 0)));
    this.#kernels = kernels;
    this.#source = source;
    this.#keys = seeds.map((seed) => stream(seed, source.purpose).key);
    this.#key = this.#keys[0];
    this.#rowMajor = kernels.alloc(drawLength(rows * widest) * FLOAT_BYTES);
  }

  /** The masks that follow are those of this turn's update. */
  begin(turn: number, update: number): void {
    const { from, every } = this.#source;
    this.#key = this.#keys[turn];
    this.#position = from + update * every;
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

const UNIT_INTERVAL: AffineDraw = { kind: "uniform", scale: 1, shift: 0 };
const STANDARD_NORMAL: AffineDraw = { kind: "normal", scale: 1, shift: 0 };
const TWO_TO_32 = 2 ** 32;

function fillStream(
  kernels: Kernels,
  draw: AffineDraw,
  key: Key,
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
