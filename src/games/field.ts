/** A state of a two-parameter game: (b_D, b_G). */
export type Point = readonly [discriminator: number, generator: number];

/** The direction in which simultaneous gradient play pushes: ascent for D, descent for G. */
export type Field = (at: Point) => Point;

/** One iteration of an algorithm. */
export type Step = (at: Point) => Point;

/** a + t·b */
export const along = (a: Point, t: number, b: Point): Point => [a[0] + t * b[0], a[1] + t * b[1]];

/** Euclidean distance. Math.hypot is not specified to the bit; the square root is. */
export const distance = (a: Point, b: Point): number => {
  const [dx, dy] = [a[0] - b[0], a[1] - b[1]];
  return Math.sqrt(dx * dx + dy * dy);
};
