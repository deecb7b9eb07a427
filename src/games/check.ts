import type { GameArm } from "../experiment/arm.ts";
import { UsageError } from "../reproduction/usage-error.ts";
import type { Game } from "./game.ts";

/** Checks what only the game knows of an arm: its settings and its start. @throws {UsageError} with one line, which `name` begins */
export function checkGameArm(game: Game, arm: GameArm, name: string): void {
  const checked = game.settings.safeParse(arm.game);
  if (!checked.success) {
    const faults = checked.error.issues.map(
      ({ path, message }) => `game${path.map((part) => `.${String(part)}`).join("")}: ${message}`,
    );
    throw new UsageError(`${name}: ${faults.join("; ")}`);
  }
  const symbols = game.parameters.map(({ symbol }) => symbol);
  const { start } = arm;
  if (start && !(start.length === symbols.length && start.every(Number.isFinite))) {
    throw new UsageError(
      `${name}: start: expected ${symbols.length} finite numbers (${symbols.join(", ")}), got ${JSON.stringify(start)}`,
    );
  }
}
