import { arrayOf } from "../study/networks.ts";
import type { Trial } from "../trial/trial.ts";

/** One moment of a film in one dimension. */
export interface Moment {
  readonly round: number;
  readonly z: ArrayLike<number>;
  readonly x: ArrayLike<number>;
  /** G on the z grid, D on the x grid. */
  readonly generator: ArrayLike<number>;
  readonly discriminator: ArrayLike<number>;
}

/** @throws {Error} if the trial has kept no film */
export function momentsOf(trial: Trial): Moment[] {
  const [rounds, z, x] = ["rounds", "z", "x"].map((name) => arrayOf(trial, `frames.${name}`).data);
  const row = (name: string, i: number) => {
    const { data, shape } = arrayOf(trial, `frames.${name}`);
    return data.subarray(i * shape[1], (i + 1) * shape[1]);
  };
  return Array.from(rounds as ArrayLike<number>, (round, i) => ({
    round,
    z,
    x,
    generator: row("generator", i),
    discriminator: row("discriminator", i),
  }));
}
