import type { Vector } from "./streamlines.ts";

export interface SurfaceOptions {
  readonly value: (x: number, y: number) => number;
  readonly x: SurfaceAxis;
  readonly y: SurfaceAxis;
  readonly z: { readonly label: string; readonly ticks: readonly number[]; readonly domain: Vector };
  /** Colour of a height, 0 at the bottom and 1 at the top. */
  readonly color: (height: number) => string;
  readonly points?: readonly SurfacePoint[];
  /** Quads along each axis. */
  readonly quads?: number;
  readonly width?: number;
  readonly height?: number;
}

export interface SurfaceAxis {
  readonly domain: Vector;
  readonly label: string;
  readonly ticks: readonly number[];
}

/** A mark on the surface, with its name and where the name stands. */
export interface SurfacePoint {
  readonly at: Vector;
  readonly label: string;
  readonly filled: boolean;
  /** Offset of the name in CSS pixels. */
  readonly dx: number;
  readonly dy: number;
}
