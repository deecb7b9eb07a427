import { describe, test } from "vitest";
import { EngineError } from "../engine.ts";
import { type Device, openDevice } from "../webgpu/device.ts";
import { available } from "./available.ts";

const engine = await available("webgpu");
const device = engine instanceof EngineError ? undefined : await openDevice();

/** Tests that need a graphics card, or what plays one; skipped with the reason where none is. */
export function onGpu(tests: (device: () => Device) => void): void {
  if (device) describe(device.gpu.device, () => tests(() => device));
  else {
    const { message } = engine as EngineError;
    console.warn(`skipped: ${message}`);
    test.skip(message, () => {});
  }
}
