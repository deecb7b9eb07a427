import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { damaged, emptyFolder, picture } from "../testing/test-images.ts";
import { readPng } from "./read-png.ts";

test("reads a PNG", () => {
  const file = join(emptyFolder(), "good.png");
  writeFileSync(file, picture(7, 5));
  expect(readPng(file)).toMatchObject({ width: 7, height: 5 });
});

test("one flipped bit is reported with the file", () => {
  const file = join(emptyFolder(), "flipped.png");
  writeFileSync(file, damaged(picture(40, 30)));
  expect(() => readPng(file)).toThrow(/expected a whole PNG in .*flipped\.png, got .* bytes/);
});

test("a truncated file is reported", () => {
  const file = join(emptyFolder(), "short.png");
  writeFileSync(file, picture(40, 30).subarray(0, 60));
  expect(() => readPng(file)).toThrow("got 60 bytes");
});
