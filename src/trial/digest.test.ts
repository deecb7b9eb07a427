import { expect, test } from "vitest";
import { wasmEngine } from "../engine/wasm/index.ts";
import { biasGame } from "../games/bias.game.ts";
import { game } from "../language/describe.ts";
import { distinctOutcomes } from "./digest.ts";
import { runTrials } from "./run.ts";

const seeds = [1, 2, 3];
const outcomesOn = async (kind: "drawn" | "grid") => {
  const arm = game({
    game: biasGame({ points: { kind, count: 10 } }),
    method: "extragradient",
    stepSize: 0.1,
    iterations: 10,
    start: [-3, 0],
  });
  return distinctOutcomes(await runTrials(arm, seeds, wasmEngine));
};

test("an arm that does not depend on the seed has one outcome, however many seeds", async () => {
  expect(await outcomesOn("grid")).toBe(1);
  expect(await outcomesOn("drawn")).toBe(3);
});
