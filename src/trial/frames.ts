import { part } from "../engine/by-seed.ts";
import type { Adversary } from "../engine/engine.ts";
import type { Filming, GanArm } from "../language/arm.ts";
import { grid } from "../random/grid.ts";
import { latentGrid } from "../random/latent.ts";

type Arrays = Record<string, { shape: number[]; data: Float32Array }>;

/**
 * The film of an ensemble, frame after frame: the generator's map on a grid of latents and the discriminator on a grid of
 * x, or both players' weights.
 */
export class Frames {
  readonly #film: Filming;
  readonly #arm: GanArm;
  readonly #seeds: number;
  readonly #rounds: number[] = [];
  readonly #generator: Float32Array[] = [];
  readonly #discriminator: Float32Array[] = [];

  constructor(arm: GanArm, film: Filming, seeds: number) {
    this.#film = film;
    this.#arm = arm;
    this.#seeds = seeds;
  }

  async add(round: number, adversary: Adversary): Promise<void> {
    this.#rounds.push(round);
    if ("keeps" in this.#film) {
      this.#generator.push(await adversary.weights("generator"));
      this.#discriminator.push(await adversary.weights("discriminator"));
    } else {
      const { z, x } = this.#grids(this.#film);
      this.#generator.push((await adversary.sample(z)).slice());
      this.#discriminator.push((await adversary.discriminate(x)).slice());
    }
  }

  /** What belongs to the seed at index s. */
  arrays(s: number): Arrays {
    const stack = (frames: Float32Array[]) => {
      const own = frames.map((frame) => part(frame, s, this.#seeds));
      const data = new Float32Array(own.length * own[0].length);
      own.forEach((frame, f) => {
        data.set(frame, f * frame.length);
      });
      return { shape: [own.length, own[0].length], data };
    };
    const grids = "keeps" in this.#film ? undefined : this.#grids(this.#film);
    return {
      "frames.rounds": vector(Float32Array.from(this.#rounds)),
      ...(grids && { "frames.z": vector(grids.z), "frames.x": vector(grids.x) }),
      "frames.generator": stack(this.#generator),
      "frames.discriminator": stack(this.#discriminator),
    };
  }

  #grids({ points, x: [low, high] }: Extract<Filming, { points: number }>): { z: Float32Array; x: Float32Array } {
    return { z: latentGrid(this.#arm.latent, points), x: grid(low, high, points) };
  }
}

/** A one-dimensional array of its own. */
export const vector = (data: Float32Array) => ({ shape: [data.length], data: data.slice() });
