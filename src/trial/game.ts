import { follow } from "../games/follow.ts";
import type { GameArm } from "../language/arm.ts";
import type { Outcome } from "./kind.ts";

export const file = "trial/game.ts";
export const usesEngine = false;

/** Follows a game from its start. It has diverged if a coordinate or a distance has left the finite numbers. */
export async function train(arm: GameArm, seeds: readonly number[]): Promise<Outcome[]> {
  return seeds.map((seed): Outcome => {
    const { iterations, distance, end, trajectory } = follow(arm, seed);
    return {
      state: Number.isFinite(end.largestCoordinate) && Number.isFinite(end.meanDistance) ? "trained" : "diverged",
      rounds: iterations,
      curves: { distance },
      end,
      arrays: trajectory ? { trajectory: { shape: [trajectory.length / 2, 2], data: trajectory } } : {},
    };
  });
}

export const estimatedSeconds = (arm: GameArm): number =>
  arm.iterations * (arm.method === "gradient-descent" ? 1 : 2) * arm.game.points.count * secondsAPoint;

/** Measured on a 2-core AVX2 machine; only ratios matter. */
const secondsAPoint = 4e-9;
