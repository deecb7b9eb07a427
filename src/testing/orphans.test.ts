import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { findOrphans } from "./orphans.ts";
import { emptyFolder } from "./test-images.ts";

test("baselines that no figure claims are listed", () => {
  const folder = emptyFolder();
  for (const name of ["b.png", "a.svg", "film.svg", "film.png", "digests.json"]) writeFileSync(join(folder, name), "");
  expect(findOrphans(folder, ["film"])).toEqual(["a.svg", "b.png"]);
});

test("a folder that does not exist has none", () => {
  expect(findOrphans(join(emptyFolder(), "none"), [])).toEqual([]);
});
