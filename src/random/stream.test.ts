import { expect, test } from "vitest";
import { drawLength, stream } from "./stream.ts";

test("the first numbers of seed 1's data are these, on every machine", () => {
  const { key, uniforms, normals } = stream(1, "data");
  expect(key.map((word) => word.toString(16))).toEqual(["fa1d35e6", "fb73e1d2"]);
  expect([...uniforms(4)].map((u) => u * 2 ** 24)).toEqual([1701316, 13598654, 14075581, 14729277]);
  expect([...normals(4)]).toEqual([0.7943648099899292, -1.9865102767944336, 0.4266741871833801, -0.4112294018268585]);
});

test("streams of different purposes or seeds differ", () => {
  const first = stream(1, "data").uniforms(64);
  for (const other of [stream(1, "latent/generator"), stream(2, "data"), stream(11, "data")]) {
    const equal = other.uniforms(64).filter((u, i) => u === first[i]).length;
    expect(equal).toBe(0);
  }
});

test.each([0, -1, 1.5, Number.NaN, 2 ** 53])("%s is rejected as a seed", (seed) => {
  expect(() => stream(seed, "data")).toThrow(`expected a positive integer as seed, got ${seed}`);
});

test("a draw takes whole groups of 8 positions", () => {
  expect([0, 1, 8, 9, 37].map(drawLength)).toEqual([0, 8, 8, 16, 40]);
});
