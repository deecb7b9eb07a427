/** A state of a game: one number for each of its parameters, in the order in which the game lists them. */
export type Point = readonly number[];

/** The direction in which simultaneous gradient play pushes: each parameter along its own player's gradient, uphill or downhill. */
export type Field = (at: Point) => Point;

/** One iteration of an algorithm. */
export type Step = (at: Point) => Point;

/** a + t·b */
export const along = (a: Point, t: number, b: Point): Point => a.map((x, i) => x + t * b[i]);

/** Euclidean distance. Math.hypot is not specified to the bit; the square root is. */
export const distance = (a: Point, b: Point): number => {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] - b[i]) * (a[i] - b[i]);
  return Math.sqrt(sum);
};
