import * as tf from "@tensorflow/tfjs-core";
import type { GanArm } from "../../language/arm.ts";
import { dataDraw, latentDraw, latentStream } from "../../random/draws.ts";
import type { Stream } from "../../random/stream.ts";
import type { Player } from "../engine.ts";
import type { NetworkLayout } from "../layout.ts";
import { DropoutMasks, drawSamples } from "../reference/draws.ts";
import type { Masks } from "./network.ts";

/** What one update of a player takes. All tensors are `[S, rows, features]`. */
export interface UpdateInputs {
  readonly latents: tf.Tensor3D;
  /** Undefined where real batches are handed to the update. */
  readonly data: tf.Tensor3D | undefined;
  readonly masks: Readonly<Record<Player, Masks>>;
}

/** One of the things that an update takes, made on the host. */
interface Made {
  readonly rows: number;
  readonly features: number;
  /** Its numbers `[rows, features]` for the seed at index s in update t; asked for in the order of the updates. */
  make(s: number, t: number): ArrayLike<number>;
}

/** Where a network may drop units, in the order of `Masks`. */
export const dropoutsOf = ({ inputs, inputDropout, layers }: NetworkLayout): { units: number; dropout: number }[] => [
  { units: inputs, dropout: inputDropout },
  ...layers,
];

type MakeStream = (seed: number, purpose: string) => Stream;

/** The inputs of one player's updates, one after the other: made on the host and uploaded, those of many updates at a time. */
export class Inputs {
  readonly #seeds: number;
  readonly #hasData: boolean;
  readonly #made: readonly Made[];
  /** For each player's `Masks` their places among what is made; −1 where nothing is dropped. */
  readonly #maskAt: Readonly<Record<Player, readonly number[]>>;
  /** Updates whose inputs are uploaded together. */
  readonly #block: number;
  #uploaded: tf.Tensor2D[] = [];
  #updates = 0;

  constructor(
    player: Player,
    arm: GanArm,
    layout: Readonly<Record<Player, NetworkLayout>>,
    seeds: readonly number[],
    streamOf: MakeStream,
  ) {
    const { batch } = arm.schedule;
    const draw = player === "discriminator" ? dataDraw(arm) : undefined;
    const made = [drawn(latentDraw(arm.latent, batch), latentStream(player, arm), layout.generator.inputs)];
    if (draw) made.push(drawn(draw, "data", layout.generator.outputs));
    const masks = seeds.map((seed) => new DropoutMasks(streamOf(seed, `dropout/${player}`)));
    const dropped = (of: Player, segments: number) =>
      dropoutsOf(layout[of]).map(({ units, dropout }) => {
        if (dropout === 0) return -1;
        const rows = batch * segments;
        made.push({ rows, features: units, make: (s) => masks[s].next(rows, units, dropout, segments) });
        return made.length - 1;
      });

    function drawn(of: Parameters<typeof drawSamples>[0], purpose: string, features: number): Made {
      const streams = seeds.map((seed) => streamOf(seed, purpose));
      return { rows: batch, features, make: (s, t) => drawSamples(of, streams[s], t, batch * features) };
    }

    this.#seeds = seeds.length;
    this.#hasData = draw !== undefined;
    // Real and fake go through the discriminator together, each half with masks of its own.
    this.#maskAt = {
      generator: dropped("generator", 1),
      discriminator: dropped("discriminator", player === "discriminator" ? 2 : 1),
    };
    this.#made = made;
    const numbers = made.reduce((sum, { rows, features }) => sum + rows * features * seeds.length, 0);
    this.#block = Math.max(1, Math.min(largestBlock, Math.floor(numbersAtOnce / numbers)));
  }

  /** Those of the next update. Called in a `tidy`. */
  next(): UpdateInputs {
    const within = this.#updates % this.#block;
    if (within === 0) this.#upload();
    this.#updates++;
    const all = this.#made.map(({ rows, features }, i) =>
      tf.reshape(tf.slice(this.#uploaded[i], [within, 0], [1, -1]), [this.#seeds, rows, features]),
    ) as tf.Tensor3D[];
    const masksOf = (player: Player) => this.#maskAt[player].map((at) => (at < 0 ? undefined : all[at]));
    return {
      latents: all[0],
      data: this.#hasData ? all[1] : undefined,
      masks: { generator: masksOf("generator"), discriminator: masksOf("discriminator") },
    };
  }

  dispose(): void {
    tf.dispose(this.#uploaded);
  }

  #upload(): void {
    const length = this.#made.map(({ rows, features }) => this.#seeds * rows * features);
    const blocks = length.map((numbers) => new Float32Array(this.#block * numbers));
    for (let t = 0; t < this.#block; t++) {
      for (let s = 0; s < this.#seeds; s++) {
        // Layers' masks follow each other in one stream, so an update's inputs are made in their order.
        for (const [i, { make }] of this.#made.entries()) {
          blocks[i].set(make(s, this.#updates + t), t * length[i] + s * (length[i] / this.#seeds));
        }
      }
    }
    tf.dispose(this.#uploaded);
    this.#uploaded = blocks.map((block, i) => tf.keep(tf.tensor2d(block, [this.#block, length[i]])));
  }
}

/** 4 MiB: enough that uploading costs little, little enough to keep two of them. */
const numbersAtOnce = 2 ** 20;
const largestBlock = 64;
