import { UsageError } from "../language/usage-error.ts";
import type { Game } from "./game.ts";

/** The file in this folder that defines a kind of game. */
export const gameFile = (kind: string): string => `${kind}.game.ts`;

/**
 * Finds a game by its kind: in Node as a file of this folder, in a browser as a part of the bundle (esbuild and Vite take in
 * every file that the pattern of the import below can name). Only this module imports games that way, so code that needs the
 * import closure of one game bundles the game's own file and leaves this module out.
 * @param known the kinds that exist, for the message, where the caller can list the folder
 * @throws {UsageError} with one line if there is no such game, or its file cannot be loaded
 */
export async function loadGame(kind: string, known: () => readonly string[] = () => []): Promise<Game> {
  const exists = known();
  if (!/^[a-z0-9-]+$/.test(kind) || (exists.length > 0 && !exists.includes(kind))) throw unknown(kind, exists);
  let loaded: { readonly default?: Game };
  try {
    loaded = await import(`./${kind}.game.ts`);
  } catch (error) {
    if (isMissing(error as Error, kind)) throw unknown(kind, exists);
    throw new UsageError(`expected a game in src/games/${gameFile(kind)}, got ${oneLine(error as Error)}`);
  }
  if (loaded.default?.kind !== kind) {
    const got = loaded.default === undefined ? "no default export" : `the kind "${loaded.default.kind}"`;
    throw new UsageError(
      `expected src/games/${gameFile(kind)} to export the game "${kind}" by defineGame as its default, got ${got}`,
    );
  }
  return loaded.default;
}

function unknown(kind: string, exists: readonly string[]): UsageError {
  const kinds = exists.length > 0 ? exists.map((name) => `"${name}"`).join(", ") : "a file src/games/<kind>.game.ts";
  return new UsageError(`expected a kind of game (${kinds}), got ${JSON.stringify(kind)}`);
}

/** Node, Vite and esbuild each have their own words for it. */
const isMissing = (error: Error, kind: string): boolean =>
  /cannot find module|module not found|unknown variable dynamic import/i.test(error.message) &&
  error.message.includes(`/${gameFile(kind)}`) &&
  !/imported from .*\.game\.ts/.test(error.message);

const oneLine = ({ name, message }: Error): string => `${name}: ${message.split("\n")[0]}`;
