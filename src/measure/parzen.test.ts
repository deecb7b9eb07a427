import { expect, test } from "vitest";
import { wasmNetwork } from "../engine/wasm/index.ts";
import { stream } from "../random/stream.ts";
import { goodfellowBandwidths, parzen } from "./parzen.ts";

test("one kernel is a Gaussian: −|x − c|²/2σ² − d ln(σ√2π)", async () => {
  const { mean, standardError, bandwidth } = await parzen(
    wasmNetwork,
    {
      generated: Float32Array.of(1, 0),
      validation: Float32Array.of(1, 1),
      test: Float32Array.of(1, 0, 1, 2, 4, 4),
      dimensions: 2,
    },
    [0.5],
  );
  // Squared distances 0, 4, 25, halved and divided by ¼: 0, 8, 50.
  expect(bandwidth).toBe(0.5);
  expect(mean).toBeCloseTo(-58 / 3 - 2 * Math.log(0.5 * Math.sqrt(2 * Math.PI)), 6);
  // Deviations from 58/3: 58/3, 34/3, 92/3; mean square 12984/27, over n = 3.
  expect(standardError).toBeCloseTo(Math.sqrt(12984 / 27 / 3), 6);
});

test("two kernels are averaged", async () => {
  const { mean } = await parzen(
    wasmNetwork,
    { generated: Float32Array.of(-1, 3), validation: Float32Array.of(0), test: Float32Array.of(0), dimensions: 1 },
    [1],
  );
  expect(mean).toBeCloseTo(Math.log((Math.exp(-0.5) + Math.exp(-4.5)) / 2 / Math.sqrt(2 * Math.PI)), 12);
});

test("takes the bandwidth that is best on the validation samples, not on the test samples", async () => {
  // All validation distances are 0.3 in one dimension, so σ = 0.3 is the maximum of −0.09/2σ² − ln σ.
  const samples = { generated: Float32Array.of(0), validation: Float32Array.of(0.3, -0.3), dimensions: 1 };
  const { bandwidth, validation } = await parzen(wasmNetwork, { ...samples, test: Float32Array.of(5) }, [0.1, 0.3, 1]);
  expect(bandwidth).toBe(0.3);
  for (const [b, sigma] of [0.1, 0.3, 1].entries()) {
    expect(validation[b]).toBeCloseTo(-0.045 / sigma ** 2 - Math.log(sigma * Math.sqrt(2 * Math.PI)), 5);
  }
});

test("agrees with the formula in float64 on many points in 784 dimensions", async () => {
  const d = 784;
  const [generated, test] = [stream(1, "generated").uniforms(700 * d), stream(1, "test").uniforms(600 * d)];
  const { mean, standardError } = await parzen(
    wasmNetwork,
    { generated, test, validation: test, dimensions: d },
    [0.3],
  );
  const logs = Array.from({ length: 600 }, (_, t) => {
    const exponents = Array.from({ length: 700 }, (_, g) => {
      let distance = 0;
      for (let k = 0; k < d; k++) distance += (test[t * d + k] - generated[g * d + k]) ** 2;
      return -distance / 0.18;
    });
    const largest = Math.max(...exponents);
    const sum = exponents.reduce((total, exponent) => total + Math.exp(exponent - largest), 0);
    return largest + Math.log(sum / 700) - d * Math.log(0.3 * Math.sqrt(2 * Math.PI));
  });
  const exact = logs.reduce((sum, value) => sum + value) / 600;
  // Distances of about 130 in float32: some 10⁻⁵, over 2σ² = 0.18.
  expect(mean).toBeCloseTo(exact, 3);
  expect(standardError).toBeCloseTo(Math.sqrt(logs.reduce((sum, x) => sum + (x - exact) ** 2, 0)) / 600, 4);
});

test("the grid is numpy.logspace(−1, 0, 10)", () => {
  for (const [i, bandwidth] of goodfellowBandwidths.entries()) expect(bandwidth).toBeCloseTo(10 ** (i / 9 - 1), 14);
  expect(goodfellowBandwidths).toHaveLength(10);
});

test("a generator of NaN has a likelihood of NaN", async () => {
  const generated = Float32Array.of(Number.NaN, 1);
  const { mean } = await parzen(wasmNetwork, {
    generated,
    validation: Float32Array.of(0),
    test: Float32Array.of(0),
    dimensions: 1,
  });
  expect(mean).toBeNaN();
});
