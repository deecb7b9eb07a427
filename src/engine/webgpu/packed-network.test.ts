import { expect, test } from "vitest";
import { testArms } from "../conformance/arms.ts";
import { ganLayout } from "../layout.ts";
import { pack, packNetwork, tilesOf, unpack } from "./packed-network.ts";

const { generator } = ganLayout(testArms["several dimensions"]); // 3-7-2
const packed = packNetwork(generator);

test("rows hold a unit's weights, its bias, and zeros up to whole vectors", () => {
  // Kernel [3, 7] row-major, then the biases: weight 10·input + unit, bias 90 + unit.
  const weights = new Float32Array(generator.parameters);
  for (let unit = 0; unit < 7; unit++) {
    for (let input = 0; input < 3; input++) weights[input * 7 + unit] = 10 * input + unit;
    weights[21 + unit] = 90 + unit;
  }
  const rows = pack(packed, weights);
  expect([...rows.subarray(0, 8)]).toEqual([0, 10, 20, 90, 1, 11, 21, 91]);
  // Layer 2 has rows of 7 weights and a bias, two vectors; its gradients follow where those would be its input.
  expect(packed.layers[1]).toMatchObject({ rowsAt: 7, vectors: 2, inputAt: 1, gradientAt: 2 });
  expect(packed.vectors).toBe(7 + 2 * 2);
});

test("unpacking gives back what was packed, of every seed", () => {
  const weights = Float32Array.from({ length: 3 * generator.parameters }, (_, i) => i + 1);
  expect(unpack(packed, pack(packed, weights))).toEqual(weights);
});

test("tiles cover every weight once", () => {
  const covered = new Map<number, number>();
  for (const [, first, stride, units] of tilesOf(packed, 0, 100)) {
    for (let unit = 0; unit < units; unit++) {
      const vector = first + unit * stride;
      covered.set(vector, (covered.get(vector) ?? 0) + 1);
    }
  }
  expect([...covered.keys()].sort((a, b) => a - b)).toEqual(Array.from({ length: packed.vectors }, (_, i) => 100 + i));
  expect(new Set(covered.values())).toEqual(new Set([1]));
});
