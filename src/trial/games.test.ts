import { expect, test } from "vitest";
import { biasGame } from "../games/bias.game.ts";
import { gameFile, loadGame } from "../games/load.ts";
import { game } from "../language/describe.ts";
import { knownGames, loadGamesOf } from "./games.ts";

const arm = game({ game: biasGame(), method: "extragradient", stepSize: 0.1, iterations: 10 });
const fault = (of: object) => loadGamesOf({ mine: { ...arm, ...of } });

test("every file of the games' folder holds the game that its name says", async () => {
  for (const kind of knownGames()) expect((await loadGame(kind)).kind).toBe(kind);
  expect(knownGames()).toContain("bias");
  expect(gameFile("bias")).toBe("bias.game.ts");
});

test("an unknown game is one line that says which there are", async () => {
  await expect(fault({ game: { kind: "dirak" } })).rejects.toThrow(
    /^mine: expected a kind of game \(.*"bias".*\), got "dirak"$/,
  );
  // Where the folder cannot be listed, as in a browser, the line says where games stand.
  await expect(loadGame("dirak")).rejects.toThrow(
    'expected a kind of game (a file src/games/<kind>.game.ts), got "dirak"',
  );
});

test("a kind is a name, no path", async () => {
  await expect(loadGame("../games/bias")).rejects.toThrow(/^expected a kind of game .* got "..\/games\/bias"$/);
});

test("a setting that a game does not know is named with its arm, before anything trains", async () => {
  await expect(fault({ game: { ...biasGame(), gamma: 10 } })).rejects.toThrow(
    /^mine: game: expected no other settings than .*, got "gamma"$/,
  );
});

test("a setting out of bounds is named with its path", async () => {
  const points = { kind: "drawn" as const, count: 1.5 };
  await expect(fault({ game: biasGame({ points }) })).rejects.toThrow(
    /^mine: game\.points\.count: expected a whole number .* got 1\.5$/,
  );
});

test("a start needs one number for each parameter of the game", async () => {
  await expect(fault({ start: [1, 2, 3] })).rejects.toThrow("mine: start: expected 2 numbers (b_D, b_G), got [1,2,3]");
});
