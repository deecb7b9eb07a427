import { existsSync } from "node:fs";
import { describe, test } from "vitest";
import { NoGpuError, swiftShader } from "../gpu/dawn.ts";
import { type Device, openDevice } from "../webgpu/device.ts";

/**
 * Tests that need a graphics card: on the one that answers, else on the software adapter that chromium brings; else they
 * are skipped with the reason.
 */
export function onGpu(tests: (device: () => Device) => void): void {
  if (device) describe(device.gpu.device, () => tests(() => device));
  else {
    console.warn(`skipped: ${reason}`);
    test.skip(reason, () => {});
  }
}

async function find(): Promise<Device | NoGpuError> {
  try {
    return await openDevice();
  } catch (error) {
    if (error instanceof NoGpuError) return error;
    throw error;
  }
}

// A card that is named is taken for the only one; else chromium's is tried before giving up.
if (!process.env.VK_DRIVER_FILES && existsSync(swiftShader)) process.env.VK_ICD_FILENAMES ??= swiftShader;
const found = await find();
const device = found instanceof NoGpuError ? undefined : found;
const reason = found instanceof NoGpuError ? found.message : "";
