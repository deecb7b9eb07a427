import type { GameArm } from "../language/arm.ts";
import { type Fault, faultsOf, shown, within } from "../language/faults.ts";
import type { Game } from "./game.ts";

/** What only the game itself finds wrong with an arm: its settings, its start. Nothing, if the arm can be played. */
export function faultsOfGameArm(game: Game, { game: settings, start }: GameArm): Fault[] {
  const faults = within(["game"], faultsOf(game.settings, settings));
  if (start !== undefined && start.length !== game.parameters.length) {
    const symbols = game.parameters.map(({ symbol }) => symbol);
    faults.push({ path: ["start"], expected: `${symbols.length} numbers (${symbols.join(", ")})`, got: shown(start) });
  }
  return faults;
}
