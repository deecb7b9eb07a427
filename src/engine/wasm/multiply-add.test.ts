import { describe, expect, test } from "vitest";
import { choose } from "./kernel-path.ts";
import { multiplyAdds, roundedOnce, type Triples, tripleKinds, triples } from "./multiply-add.fixture.ts";

const emulated = choose({ asked: "emulated" }).module;
const fastest = choose({});

describe.each([
  { name: "the emulation", module: emulated },
  { name: `what runs here (${fastest.path})`, module: fastest.module },
])("$name rounds once, as integer arithmetic says", ({ module }) => {
  test.each(tripleKinds)("on numbers %s", (kind) => {
    const given = triples(kind, 4000, 1);
    expect(differing(given, multiplyAdds(module, given), wanted(given))).toEqual([]);
  });

  test("on infinities, NaN, zeros of either sign, and sums that overflow", () => {
    const special = [0, -0, 1, -1, Infinity, -Infinity, Number.NaN, 2 ** -149, 3.4028234663852886e38, 2 ** -75];
    const all = special.flatMap((a) => special.flatMap((b) => special.map((c) => [a, b, c])));
    const column = (i: number) => Float32Array.from(all, (triple) => triple[i]);
    const given = { n: all.length, a: column(0), b: column(1), c: column(2) };
    expect(differing(given, multiplyAdds(module, given), wanted(given))).toEqual([]);
  });
});

test.each(tripleKinds)("rounding twice would show on numbers %s", (kind) => {
  const given = triples(kind, 4000, 1);
  const twice = given.a.map((a, i) => Math.fround(Math.fround(a * given.b[i]) + given.c[i]));
  expect(differing(given, twice, wanted(given)).length).toBeGreaterThan(0);
});

test.each(["that are halfway", "that are halfway and subnormal"])(
  "a float64 sum, rounded again, would show on numbers %s",
  (kind) => {
    const given = triples(kind, 4000, 1);
    const twice = given.a.map((a, i) => Math.fround(a * given.b[i] + given.c[i]));
    expect(differing(given, twice, wanted(given)).length).toBeGreaterThan(0);
  },
);

const wanted = ({ a, b, c }: Triples) =>
  a.map((_, i) =>
    [a[i], b[i], c[i]].every(Number.isFinite) ? roundedOnce(a[i], b[i], c[i]) : Math.fround(a[i] * b[i] + c[i]),
  );

const differing = ({ a, b, c }: Triples, got: Float32Array, expected: Float32Array) =>
  [...got.keys()]
    .filter((i) => !Object.is(got[i], expected[i]))
    .map((i) => `${a[i]} * ${b[i]} + ${c[i]}: expected ${expected[i]}, got ${got[i]}`);
