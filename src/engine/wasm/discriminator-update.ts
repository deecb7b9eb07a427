import type { GanArm } from "../../language/arm.ts";
import { dataDraw, latentDraw, latentStream, refuseToDraw } from "../../random/draws.ts";
import { type Stream, stream } from "../../random/stream.ts";
import type { LossMeans } from "../losses.ts";
import { BatchInput } from "./batch-input.ts";
import { BatchDraws, type DropoutDraws, dropoutDraws } from "./draws.ts";
import type { Address, Kernels } from "./kernels.ts";
import { ROW_BYTES } from "./layer-buffers.ts";
import { type CrossEntropyTerm, crossEntropy, crossEntropyBackward, discriminatorTerms } from "./loss.ts";
import { Pass } from "./pass.ts";
import type { PlayerNetworks } from "./player.ts";

/** Goodfellow et al. 2014, Algorithm 1, inner step: one update of the discriminator on real and fake samples. */
export class DiscriminatorUpdate {
  readonly #kernels: Kernels;
  readonly #arm: GanArm;
  readonly #terms: readonly CrossEntropyTerm[];
  readonly #losses: LossMeans | undefined;
  readonly #generator: PlayerNetworks;
  readonly #discriminator: PlayerNetworks;
  readonly #data: BatchDraws | undefined;
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
    losses: LossMeans | undefined,
  ) {
    const rows = arm.schedule.batch;
    const features = generator.layout.outputs;
    this.#kernels = kernels;
    this.#arm = arm;
    this.#terms = discriminatorTerms(arm.discriminatorLossFactor);
    this.#losses = losses;
    this.#generator = generator;
    this.#discriminator = discriminator;
    const draw = dataDraw(arm);
    this.#data = draw && new BatchDraws(kernels, draw, rows, features);
    this.#latents = new BatchDraws(kernels, latentDraw(arm.latent, rows), rows, arm.latent.dimensions);
    this.#given = new BatchInput(kernels, rows, features, seeds.length, "real samples");
    const masks = dropoutDraws(kernels, seeds, "dropout/discriminator", rows, [generator.layout, discriminator.layout]);
    this.#keys = seeds.map((seed, s) => ({
      data: stream(seed, "data").key,
      latent: stream(seed, latentStream("discriminator", arm)).key,
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
    else if (this.#data) this.#data.fill(data, this.#updates, this.#discriminate.input);
    else refuseToDraw(this.#arm);
    this.#latents.fill(latent, this.#updates, this.#generate.input);
    this.#generate.forward(this.#generator.weights[s], dropout);
  }

  #descend(s: number): void {
    const { gradient } = this.#discriminator;
    const weights = this.#discriminator.weights[s];
    this.#discriminate.forward(weights, this.#keys[s].dropout);
    this.#losses?.add("discriminator", s, crossEntropy(this.#kernels, this.#discriminate, this.#terms));
    crossEntropyBackward(this.#kernels, this.#discriminate, this.#terms);
    this.#discriminate.backwardToWeights(weights, gradient);
    this.#discriminator.step(s);
  }
}
