import { expect, test } from "vitest";
import { kernelsBase64, kernelsSha256 } from "../src/engine/wasm/kernels.generated.ts";
import { compileKernels, generatedSource } from "./build-kernels.ts";

test("the committed module is what its source compiles to", async () => {
  const source = generatedSource(await compileKernels());
  expect(source).toContain(`"${kernelsSha256}"`);
  expect(source).toContain(kernelsBase64);
});
