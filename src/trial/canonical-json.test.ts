import { expect, test } from "vitest";
import { canonicalJson } from "./canonical-json.ts";

test("canonical JSON sorts keys at every depth and keeps the order of arrays", () => {
  expect(canonicalJson({ b: [{ d: 1, c: 2 }], a: undefined })).toBe('{"b":[{"c":2,"d":1}]}');
});

test.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])(
  "%s has no key of its own, so it is rejected with its place",
  (value) => {
    const arm = { kind: "gan", layers: [{ slope: 0.2 }, { slope: value }] };
    expect(() => canonicalJson({ arm })).toThrow(`expected finite numbers, got ${value} at arm.layers[1].slope`);
  },
);
