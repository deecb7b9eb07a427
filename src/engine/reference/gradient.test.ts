import { describe, expect, test } from "vitest";
import { stream } from "../../random/stream.ts";
import { testArms } from "../conformance/arms.ts";
import { initialWeights } from "../initial-weights.ts";
import { ganLayout, type NetworkLayout } from "../layout.ts";
import { discriminatorTerms, generatorTerms } from "../losses.ts";
import { logLossGradient, squaredErrorGradient } from "./loss.ts";
import { backward, forward, throughOutput } from "./network.ts";

// Backpropagation against central differences of the losses as they are written, all in float64.

const ROWS = 6;
const STEP = 1e-6;
/** Central differences in float64 err by about STEP² and by rounding / STEP. */
const TOLERANCE = 1e-7;

const arms = Object.entries(testArms).filter(([name]) =>
  [
    "the notebook",
    "leaky-relu networks",
    "scaled and clamped outputs",
    "a discriminator of logits",
    "several dimensions",
    "maxout networks",
  ].includes(name),
);

describe.each(arms)("%s", (_, arm) => {
  const { generator, discriminator } = ganLayout(arm);
  const weightsOfG = Float64Array.from(initialWeights(generator, stream(1, "init/generator")));
  const weightsOfD = Float64Array.from(initialWeights(discriminator, stream(1, "init/discriminator")));
  const latents = Float64Array.from(stream(1, "test latents").normals(ROWS * generator.inputs));
  const data = Float64Array.from(stream(1, "test data").normals(2 * ROWS * discriminator.inputs));

  test("the discriminator's gradient", () => {
    const loss = (weights: Float64Array): number => {
      const d = forward(discriminator, weights, data, 2 * ROWS).output;
      return mean(d.subarray(0, ROWS).map((p) => -Math.log(p))) + mean(d.subarray(ROWS).map((p) => -Math.log(1 - p)));
    };
    const pass = forward(discriminator, weightsOfD, data, 2 * ROWS);
    const lossGradient = logLossGradient(discriminator, pass, discriminatorTerms());
    const { weights } = backward(discriminator, weightsOfD, pass, lossGradient);
    expect(largestDifference(weights, centralDifferences(loss, weightsOfD))).toBeLessThan(TOLERANCE);
  });

  test.each([
    { kind: "non-saturating", of: (p: number) => -Math.log(p) },
    { kind: "saturating", of: (p: number) => Math.log(1 - p) },
  ] as const)("the generator's $kind gradient", ({ kind, of }) => {
    const loss = (weights: Float64Array): number => {
      const samples = forward(generator, weights, latents, ROWS).output;
      return mean(forward(discriminator, weightsOfD, samples, ROWS).output.map(of));
    };
    const generated = forward(generator, weightsOfG, latents, ROWS);
    const judged = forward(discriminator, weightsOfD, generated.output, ROWS);
    const { input } = backward(
      discriminator,
      weightsOfD,
      judged,
      logLossGradient(discriminator, judged, generatorTerms[kind]),
    );
    const { weights } = backward(generator, weightsOfG, generated, throughOutput(generator, generated, input));
    expect(largestDifference(weights, centralDifferences(loss, weightsOfG))).toBeLessThan(TOLERANCE);
  });

  test("the squared error's gradient", () => {
    const target = new Float32Array(ROWS * generator.outputs).fill(0.25);
    const loss = (weights: Float64Array): number =>
      mean(forward(generator, weights, latents, ROWS).output.map((y, i) => (y - target[i]) ** 2));
    const pass = forward(generator, weightsOfG, latents, ROWS);
    const { weights } = backward(generator, weightsOfG, pass, squaredErrorGradient(generator, pass, target));
    expect(largestDifference(weights, centralDifferences(loss, weightsOfG))).toBeLessThan(TOLERANCE);
  });
});

test("no gradient passes a clamp, and all of it passes on the bound itself", () => {
  const layout: NetworkLayout = {
    ...ganLayout(testArms["scaled and clamped outputs"]).discriminator,
    layers: [{ ...ganLayout(testArms["the notebook"]).discriminator.layers[0], activation: "linear" }],
    scale: 2,
    clamp: [-1, 1],
  };
  const activated = Float64Array.of(-0.51, -0.5, 0, 0.5, 0.51);
  const pass = {
    rows: 5,
    layers: [{ input: activated, linear: activated, activated, mask: undefined }],
    inputMask: undefined,
    output: activated,
  };
  expect([...throughOutput(layout, pass, new Float64Array(5).fill(1))]).toEqual([0, 2, 2, 2, 0]);
});

function centralDifferences(loss: (weights: Float64Array) => number, weights: Float64Array): Float64Array {
  return weights.map((_, i) => {
    const above = weights.with(i, weights[i] + STEP);
    const below = weights.with(i, weights[i] - STEP);
    return (loss(above) - loss(below)) / (2 * STEP);
  });
}

const mean = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / values.length;

const largestDifference = (a: Float64Array, b: Float64Array): number =>
  a.reduce((largest, value, i) => Math.max(largest, Math.abs(value - b[i])), 0);
