import type { GanArm } from "../../experiment/arm.ts";
import { type Stream, stream } from "../../random/stream.ts";
import { drawOf } from "../draws.ts";
import { BatchInput } from "./batch-input.ts";
import { BatchDraws, type DropoutDraws, dropoutDraws } from "./draws.ts";
import type { Address, Kernels } from "./kernels.ts";
import { ROW_BYTES } from "./layer-buffers.ts";
import { crossEntropyBackward, fake, real } from "./loss.ts";
import { Pass } from "./pass.ts";
import type { PlayerNetworks } from "./player.ts";

/** Goodfellow et al. 2014, Algorithm 1, inner step: one update of the discriminator on real and fake samples. */
export class DiscriminatorUpdate {
  readonly #kernels: Kernels;
  readonly #generator: PlayerNetworks;
  readonly #discriminator: PlayerNetworks;
  readonly #data: BatchDraws;
  readonly #latents: BatchDraws;
  readonly #given: BatchInput;
  readonly #keys: readonly { data: Stream["key"]; latent: Stream["key"]; dropout: DropoutDraws }[];
  /** Real and fake samples go through the discriminator as one batch of two segments. */
  readonly #discriminate: Pass;
  readonly #generate: Pass;
  #updates = 0;

  constructor(
    kernels: Kernels,
    arm: GanArm,
    seeds: readonly number[],
    generator: PlayerNetworks,
    discriminator: PlayerNetworks,
  ) {
    const rows = arm.schedule.batch;
    const features = generator.layout.outputs;
    this.#kernels = kernels;
    this.#generator = generator;
    this.#discriminator = discriminator;
    this.#data = new BatchDraws(kernels, drawOf(arm.data), rows, features);
    this.#latents = new BatchDraws(kernels, drawOf(arm.latent), rows, arm.latent.dimensions);
    this.#given = new BatchInput(kernels, rows, features, seeds.length, "real samples");
    const masks = dropoutDraws(kernels, seeds, "dropout/discriminator", rows, [generator.layout, discriminator.layout]);
    this.#keys = seeds.map((seed, s) => ({
      data: stream(seed, "data").key,
      latent: stream(seed, "latent/discriminator").key,
      dropout: masks[s],
    }));
    this.#discriminate = new Pass(kernels, { layout: discriminator.layout, rows, segments: 2, dropout: true });
    this.#generate = new Pass(kernels, {
      layout: generator.layout,
      rows,
      dropout: true,
      output: this.#fakeSamples(features),
    });
  }

  /** The second segment of the discriminator's input, where the generator writes. */
  #fakeSamples(features: number): Address {
    return this.#discriminate.input + this.#discriminate.segmentBlocks * features * ROW_BYTES;
  }

  /** Updates every seed. @param realSamples `[S, batch, features]`; drawn from the data if there are none */
  run(realSamples?: Float32Array): void {
    if (realSamples) this.#given.check(realSamples);
    this.#discriminator.optimizer.advance();
    for (let s = 0; s < this.#keys.length; s++) {
      this.#drawSamples(s, realSamples);
      this.#descend(s);
    }
    this.#updates++;
  }

  #drawSamples(s: number, realSamples: Float32Array | undefined): void {
    const { data, latent, dropout } = this.#keys[s];
    if (realSamples) this.#given.load(realSamples, s, this.#discriminate.input);
    else this.#data.fill(data, this.#updates, this.#discriminate.input);
    this.#latents.fill(latent, this.#updates, this.#generate.input);
    this.#generate.forward(this.#generator.weights[s], dropout);
  }

  #descend(s: number): void {
    const { optimizer, gradient } = this.#discriminator;
    const weights = this.#discriminator.weights[s];
    this.#discriminate.forward(weights, this.#keys[s].dropout);
    crossEntropyBackward(this.#kernels, this.#discriminate, [real, fake]);
    this.#discriminate.backwardToWeights(weights, gradient);
    optimizer.apply(s, weights, gradient);
  }
}
