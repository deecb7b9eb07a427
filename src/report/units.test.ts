import { expect, test } from "vitest";
import bias from "../games/bias.game.ts";
import { metricsOf } from "../games/metrics.ts";
import { metrics } from "../language/metrics.ts";

const metricsOfGames = metricsOf(bias);
const all = { ...metrics, ...metricsOfGames };

test("no metric of a game has the name of another metric", () => {
  expect(Object.keys(all)).toHaveLength(Object.keys(metrics).length + Object.keys(metricsOfGames).length);
});

test.each(Object.entries(all))("%s has a symbol, a unit, a label, and a definition of one sentence", (_, words) => {
  expect(words.symbol).not.toBe("");
  expect(words.unit).not.toBe("");
  expect(words.label).toMatch(/^[A-Z\p{L}]/u);
  expect(words.definition).toMatch(/^[^.]*(\.\d|al\.|[^.])*\.$/);
});
