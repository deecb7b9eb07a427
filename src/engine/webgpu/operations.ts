import type { GanArm } from "../../language/arm.ts";
import { dataDraw, drawSpan, latentDraw } from "../../random/draws.ts";
import type { Player } from "../engine.ts";
import type { NetworkLayout } from "../layout.ts";
import { maskLength } from "../layout.ts";
import { type Step, StepSizes } from "../steps.ts";
import { fits, isGiven, ofGenerator, operationWords } from "./wgsl/interface.ts";

/** One update of all seeds, as the kernel is told of it: see `Operation` in wgsl/interface.ts. */
export interface Operation extends Step {
  readonly code: number;
  readonly rows: number;
  readonly weight: number;
  /** Block of the stream at which the draw starts, or the masks. */
  readonly data: number;
  readonly latents: number;
  readonly masks: number;
}

/** Makes one operation after the other; it keeps count of what each has taken from its streams. */
export class Operations {
  readonly #arm: GanArm;
  readonly #layout: Record<Player, NetworkLayout>;
  readonly #steps: Record<Player, StepSizes>;
  /** Positions that the data and the latents of an update take. */
  readonly #spans: { readonly data: number; readonly latents: number };
  readonly #updates: Record<Player, number> = { discriminator: 0, generator: 0 };
  /** Positions, as all below. */
  readonly #masks = { discriminator: 0, generator: 0, "fitted discriminator": 0, "fitted generator": 0 };

  constructor(arm: GanArm, layout: Record<Player, NetworkLayout>) {
    const { batch } = arm.schedule;
    const data = dataDraw(arm);
    const keeps = arm.gradients?.isZeroed === false;
    this.#arm = arm;
    this.#layout = layout;
    this.#spans = {
      data: data ? drawSpan(data, batch * layout.generator.outputs) : 0,
      latents: drawSpan(latentDraw(arm.latent, batch), batch * layout.generator.inputs),
    };
    this.#steps = {
      discriminator: new StepSizes(arm.optimizer.discriminator, keeps),
      generator: new StepSizes(arm.optimizer.generator, keeps),
    };
  }

  /** @param hasReal whether the host gives the real batch */
  updateDiscriminator(hasReal: boolean): Operation {
    const { batch } = this.#arm.schedule;
    const { generator, discriminator } = this.#layout;
    const t = this.#updates.discriminator++;
    return {
      code: hasReal ? isGiven : 0,
      rows: batch,
      weight: (this.#arm.discriminatorLossFactor ?? 1) / batch,
      ...this.#steps.discriminator.next(),
      data: hasReal ? 0 : blockAt(t * this.#spans.data),
      latents: this.#latentsOf(t),
      masks: this.#takeMasks("discriminator", maskLength(generator, batch) + 2 * maskLength(discriminator, batch)),
    };
  }

  updateGenerator(): Operation {
    const { generatorLoss, schedule } = this.#arm;
    const { generator, discriminator } = this.#layout;
    const t = this.#updates.generator++;
    return {
      code: ofGenerator,
      rows: schedule.batch,
      weight: (generatorLoss === "saturating" ? -1 : 1) / schedule.batch,
      ...this.#steps.generator.next(),
      data: 0,
      latents: this.#latentsOf(t),
      masks: this.#takeMasks(
        "generator",
        maskLength(generator, schedule.batch) + maskLength(discriminator, schedule.batch),
      ),
    };
  }

  /** @throws {RangeError} if gradients are never zeroed, which fitting is to leave alone */
  regress(player: Player, rows: number): Operation {
    if (this.#arm.gradients?.isZeroed === false) {
      throw new RangeError("expected gradients that are zeroed where a player is fitted; use the engine wasm");
    }
    return {
      code: fits | (player === "generator" ? ofGenerator : 0),
      rows,
      weight: 2 / (rows * this.#layout[player].outputs),
      ...this.#steps[player].next(),
      data: 0,
      latents: 0,
      masks: this.#takeMasks(`fitted ${player}`, maskLength(this.#layout[player], rows)),
    };
  }

  #latentsOf(t: number): number {
    return blockAt(t * this.#spans.latents);
  }

  #takeMasks(stream: MaskStream, length: number): number {
    const at = this.#masks[stream];
    this.#masks[stream] += length;
    return blockAt(at);
  }
}

type MaskStream = Player | `fitted ${Player}`;

/** A block of Threefry holds two numbers. The kernel counts blocks in 32 bits: some 10⁸ updates. */
function blockAt(position: number): number {
  const block = position / 2;
  if (block < 2 ** 31) return block;
  throw new RangeError(`expected fewer than 2^32 numbers of a stream, got ${position}; use the engine wasm`);
}

/** Writes an operation in place number i. @param input, target where the host's batches lie in `given` */
export function writeOperation(
  words: DataView,
  i: number,
  operation: Operation,
  { input, target }: { readonly input: number; readonly target: number },
): void {
  const { code, rows, weight, stepSize, epsilon, momentum, data, latents, masks } = operation;
  const at = 4 * operationWords * i;
  [code, rows].forEach((word, k) => {
    words.setUint32(at + 4 * k, word, true);
  });
  [weight, stepSize, epsilon, momentum].forEach((number, k) => {
    words.setFloat32(at + 8 + 4 * k, number, true);
  });
  [data, latents, masks, input, target].forEach((word, k) => {
    words.setUint32(at + 24 + 4 * k, word, true);
  });
}
