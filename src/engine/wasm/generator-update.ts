import type { GanArm } from "../../language/arm.ts";
import { latentDraw, latentStream } from "../../random/draws.ts";
import { type Stream, stream } from "../../random/stream.ts";
import type { LossMeans } from "../losses.ts";
import { BatchDraws, type DropoutDraws, dropoutDraws } from "./draws.ts";
import { GeneratorGradient } from "./generator-gradient.ts";
import type { Kernels } from "./kernels.ts";
import type { PlayerNetworks } from "./player.ts";

/** Goodfellow et al. 2014, Algorithm 1, outer step: one update of the generator against the discriminator. */
export class GeneratorUpdate {
  readonly #arm: GanArm;
  readonly #losses: LossMeans | undefined;
  readonly #generator: PlayerNetworks;
  readonly #latents: BatchDraws;
  readonly #keys: readonly { latent: Stream["key"]; dropout: DropoutDraws }[];
  readonly #gradient: GeneratorGradient;
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
    this.#arm = arm;
    this.#losses = losses;
    this.#generator = generator;
    this.#latents = new BatchDraws(kernels, latentDraw(arm.latent, rows), rows, arm.latent.dimensions);
    const masks = dropoutDraws(kernels, seeds, "dropout/generator", rows, [generator.layout, discriminator.layout]);
    this.#keys = seeds.map((seed, s) => ({
      latent: stream(seed, latentStream("generator", arm)).key,
      dropout: masks[s],
    }));
    this.#gradient = new GeneratorGradient(kernels, generator, discriminator, rows, {
      dropout: true,
      hasCrossTalk: arm.gradients?.hasCrossTalk,
    });
  }

  /** Updates every seed. */
  run(): void {
    this.#generator.optimizer.advance();
    for (let s = 0; s < this.#keys.length; s++) {
      const { latent, dropout } = this.#keys[s];
      this.#latents.fill(latent, this.#updates, this.#gradient.latents);
      this.#gradient.forward(s, dropout);
      this.#losses?.add("generator", s, this.#gradient.loss(this.#arm.generatorLoss));
      this.#gradient.backward(s, this.#arm.generatorLoss);
      this.#generator.step(s);
    }
    this.#updates++;
  }
}
