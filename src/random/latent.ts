import type { Latent } from "../language/arm.ts";
import { drawSamples, latentDraw } from "./draws.ts";
import type { Stream } from "./stream.ts";

/** `n` latent vectors from a stream. @param from position in the stream, a multiple of 8. @returns `[n, dimensions]` */
export const drawLatent = (latent: Latent, n: number, numbers: Stream, from = 0): Float32Array =>
  drawSamples(latentDraw(latent, n), numbers, n * latent.dimensions, from);

/**
 * `n` evenly spread latents that stand for the whole prior: the middles of n equal parts of a one-dimensional range; the
 * jitter of a stratified prior is spread evenly too.
 * @returns `[n, 1]`
 * @throws {RangeError} for other priors
 */
export function stratifiedLatent(latent: Latent, n: number): Float32Array {
  const middles = evenlySpaced(latent, n, (i) => (i + 0.5) / n);
  if (latent.kind !== "stratified") return middles;
  return middles.map((middle, i) => middle + latent.jitter * (((i + 1) * goldenRatio) % 1));
}

/** (√5 − 1)/2, whose multiples fill [0, 1) more evenly than those of any other number (Knuth 1998, 6.4, theorem S). */
const goldenRatio = 0.618033988749895;

/** The notebook's grid, ends included: np.linspace(low, high, n). @returns `[n, 1]` */
export function latentGrid(latent: Latent, n: number): Float32Array {
  return evenlySpaced(latent, n, (i) => i / (n - 1));
}

function evenlySpaced(latent: Latent, n: number, share: (i: number) => number): Float32Array {
  if (latent.kind === "normal" || latent.dimensions !== 1) {
    throw new RangeError(
      `expected a one-dimensional latent on a range, got ${latent.dimensions}-dimensional ${latent.kind}`,
    );
  }
  const { low, high } = latent;
  return Float32Array.from({ length: n }, (_, i) => low + (high - low) * share(i));
}
