import type { XY } from "./game-frame.ts";

/**
 * Density of G(z), z uniform on a grid: between two neighbours of the grid lies an equal share of the probability, spread
 * evenly between their images. So a G that folds back adds up, and one that stands still piles up.
 * @param images G on the grid, ascending in z
 * @returns the outline of `bins` equal bins over the domain; what falls outside is left out
 */
export function pushforward(images: ArrayLike<number>, domain: readonly [number, number], bins: number): XY[] {
  const [low, high] = domain;
  const width = (high - low) / bins;
  const mass = new Float64Array(bins);
  const share = 1 / (images.length - 1);
  for (let i = 1; i < images.length; i++) {
    const [from, to] = [Math.min(images[i - 1], images[i]), Math.max(images[i - 1], images[i])].map(
      (x) => (x - low) / width,
    );
    const last = Math.min(bins - 1, Math.floor(to));
    for (let bin = Math.max(0, Math.floor(from)); bin <= last; bin++) {
      const covered = Math.min(to, bin + 1) - Math.max(from, bin);
      mass[bin] += to > from ? (share * covered) / (to - from) : share;
    }
  }
  return Array.from(mass, (m, bin) => [
    { x: low + bin * width, y: m / width },
    { x: low + (bin + 1) * width, y: m / width },
  ]).flat();
}
