import { gameOf } from "../games/define.ts";
import { follow } from "../games/follow.ts";
import type { Game } from "../games/game.ts";
import { gradientsPerIteration } from "../games/methods.ts";
import type { GameArm } from "../language/arm.ts";
import type { Outcome, Tools } from "./kind.ts";

export const file = "trial/game.ts";
export const usesEngine = false;

/** A game's own file, as it exports the game. */
export interface GameModule {
  readonly default: Game;
}

/** Plays a game from its start. It gets the game handed in and looks for none: another game is no part of its key. */
export async function train(arm: GameArm, seeds: readonly number[], { part }: Tools<GameModule>): Promise<Outcome[]> {
  return seeds.map((seed): Outcome => {
    const { iterations, curves, end, hasDiverged, trajectory } = follow(part.default, arm, seed);
    const width = part.default.parameters.length;
    return {
      state: hasDiverged ? "diverged" : "trained",
      rounds: iterations,
      curves,
      end,
      arrays: trajectory ? { trajectory: { shape: [trajectory.length / width, width], data: trajectory } } : {},
    };
  });
}

/** The file of the arm's game. Spelt out here, because importing `loadGame` puts every game into the bundle. */
export function part({ game: { kind } }: GameArm): string {
  if (!/^[a-z0-9-]+$/.test(kind)) throw new RangeError(`expected a kind of game, got ${JSON.stringify(kind)}`);
  return `games/${kind}.game.ts`;
}

/** @throws {UsageError} if the arm's game has not been loaded */
export const estimatedSeconds = ({ iterations, method, game }: GameArm): number =>
  iterations * gradientsPerIteration[method] * gameOf(game).secondsAnEvaluation(game);
