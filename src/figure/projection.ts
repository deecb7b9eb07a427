import type { SurfaceOptions } from "./surface-options.ts";

/** A point of the drawing in CSS pixels, and how far it is from the reader (larger is nearer). */
export interface Projected {
  readonly x: number;
  readonly y: number;
  readonly depth: number;
}

export type Projection = (x: number, y: number, z: number) => Projected;

/**
 * Parallel projection of the unit box, turned and tilted. Sines and cosines are those of Pythagorean triangles,
 * so they are exact and no Math.sin is needed.
 */
export function projection({ x, y, z }: SurfaceOptions, width: number, height: number): Projection {
  const turn = { cos: 12 / 13, sin: -5 / 13 };
  const tilt = { cos: 4 / 5, sin: 3 / 5 };
  const scale = width / 1.62;
  /** Height of the box, its sides being 1. */
  const tall = 0.62;
  const unit = ([low, high]: readonly [number, number], value: number) => (value - low) / (high - low) - 0.5;
  return (valueX, valueY, valueZ) => {
    const [u, v, w] = [unit(x.domain, valueX), unit(y.domain, valueY), unit(z.domain, valueZ) * tall];
    const right = u * turn.cos - v * turn.sin;
    const away = u * turn.sin + v * turn.cos;
    return {
      x: width * 0.5 + scale * right,
      y: height * 0.47 - scale * (away * tilt.sin + w * tilt.cos),
      depth: -away,
    };
  };
}
