import { expect, test } from "vitest";
import { vary } from "../../language/describe.ts";
import { notebook, testArms } from "../conformance/arms.ts";
import { ganLayout } from "../layout.ts";
import { Operations, writeOperation } from "./operations.ts";

const operationsOf = (arm: typeof notebook) => new Operations(arm, ganLayout(arm));

test("draws follow each other in whole groups of 8 numbers, 4 blocks", () => {
  const operations = operationsOf(testArms["a batch of 37 in several dimensions"]); // latents of 3, data of 2
  operations.updateDiscriminator(false);
  // 37·2 = 74 → 80 numbers, 37·3 = 111 → 112
  expect(operations.updateDiscriminator(false)).toMatchObject({ code: 0, rows: 37, data: 40, latents: 56 });
  expect(operations.updateGenerator()).toMatchObject({ code: 1, latents: 0 });
  expect(operations.updateGenerator()).toMatchObject({ code: 1, latents: 56 });
});

test("a mixture takes twice as many: choices and normals", () => {
  const operations = operationsOf(testArms["a mixture"]); // a batch of 37: 40 numbers
  operations.updateDiscriminator(false);
  expect(operations.updateDiscriminator(false)).toMatchObject({ data: 40, latents: 20 });
});

test("masks follow each other, real and fake ones and those of fitting on their own", () => {
  // A batch of 37: of the generator 8 units, 296 numbers; of the discriminator 16 and 9 units, 592 and 336.
  const operations = operationsOf(testArms.dropout);
  operations.updateDiscriminator(false);
  expect(operations.updateDiscriminator(false).masks).toBe((296 + 2 * (592 + 336)) / 2);
  operations.updateGenerator();
  expect(operations.updateGenerator().masks).toBe((296 + 592 + 336) / 2);
  operations.regress("generator", 10);
  expect(operations.regress("generator", 10)).toMatchObject({ code: 3, rows: 10, masks: 40 });
  expect(operations.regress("discriminator", 10)).toMatchObject({ code: 2, masks: 0 });
});

test("the weight of a sample's gradient holds the loss's factor and the mean", () => {
  const arm = vary(notebook, { generatorLoss: "saturating", discriminatorLossFactor: 0.5 });
  expect(operationsOf(arm).updateDiscriminator(true)).toMatchObject({ code: 4, weight: 0.5 / 64 });
  expect(operationsOf(arm).updateGenerator().weight).toBe(-1 / 64);
  expect(operationsOf(arm).regress("generator", 10).weight).toBe(2 / 10);
});

test("an operation is written word for word", () => {
  const words = new DataView(new ArrayBuffer(96));
  const operation = operationsOf(notebook).updateGenerator();
  writeOperation(words, 1, { ...operation, latents: 7, masks: 8 }, { input: 9, target: 10 });
  expect([...new Uint32Array(words.buffer, 48, 2)]).toEqual([1, 64]);
  expect([...new Float32Array(words.buffer, 56, 4)]).toEqual([1 / 64, operation.stepSize, 1e-8, 0].map(Math.fround));
  expect([...new Uint32Array(words.buffer, 72, 6)]).toEqual([0, 7, 8, 9, 10, 0]);
});

test("fitting leaves gradients that are never zeroed alone", () => {
  expect(() => operationsOf(testArms["gradients that are never zeroed"]).regress("generator", 8)).toThrow(
    "expected gradients that are zeroed",
  );
});
