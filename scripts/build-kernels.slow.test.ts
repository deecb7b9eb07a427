import { expect, test } from "vitest";
import { emulated, fused } from "../src/engine/wasm/kernels.generated.ts";
import { compileAll, generatedSource } from "./build-kernels.ts";

test("the committed modules are what their source compiles to", async () => {
  const source = generatedSource(await compileAll());
  for (const { sha256, base64 } of [fused, emulated]) {
    expect(source).toContain(`"${sha256}"`);
    expect(source).toContain(base64);
  }
});
