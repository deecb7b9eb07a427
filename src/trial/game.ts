import { follow } from "../games/follow.ts";
import type { Game } from "../games/game.ts";
import type { GameArm } from "../language/arm.ts";
import type { Trial } from "./trial.ts";

/**
 * Plays a game arm from one seed. Together with the game's own file (`src/games/<kind>.game.ts`) this is all the code that
 * decides the outcome: it gets the game handed in, and looks for none.
 */
export function playGame(
  game: Game,
  arm: GameArm,
  seed: number,
): Pick<Trial, "state" | "rounds" | "curves" | "end" | "arrays"> {
  const { iterations, curves, end, hasDiverged, trajectory } = follow(game, arm, seed);
  const width = game.parameters.length;
  return {
    state: hasDiverged ? "diverged" : "trained",
    rounds: iterations,
    curves,
    end,
    arrays: trajectory ? { trajectory: { shape: [trajectory.length / width, width], data: trajectory } } : {},
  };
}
