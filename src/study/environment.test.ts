import { expect, test } from "vitest";
import { describe, kernelChoice } from "../engine/wasm/kernel-path.ts";
import { onlyWasm } from "./engines.ts";
import { environment } from "./environment.ts";

test("says on which path the kernels ran", () => {
  expect(environment(onlyWasm).kernels).toBe(describe(kernelChoice()));
});
