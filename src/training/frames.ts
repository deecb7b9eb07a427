type Arrays = Record<string, { shape: number[]; data: Float32Array }>;

/** The film of one seed: the generator's map on a z grid and the discriminator on an x grid, frame after frame. */
export class Frames {
  private readonly rounds: number[] = [];
  private readonly generator: Float32Array[] = [];
  private readonly discriminator: Float32Array[] = [];
  private grids?: { z: Float32Array; x: Float32Array };

  add(round: number, z: Float32Array, x: Float32Array, generated: Float32Array, probability: Float32Array): void {
    this.grids ??= { z, x };
    this.rounds.push(round);
    this.generator.push(generated.slice());
    this.discriminator.push(probability.slice());
  }

  arrays(): Arrays {
    if (!this.grids) return {};
    const stack = (frames: Float32Array[]) => {
      const data = new Float32Array(frames.length * frames[0].length);
      frames.forEach((frame, f) => {
        data.set(frame, f * frame.length);
      });
      return { shape: [frames.length, frames[0].length], data };
    };
    return {
      "frames.rounds": vector(Float32Array.from(this.rounds)),
      "frames.z": vector(this.grids.z),
      "frames.x": vector(this.grids.x),
      "frames.generator": stack(this.generator),
      "frames.discriminator": stack(this.discriminator),
    };
  }
}

/** A one-dimensional array of its own. */
export const vector = (data: Float32Array) => ({ shape: [data.length], data: data.slice() });
