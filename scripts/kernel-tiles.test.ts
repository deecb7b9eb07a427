import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { tilesSource } from "./kernel-tiles.ts";

test("the committed tiles are what their generator writes", () => {
  const committed = new URL("../src/engine/wasm/assembly/tiles.generated.ts", import.meta.url);
  expect(readFileSync(committed, "utf8"), "run `npm run build`").toBe(tilesSource());
});
