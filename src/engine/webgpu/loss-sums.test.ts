import { expect, test } from "vitest";
import { vary } from "../../language/describe.ts";
import { notebook } from "../conformance/arms.ts";
import { LossSums } from "./loss-sums.ts";
import { planMemory } from "./memory-plan.ts";

const arm = vary(notebook, { schedule: { batch: 4 }, generatorLoss: "saturating", discriminatorLossFactor: 0.5 });
const plan = planMemory(arm, { bytes: 32768, threads: 8 });

/** Words of one seed: thread 3 of either player has a sum, in units of 2⁻²⁴. */
function wordsOf(ofD: number, ofG: number): Uint32Array {
  const words = new Uint32Array(2 * plan.threads * 4);
  [ofD, ofG].forEach((sum, player) => {
    const units = BigInt(sum * 2 ** 24);
    words[(player * plan.threads + 3) * 4] = Number(BigInt.asUintN(32, units));
    words[(player * plan.threads + 3) * 4 + 1] = Number(BigInt.asUintN(32, units >> 32n));
  });
  return words;
}

test("means over updates and samples, with the players' weights, of sums beyond 32 bits and below 0", () => {
  const sums = new LossSums(arm, plan);
  for (let update = 0; update < 10; update++) sums.count("discriminator");
  sums.count("generator");
  const means = sums.close()(wordsOf(4000.5, -6));
  expect([...means.discriminator]).toEqual([(0.5 * 4000.5) / (10 * 4)]);
  expect([...means.generator]).toEqual([(-1 * -6) / 4]);
});

test("NaN where there was no update, and where the seed is lost", () => {
  const sums = new LossSums(arm, plan);
  expect([...sums.close()(wordsOf(0, 0)).generator]).toEqual([Number.NaN]);
  sums.count("discriminator");
  const words = wordsOf(1, 1);
  words[2] = 1;
  expect([...sums.close()(words).discriminator]).toEqual([Number.NaN]);
});
