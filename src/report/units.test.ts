import { expect, test } from "vitest";
import { loadGame } from "../games/load.ts";
import { metricsOf } from "../games/metrics.ts";
import { type MetricInWords, metrics } from "../language/metrics.ts";
import { knownGames } from "../trial/games.ts";

const games = await Promise.all(knownGames().map((kind) => loadGame(kind)));
const ofGames = games.flatMap((game) =>
  Object.entries(metricsOf(game)).map(([name, words]) => [`${game.kind}: ${name}`, words] as const),
);
const all: readonly (readonly [string, MetricInWords])[] = [...Object.entries(metrics), ...ofGames];

test("no metric of a game has the name of another metric", () => {
  const names = games.flatMap((game) => Object.keys(metricsOf(game)));
  expect(names.filter((name) => name in metrics)).toEqual([]);
});

test.each(all)("%s has a symbol, a unit, a label, and a definition of one sentence", (_, words) => {
  expect(words.symbol).not.toBe("");
  expect(words.unit).not.toBe("");
  expect(words.label).toMatch(/^[A-Z\p{L}]/u);
  expect(words.definition).toMatch(/^[^.]*(\.\d|al\.|[^.])*\.$/);
});
