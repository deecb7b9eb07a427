import { readdirSync } from "node:fs";
import { join } from "node:path";
import { faultsOfGameArm } from "../games/check.ts";
import type { Game } from "../games/game.ts";
import { gameFile, loadGame } from "../games/load.ts";
import type { Arm, GameArm } from "../language/arm.ts";
import { faultText } from "../language/faults.ts";
import { UsageError } from "../language/usage-error.ts";

/** Kinds of game that there is a file for, in alphabetical order. */
export function knownGames(): string[] {
  const ending = gameFile("");
  return readdirSync(join(import.meta.dirname, "../games"))
    .filter((file) => file.endsWith(ending))
    .map((file) => file.slice(0, -ending.length))
    .sort();
}

/**
 * Loads the games that arms play, and checks the arms against them.
 * @param arms by the names that faults are reported with
 * @throws {UsageError} with a line for each fault of an arm: which arm, which setting, what was expected
 */
export async function loadGamesOf(arms: Readonly<Record<string, Arm>>): Promise<void> {
  for (const [name, arm] of Object.entries(arms)) {
    if (arm.kind !== "game") continue;
    const faults = faultsOfGameArm(await gameFor(name, arm), arm);
    if (faults.length > 0) throw new UsageError(faults.map((fault) => `${name}: ${faultText(fault)}`).join("\n"));
  }
}

async function gameFor(name: string, { game }: GameArm): Promise<Game> {
  try {
    return await loadGame(game.kind, knownGames);
  } catch (error) {
    if (error instanceof UsageError) throw new UsageError(`${name}: ${error.message}`);
    throw error;
  }
}
