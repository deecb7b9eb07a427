import { describe, expect, test } from "vitest";
import type { GanArm, Initializer, Optimizer } from "../language/arm.ts";
import { adam, dense, maxout, vary } from "../language/describe.ts";
import { dataDraw, refuseToDraw } from "../random/draws.ts";
import { notebook } from "./conformance/arms.ts";
import { ganLayout } from "./layout.ts";
import { engineNamed } from "./named.ts";
import { refusal } from "./webgpu/memory-plan.ts";

test("lays out kernel and bias of each layer, one after the other", () => {
  const { generator } = ganLayout(notebook);
  expect(generator.layers.map(({ kernelAt, biasAt }) => [kernelAt, biasAt])).toEqual([
    [0, 10],
    [20, 220],
    [240, 440],
    [450, 460],
  ]);
  expect(generator.parameters).toBe(461);
});

test("gives a discriminator of logits the sigmoid that makes them probabilities", () => {
  const logits = vary(notebook, { discriminator: { layers: [dense(3, "tanh"), dense(1, "linear")] } });
  expect(ganLayout(logits).discriminator.layers.map(({ activation }) => activation)).toEqual(["tanh", "sigmoid"]);
});

test("takes a clamped linear output for a probability as it is", () => {
  const clamped = vary(notebook, { discriminator: { layers: [dense(1, "linear")], clamp: [0, 1] } });
  expect(ganLayout(clamped).discriminator.layers[0].activation).toBe("linear");
});

test("a discriminator's own sigmoid is a probability, but not a clamped one and not a generator's", () => {
  const sigmoid = { layers: [dense(1, "sigmoid")] };
  const of = (changes: Partial<GanArm>) => ganLayout({ ...notebook, ...changes });
  expect(of({ discriminator: sigmoid }).discriminator.isProbability).toBe(true);
  expect(of({ discriminator: { ...sigmoid, clamp: [0.1, 0.9] } }).discriminator.isProbability).toBe(false);
  expect(of({ generator: sigmoid }).generator.isProbability).toBe(false);
});

test.each<{ refused: string; changes: Partial<GanArm>; message: string }>([
  {
    refused: "a discriminator with two outputs",
    changes: { discriminator: { layers: [dense(2, "sigmoid")] } },
    message: "expected a discriminator with 1 output unit, got 2",
  },
  {
    refused: "scaled logits",
    changes: { discriminator: { layers: [dense(1, "linear")], scale: 2 } },
    message: "expected a discriminator of logits without scale and shift, got scale 2 and shift 0",
  },
  {
    refused: "dropout of every unit",
    changes: { generator: { layers: [{ ...dense(3, "tanh"), dropout: 1 }, dense(1, "tanh")] } },
    message: "expected a dropout share in [0, 1) in the generator, got 1",
  },
  {
    refused: "dropout of every input",
    changes: { generator: { layers: [dense(1, "tanh")], inputDropout: 1 } },
    message: "expected a dropout share in [0, 1) in the generator, got 1",
  },
  {
    refused: "maxout of one piece",
    changes: { generator: { layers: [maxout(3, 1), dense(1, "tanh")] } },
    message: "expected 2 pieces or more of a maxout unit in the generator, got 1",
  },
  {
    refused: "pieces of what is no maxout",
    changes: { generator: { layers: [{ ...dense(3, "relu"), pieces: 2 }, dense(1, "tanh")] } },
    message: "expected 1 piece of a relu unit in the generator, got 2",
  },
  {
    refused: "maxout outputs",
    changes: { generator: { layers: [maxout(1, 2)] } },
    message: "expected no maxout as the generator's output layer",
  },
  {
    refused: "dropout of outputs",
    changes: { generator: { layers: [{ ...dense(1, "tanh"), dropout: 0.5 }] } },
    message: "expected no dropout after the generator's output layer",
  },
  {
    refused: "a leaky-relu that folds",
    changes: { generator: { layers: [{ ...dense(1, "leaky-relu"), slope: -1 }] } },
    message: "expected a positive slope of leaky-relu in the generator, got -1",
  },
  {
    refused: "a layer without units",
    changes: { generator: { layers: [dense(0, "tanh")] } },
    message: "expected a positive integer as units of a generator layer, got 0",
  },
  {
    refused: "a network without layers",
    changes: { generator: { layers: [] } },
    message: "expected a generator with at least 1 layer, got none",
  },
  {
    refused: "shared latents for unequal numbers of updates",
    changes: { schedule: { ...notebook.schedule, latents: "shared" } },
    message: "expected as many updates of both players a round to share latents, got 10 and 1",
  },
  {
    refused: "an empty batch",
    changes: { schedule: { ...notebook.schedule, batch: 0 } },
    message: "expected a positive integer as batch, got 0",
  },
])("$refused is rejected", ({ changes, message }) => {
  expect(() => ganLayout({ ...notebook, ...changes })).toThrow(message);
});

const word = <Word>(typo: unknown) => typo as Word;
const both = (optimizer: object): GanArm["optimizer"] => ({
  generator: optimizer as Optimizer,
  discriminator: optimizer as Optimizer,
});
const misspelt: [string, Partial<GanArm>, string][] = [
  [
    "an activation",
    { generator: { layers: [dense(3, word("elu")), dense(1, "tanh")] } },
    'expected an activation (linear, sigmoid, tanh, relu, leaky-relu, maxout), got "elu"',
  ],
  [
    "an initializer",
    { generator: { layers: [dense(1, "tanh", word<Initializer>({ kind: "he" } as never))] } },
    'expected an initializer (glorot-uniform, uniform, normal, normal-fan-in), got "he"',
  ],
  [
    "a generator's loss",
    { generatorLoss: word("least-squares") },
    'expected a generator\'s loss (non-saturating, saturating), got "least-squares"',
  ],
  [
    "an optimizer",
    { optimizer: both({ kind: "rmsprop", stepSize: 0.1 }) },
    'expected an optimizer (sgd, momentum, adam), got "rmsprop"',
  ],
  [
    "a form of Adam's ε",
    { optimizer: both({ ...adam({ stepSize: 0.1 }), epsilonForm: "keras" }) },
    'expected a form of Adam\'s ε (standard, tensorflow), got "keras"',
  ],
];

describe.each(["wasm", "reference", "tfjs:cpu"])("%s", async (name) => {
  const engine = await engineNamed(name);
  test.each(misspelt)("does not train %s that it does not know", async (_, changes, message) => {
    await expect(engine.create({ ...notebook, ...changes }, [1])).rejects.toThrow(message);
  });
});

test.each(misspelt)("a graphics card does not train %s that it does not know", (_, changes, message) => {
  expect(refusal({ ...notebook, ...changes }, { bytes: 32768, threads: 64 })).toContain(message);
});

test("data that engines cannot draw, and batches that are no fresh draws, are asked of the caller", () => {
  const matrix = [
    [1, 0],
    [0, 1],
  ] as const;
  const plane: GanArm = { ...notebook, data: { kind: "affine-normal", matrix, shift: [0, 0] } };
  expect(dataDraw(plane)).toBeUndefined();
  expect(() => refuseToDraw(plane)).toThrow(
    "expected fresh draws of independent coordinates, got a distribution of kind affine-normal",
  );
  const sorted: GanArm = { ...notebook, batches: { kind: "sorted" } };
  expect(dataDraw(sorted)).toBeUndefined();
  expect(() => refuseToDraw(sorted)).toThrow("got batches made as sorted; pass real batches to the update");
});
