import { describe, expect, test } from "vitest";
import { notebook } from "../engine/conformance/arms.ts";
import type { Data, GanArm } from "../language/arm.ts";
import { vary } from "../language/describe.ts";
import { draw } from "../random/draw.ts";
import { stream } from "../random/stream.ts";
import { realBatches, sampleOf } from "./batches.ts";

const tilted: Data = {
  kind: "affine-normal",
  matrix: [
    [1, 2],
    [-0.1, 0.5],
  ],
  shift: [1, 2],
};
const inEpochs: GanArm = { ...notebook, data: tilted, batches: { kind: "epochs", points: 24 } };
const withBatch8 = vary(inEpochs, { schedule: { batch: 8 } });

test("an engine draws independent normals and uniforms itself", () => {
  expect(realBatches(notebook, [1])).toBeUndefined();
});

describe("epochs", () => {
  const batches = realBatches(withBatch8, [3])!;
  const epoch = (e: number) =>
    [0, 1, 2].flatMap((i) => {
      const batch = batches(3 * e + i);
      return Array.from({ length: 8 }, (_, p) => `${batch[2 * p]} ${batch[2 * p + 1]}`);
    });

  test("show every point of the seed's sample once, in another order each time", () => {
    const sample = sampleOf(tilted, 24, 3);
    const points = Array.from({ length: 24 }, (_, p) => `${sample[2 * p]} ${sample[2 * p + 1]}`);
    expect(epoch(0).toSorted()).toEqual(points.toSorted());
    expect(epoch(1).toSorted()).toEqual(points.toSorted());
    expect(epoch(1)).not.toEqual(epoch(0));
  });

  test("are a function of the update's number: asking again gives the same", () => {
    const first = epoch(0);
    epoch(5);
    expect(epoch(0)).toEqual(first);
  });

  test("with unpaired coordinates keep each coordinate's values and lose their correlation", () => {
    const shown = (isUnpaired: boolean) => {
      const batches = { kind: "epochs", points: 1000, isUnpaired } as const;
      return realBatches({ ...vary(inEpochs, { schedule: { batch: 1000 } }), batches }, [1])!(0).slice();
    };
    const [paired, unpaired] = [shown(false), shown(true)];
    const column = (points: Float32Array, f: number) => points.filter((_, i) => i % 2 === f).sort();
    for (const f of [0, 1]) expect(column(unpaired, f)).toEqual(column(paired, f));
    // A'A = [[1.01, 1.95], [1.95, 4.25]]: a correlation of 0.94; of 1000 independent pairs, its deviation is 0.03.
    expect(correlation(paired)).toBeCloseTo(0.94, 1);
    expect(Math.abs(correlation(unpaired))).toBeLessThan(0.15);
  });

  test("need a batch that divides the points", () => {
    expect(() => realBatches(vary(inEpochs, { schedule: { batch: 7 } }), [1])).toThrow(
      "expected a batch that divides the 24 points of an epoch, got 7",
    );
  });
});

test("sorted batches are the engine's own draws in ascending order", () => {
  const arm: GanArm = { ...notebook, batches: { kind: "sorted" } };
  const [first, second] = [0, 1].map((t) => realBatches(arm, [2])!(t).slice());
  const drawn = draw(notebook.data, 64, stream(2, "data"), 64);
  expect(second).toEqual(drawn.toSorted());
  expect(second).not.toEqual(first);
});

test("a mixture has both its components, in their shares", () => {
  const data: Data = {
    kind: "mixture",
    components: [
      { weight: 0.25, mean: -10, sd: 1 },
      { weight: 0.75, mean: 10, sd: 1 },
    ],
  };
  const points = draw(data, 4000, stream(1, "data"));
  const low = points.filter((x) => x < 0);
  // Binomial with n = 4000 and p = 1/4: a deviation of 0.007.
  expect(low.length / points.length).toBeCloseTo(0.25, 1);
  expect(low.reduce((sum, x) => sum + x, 0) / low.length).toBeCloseTo(-10, 0);
});

function correlation(points: Float32Array): number {
  const x = points.filter((_, i) => i % 2 === 0);
  const y = points.filter((_, i) => i % 2 === 1);
  const mean = (values: Float32Array) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [mx, my] = [mean(x), mean(y)];
  const dot = (a: Float32Array, ma: number, b: Float32Array, mb: number) =>
    a.reduce((sum, value, i) => sum + (value - ma) * (b[i] - mb), 0);
  return dot(x, mx, y, my) / Math.sqrt(dot(x, mx, x, mx) * dot(y, my, y, my));
}
