import { rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { referenceEngine } from "../../engine/reference/index.ts";
import { checkTwin, type TwinReference, tolerated, twinReference } from "./twin-check.ts";
import { digitTask, twinInput, updateTask } from "./twin-task.ts";

// A small program in JavaScript stands for a peer: it needs no Python.

const files: string[] = [];
afterAll(() => {
  for (const file of files) rmSync(file, { force: true });
});

let reference: TwinReference;
beforeAll(async () => {
  reference = await twinReference(updateTask(2, "standard"));
});

describe("a peer", () => {
  test("takes part if it computes the same", async () => {
    const { refusal, difference, allowed } = await checkTwin("twin", peer(), reference);
    expect(refusal).toBeUndefined();
    expect(difference).toBeLessThan(reference.wasmDifference);
    expect(allowed).toBe(tolerated * reference.wasmDifference);
  });

  test.each([
    ["a step size that is 1 % larger", "STEP_SIZE = 1.01e-3"],
    ["Adam's ε in the other place", "CORRECTED = false"],
    ["a loss of the real samples alone", "FAKE_COUNTS = 0"],
    ["19 updates in the place of 20", "UPDATES = 19"],
  ])("is refused with %s", async (_, wrong) => {
    const { refusal, difference, allowed } = await checkTwin("wrong twin", peer(wrong), reference);
    expect(difference).toBeGreaterThan(allowed);
    expect(refusal).toBe(
      "wrong twin is left out: expected the weights of 20 updates from the same numbers to differ from the float64 reference's " +
        `by at most ${allowed.toExponential(1)} of how far they moved, got ${difference.toExponential(1)}`,
    );
  });

  test("is refused if its weights are no numbers", async () => {
    const { refusal } = await checkTwin("twin", peer("STEP_SIZE = NaN"), reference);
    expect(refusal).toMatch(/^twin is left out: .* got NaN$/);
  });

  test("is refused with its last words if it fails", async () => {
    const failing = program("console.error('warning: old'); console.error('no module named torch'); process.exit(1)");
    const { refusal } = await checkTwin("twin", failing, reference);
    expect(refusal).toBe(
      "twin is left out: expected the weights of 20 updates, got a program that failed: no module named torch",
    );
  });

  test("is refused if it writes nothing, or another network's weights", async () => {
    const silent = await checkTwin("twin", program(""), reference);
    expect(silent.refusal).toMatch(/^twin is left out: expected the weights of 20 updates, got .*no such file/);
    const short = await checkTwin("twin", peer("SEEDS = 1"), reference);
    expect(short.refusal).toBe(
      "twin is left out: expected the weights of 20 updates, got [1,461] weights of the discriminator in place of [2,461]",
    );
  });
});

test("the numbers of a file are those that our engines draw: given none, they play the same updates", async () => {
  const { arm, seeds } = updateTask(2, "standard");
  const adversary = await referenceEngine.create(arm, seeds);
  for (let t = 0; t < 20; t++) adversary.updateDiscriminator();
  expect(reference.expected.discriminator.values).toEqual(await adversary.weights("discriminator"));
});

test("a round on digits has masks for each hidden layer of the discriminator, of both players' updates", async () => {
  const task = digitTask("Adam, dropout", "standard");
  const input = await twinInput(task, referenceEngine);
  expect(Object.entries(input).map(([name, { shape }]) => [name, ...shape])).toEqual([
    ["generator", 1, 130576],
    ["discriminator", 1, 117121],
    ["real", 20, 1, 64, 784],
    ["discriminator latents", 20, 1, 64, 100],
    ["discriminator masks", 20, 2, 128, 128],
    ["generator latents", 20, 1, 64, 100],
    ["generator masks", 20, 2, 64, 128],
  ]);
  expect(new Set(input["discriminator masks"].values)).toEqual(new Set([0, 2]));
});

/** The 1-D GAN's discriminator update once more, in a file of its own. @param wrong a setting that makes it another one */
const peer = (wrong = ""): [string, ...string[]] => program(`${HEAD}\n${wrong};\n${BODY}`);

function program(text: string): [string, ...string[]] {
  const file = join(tmpdir(), `gan-repro-peer-${process.pid}-${files.length}.mjs`);
  files.push(file);
  writeFileSync(file, text);
  return [process.execPath, "--import", "tsx", file];
}

const HEAD = `
import { readTwinFile, writeTwinFile } from ${JSON.stringify(pathToFileURL(join(import.meta.dirname, "twin-file.ts")))};
let STEP_SIZE = 1e-3, CORRECTED = true, FAKE_COUNTS = 1, UPDATES = 20, SEEDS = 2;
`;

const BODY = `
const W = [1, 10, 20, 10, 1], B = 64, P = 461;
const sigmoid = (x) => 1 / (1 + Math.exp(-x));
const [input, output] = process.argv.slice(process.argv.indexOf("--check") + 1);
const given = readTwinFile(input);
const made = new Float32Array(SEEDS * P);
for (let s = 0; s < SEEDS; s++) {
  const [g, d] = ["generator", "discriminator"].map((player) => Float64Array.from(given[player].values.slice(s * P, (s + 1) * P)));
  const m = new Float64Array(P), v = new Float64Array(P);
  for (let t = 0; t < UPDATES; t++) {
    const of = (name) => given[name].values.slice((t * given.real.shape[1] + s) * B).slice(0, B);
    const gradient = new Float64Array(P);
    const add = (x, target, weight) => {
      const layers = forward(d, x);
      backward(d, layers, (layers.at(-1)[0] - target) * weight / B, gradient);
    };
    for (const x of of("real")) add(x, 1, 1);
    for (const z of of("discriminator latents")) add(forward(g, z).at(-1)[0], 0, FAKE_COUNTS);
    const c1 = 1 - 0.9 ** (t + 1), c2 = Math.sqrt(1 - 0.999 ** (t + 1));
    for (let i = 0; i < P; i++) {
      m[i] = 0.9 * m[i] + 0.1 * gradient[i];
      v[i] = 0.999 * v[i] + 0.001 * gradient[i] ** 2;
      d[i] -= STEP_SIZE * c2 / c1 * m[i] / (Math.sqrt(v[i]) + 1e-8 * (CORRECTED ? c2 : 1));
    }
  }
  made.set(d, s * P);
}
writeTwinFile(output, { discriminator: { shape: [SEEDS, P], values: made } });

function forward(w, x) {
  const layers = [[x]];
  let at = 0;
  for (let l = 1; l < W.length; l++) {
    const y = [];
    for (let u = 0; u < W[l]; u++) {
      let sum = w[at + W[l - 1] * W[l] + u];
      for (let i = 0; i < W[l - 1]; i++) sum += layers[l - 1][i] * w[at + i * W[l] + u];
      y.push(sigmoid(sum));
    }
    at += (W[l - 1] + 1) * W[l];
    layers.push(y);
  }
  return layers;
}

function backward(w, layers, delta, gradient) {
  let deltas = [delta], at = P;
  for (let l = W.length - 1; l > 0; l--) {
    at -= (W[l - 1] + 1) * W[l];
    const before = new Array(W[l - 1]).fill(0);
    for (let u = 0; u < W[l]; u++) {
      gradient[at + W[l - 1] * W[l] + u] += deltas[u];
      for (let i = 0; i < W[l - 1]; i++) {
        gradient[at + i * W[l] + u] += layers[l - 1][i] * deltas[u];
        before[i] += w[at + i * W[l] + u] * deltas[u];
      }
    }
    deltas = before.map((value, i) => value * layers[l - 1][i] * (1 - layers[l - 1][i]));
  }
}
`;
