import { existsSync } from "node:fs";
import { describe, test } from "vitest";
import { type Engine, EngineError, type EngineName } from "../engine.ts";
import { swiftShader } from "../gpu/dawn.ts";
import { engineNamed } from "../named.ts";
import { conformance } from "./suite.ts";

/**
 * The conformance suite of an engine, skipped with the reason where the engine is not there. One engine a test file.
 * @param refuses the arms that it does not train, and what it says then
 */
export async function conformanceOf(name: EngineName, refuses?: Readonly<Record<string, string>>): Promise<void> {
  const engine = await available(name);
  if (engine instanceof EngineError) {
    console.warn(`skipped: conformance of ${name}: ${engine.message}`);
    test.skip(`${name}: ${engine.message}`, () => {});
  } else {
    describe(`${name}${engine.device ? ` on ${engine.device}` : ""}`, () => conformance(engine, refuses));
  }
}

/** On machines without a graphics card WebGPU is tried once more with the software adapter that chromium brings. */
export async function available(name: EngineName): Promise<Engine | EngineError> {
  try {
    return await engineNamed(name).catch((error) => {
      if (!name.endsWith("webgpu") || !existsSync(swiftShader)) throw error;
      process.env.VK_ICD_FILENAMES ??= swiftShader;
      return engineNamed(name);
    });
  } catch (error) {
    if (error instanceof EngineError) return error;
    throw error;
  }
}
