import { lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { replaceFile } from "./replace-file.ts";

const folder = mkdtempSync(join(tmpdir(), "gan-repro-replace-"));

test("a file is replaced whole, and nothing is left beside it", () => {
  const file = join(folder, "one");
  replaceFile(file, "old");
  replaceFile(file, "new");
  expect(readFileSync(file, "utf8")).toBe("new");
  expect(readdirSync(folder)).toEqual(["one"]);
});

test("a symbolic link is replaced, and what it points to is left alone", () => {
  const [target, link] = [join(folder, "target"), join(folder, "link")];
  writeFileSync(target, "mine");
  symlinkSync(target, link);
  replaceFile(link, "new");
  expect(readFileSync(target, "utf8")).toBe("mine");
  expect(lstatSync(link).isSymbolicLink()).toBe(false);
});

test("if it cannot be replaced the old one stays, and nothing is left beside it", () => {
  const inside = join(folder, "inside");
  mkdirSync(join(inside, "taken", "by-a-folder"), { recursive: true });
  expect(() => replaceFile(join(inside, "taken"), "new")).toThrow();
  expect(readdirSync(inside)).toEqual(["taken"]);
});
