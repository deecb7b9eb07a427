import { imagePixels, toUnitRange } from "../data/images.ts";
import { part } from "../engine/by-seed.ts";
import type { Adversary } from "../engine/engine.ts";
import type { GanArm } from "../language/arm.ts";
import { drawLatent } from "../random/latent.ts";
import { stream } from "../random/stream.ts";
import { normalisationOf } from "./normalisation.ts";

/** Generated images of the same latents at several rounds, as bytes. */
export class SampleImages {
  readonly #arm: GanArm;
  readonly #count: number;
  readonly #rounds: number[] = [];
  /** For each record, the images of each seed. */
  readonly #images: Uint8Array[][] = [];

  constructor(arm: GanArm, count: number) {
    this.#arm = arm;
    this.#count = count;
  }

  async add(round: number, adversary: Adversary): Promise<void> {
    this.#rounds.push(round);
    const images: Uint8Array[] = [];
    for (const [s, seed] of adversary.seeds.entries()) {
      const latents = drawLatent(this.#arm.latent, this.#count, stream(seed, "latent/shown"));
      const all = await adversary.sample(latents, this.#count);
      images.push(bytesOf(toUnitRange(part(all, s, adversary.seeds.length), normalisationOf(this.#arm))));
    }
    this.#images.push(images);
  }

  /** What belongs to the seed at index s. */
  arrays(s: number) {
    const data = new Uint8Array(this.#rounds.length * this.#count * imagePixels);
    this.#images.forEach((ofRound, r) => {
      data.set(ofRound[s], r * this.#count * imagePixels);
    });
    const rounds = Float32Array.from(this.#rounds);
    return {
      "samples.rounds": { shape: [rounds.length], data: rounds },
      samples: { shape: [rounds.length, this.#count, imagePixels], data },
    };
  }
}

/** 0 to 255, clipped; what is no number is shown as background. */
const bytesOf = (pixels: Float32Array): Uint8Array =>
  Uint8Array.from(pixels, (pixel) => (pixel > 0 ? Math.min(255, Math.round(pixel * 255)) : 0));
