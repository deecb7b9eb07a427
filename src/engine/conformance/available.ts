import { existsSync } from "node:fs";
import { describe, test } from "vitest";
import { type Engine, EngineError, type EngineName } from "../engine.ts";
import { isSoftware, swiftShader } from "../gpu/dawn.ts";
import { engineNamed } from "../named.ts";
import { conformance } from "./suite.ts";

/**
 * The conformance suite of an engine, skipped with the reason where the engine is not there. One engine a test file.
 * @param expected.refuses the arms that it does not train, and what it says then
 * @param expected.onSoftware the arms that it is tested with where the CPU plays the graphics card, because each takes long there;
 *   all where undefined
 */
export async function conformanceOf(name: EngineName, { refuses, onSoftware }: Expected = {}): Promise<void> {
  const engine = await available(name);
  if (engine instanceof EngineError) {
    skip(`conformance of ${name}: ${engine.message}`);
    return;
  }
  const arms = engine.device !== undefined && isSoftware(engine.device) ? onSoftware : undefined;
  if (arms) skip(`conformance of ${name} with all but ${arms.length} arms: the CPU plays the graphics card`);
  describe(`${name}${engine.device ? ` on ${engine.device}` : ""}`, () => conformance(engine, refuses, arms));
}

interface Expected {
  readonly refuses?: Readonly<Record<string, string>>;
  readonly onSoftware?: readonly string[];
}

function skip(reason: string): void {
  console.warn(`skipped: ${reason}`);
  test.skip(reason, () => {});
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
