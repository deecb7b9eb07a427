export type Vector = readonly [x: number, y: number];
export type PlaneField = (x: number, y: number) => Vector;

export interface StreamlineOptions {
  readonly x: Vector;
  readonly y: Vector;
  /** Between lines, as a share of the domain's side: d_sep of the paper. */
  readonly separation?: number;
  /** How near a growing line may come to another, as a share of the separation: d_test/d_sep of the paper. */
  readonly nearest?: number;
  /** Shortest line that is kept, in separations. */
  readonly shortest?: number;
}

/**
 * Evenly spaced streamlines (Jobard and Lefer 1997, "Creating evenly-spaced streamlines of arbitrary density").
 * Lines follow the field's direction. Only +, −, ×, ÷ and square roots, so the lines are the same on every machine.
 * @returns lines of points in the domain's coordinates
 */
export function streamlines(field: PlaneField, options: StreamlineOptions): Vector[][] {
  const { x, y, separation = 0.035, nearest = 0.5, shortest = 2.5 } = options;
  const [width, height] = [x[1] - x[0], y[1] - y[0]];
  // In the unit square, so that both axes weigh the same.
  const direction = unitDirection(([u, v]) => {
    const [a, b] = field(x[0] + u * width, y[0] + v * height);
    return [a / width, b / height];
  });
  const step = separation / 5;
  const placed = new NeighbourGrid(separation);
  const lines: Vector[][] = [];

  /** Starts a line at a seed if there is room for it. */
  const tryFrom = (seed: Vector): void => {
    if (!isInside(seed) || !placed.isFree(seed, separation)) return;
    const line = lineThrough(seed, { direction, step, clearance: separation * nearest, placed });
    if ((line.length - 1) * step < separation * shortest) return;
    placed.addAll(line);
    lines.push(line);
  };

  // Seeds are placed next to lines already drawn, and on a grid to catch what those miss.
  let spread = 0;
  for (const seed of gridSeeds(placed.cells)) {
    tryFrom(seed);
    for (; spread < lines.length; spread++) {
      for (const candidate of seedsBeside(lines[spread], direction, separation)) tryFrom(candidate);
    }
  }
  return lines.map((line) => line.map(([u, v]) => [x[0] + u * width, y[0] + v * height] as const));
}

type Direction = (at: Vector) => Vector | undefined;

/** Below this length a vector has no direction that is worth following. */
const still = 1e-9;

const unitDirection =
  (field: (at: Vector) => Vector): Direction =>
  (at) => {
    const [a, b] = field(at);
    const length = Math.sqrt(a * a + b * b);
    return length > still ? [a / length, b / length] : undefined;
  };

const isInside = ([u, v]: Vector): boolean => u >= 0 && u <= 1 && v >= 0 && v <= 1;

const distance = (a: Vector, b: Vector): number => {
  const [du, dv] = [a[0] - b[0], a[1] - b[1]];
  return Math.sqrt(du * du + dv * dv);
};

interface Growth {
  readonly direction: Direction;
  readonly step: number;
  /** A line ends where it comes nearer than this to another, or to its own tail. */
  readonly clearance: number;
  readonly placed: NeighbourGrid;
}

/** Grows a line from its seed, both ways. */
function lineThrough(seed: Vector, growth: Growth): Vector[] {
  const backward = grow(seed, -growth.step, [], growth);
  const forward = grow(seed, growth.step, backward, growth);
  return [...backward.reverse(), seed, ...forward];
}

/** Far more than any line across the square needs; ends one that circles for ever. */
const longest = 2000;

/** @param otherHalf of the same line, which the growing half must not run into either */
function grow(seed: Vector, step: number, otherHalf: readonly Vector[], growth: Growth): Vector[] {
  const { direction, clearance, placed } = growth;
  // The last separation's worth of points is always near: it is where the line just came from.
  const recent = 5;
  const meets = (points: readonly Vector[], at: Vector) =>
    points.some((point, i) => i < points.length - recent && distance(point, at) < clearance);
  const line: Vector[] = [];
  let at = rungeKutta(direction, seed, step);
  while (at && isInside(at) && line.length < longest) {
    if (!placed.isFree(at, clearance) || meets(line, at) || meets(otherHalf, at)) break;
    line.push(at);
    at = rungeKutta(direction, at, step);
  }
  return line;
}

/** One classical fourth-order Runge–Kutta step; undefined where the field has no direction. */
function rungeKutta(direction: Direction, from: Vector, step: number): Vector | undefined {
  const at = (slope: Vector, t: number): Vector => [from[0] + t * slope[0], from[1] + t * slope[1]];
  const k1 = direction(from);
  const k2 = k1 && direction(at(k1, step / 2));
  const k3 = k2 && direction(at(k2, step / 2));
  const k4 = k3 && direction(at(k3, step));
  if (!k1 || !k2 || !k3 || !k4) return undefined;
  const mean = (i: 0 | 1) => (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]) / 6;
  return [from[0] + step * mean(0), from[1] + step * mean(1)];
}

/** Points at the separation from a line, on either side; a little more, so that rounding does not reject them. */
function* seedsBeside(line: readonly Vector[], direction: Direction, separation: number): Generator<Vector> {
  const away = separation * 1.001;
  for (const [u, v] of line) {
    const along = direction([u, v]);
    if (!along) continue;
    yield [u - along[1] * away, v + along[0] * away];
    yield [u + along[1] * away, v - along[0] * away];
  }
}

function* gridSeeds(cells: number): Generator<Vector> {
  for (let i = 0; i < cells; i++) {
    for (let j = 0; j < cells; j++) yield [(i + 0.5) / cells, (j + 0.5) / cells];
  }
}

/** Points of all lines in cells as wide as the separation, so that a neighbour is never more than a cell away. */
class NeighbourGrid {
  readonly cells: number;
  private readonly points: Vector[][];

  constructor(separation: number) {
    this.cells = Math.max(1, Math.floor(1 / separation));
    this.points = Array.from({ length: this.cells * this.cells }, () => []);
  }

  addAll(line: readonly Vector[]): void {
    for (const point of line) this.points[this.cell(point[0]) * this.cells + this.cell(point[1])].push(point);
  }

  /** Is no point nearer than this? @param clearance at most the separation */
  isFree(at: Vector, clearance: number): boolean {
    const [column, row] = [this.cell(at[0]), this.cell(at[1])];
    for (let i = Math.max(0, column - 1); i <= Math.min(this.cells - 1, column + 1); i++) {
      for (let j = Math.max(0, row - 1); j <= Math.min(this.cells - 1, row + 1); j++) {
        if (this.points[i * this.cells + j].some((point) => distance(point, at) < clearance)) return false;
      }
    }
    return true;
  }

  private cell(t: number): number {
    return Math.min(this.cells - 1, Math.max(0, Math.floor(t * this.cells)));
  }
}
