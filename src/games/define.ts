import type { GameSettings } from "../language/arm.ts";
import { UsageError } from "../language/usage-error.ts";
import type { Game } from "./game.ts";

const games = new Map<string, Game>();

/** Registers a game, so that the game of an arm can be looked up. @throws {Error} if its kind is taken */
export function defineGame<Settings extends GameSettings>(game: Game<Settings>): Game<Settings> {
  if (games.has(game.kind)) throw new Error(`expected one game of each kind, got "${game.kind}" twice`);
  games.set(game.kind, game);
  return game;
}

/** A game that has been loaded; undefined for any other. */
export const loadedGame = (kind: string): Game | undefined => games.get(kind);

/**
 * The game that an arm plays. A source that names its game by the game's own constructor has loaded it; for arms that were
 * read from a file, `loadGame` comes first.
 * @throws {UsageError} if no game of this kind has been loaded
 */
export function gameOf({ kind }: GameSettings): Game {
  const game = loadedGame(kind);
  if (!game) {
    const loaded = [...games.keys()].join(", ") || "none";
    throw new UsageError(`expected a game that has been loaded (${loaded}), got the kind "${kind}"`);
  }
  return game;
}
