import { existsSync } from "node:fs";
import { EngineError } from "../engine.ts";

/** A graphics card that answers, or a program that plays one. */
export interface Gpu {
  readonly adapter: GPUAdapter;
  /** As its driver calls itself, like "nvidia hopper, NVIDIA H100". */
  readonly device: string;
  /** Whether it computes on the CPU: right, but slow, so no engine is chosen for it unasked. */
  readonly isSoftware: boolean;
}

/**
 * The graphics card that Dawn (npm package `webgpu`) finds. Opened once a process: afterwards `navigator.gpu` and the names
 * of WebGPU are globals, as in a browser.
 * @throws {EngineError} if there is none; the message says what it takes
 */
export function openGpu(): Promise<Gpu> {
  opened ??= open().catch((error) => {
    opened = undefined;
    throw error;
  });
  return opened;
}

let opened: Promise<Gpu> | undefined;

async function open(): Promise<Gpu> {
  // Mesa's and NVIDIA's loaders complain on stderr without one.
  process.env.XDG_RUNTIME_DIR ??= "/tmp";
  const { create, globals } = await import("webgpu");
  Object.assign(globalThis, globals);
  const gpu = create([]);
  // Also keeps Dawn's instance alive: collected, it takes its adapters with it.
  Object.defineProperty(globalThis.navigator ?? defineNavigator(), "gpu", { value: gpu, configurable: true });
  const adapter = await gpu.requestAdapter({ powerPreference: "high-performance" });
  if (!adapter) throw new EngineError(`expected a graphics card that WebGPU can use, got none; ${remedy()}`);
  const { vendor, architecture, device, description } = adapter.info;
  const told = [vendor, architecture, device, description].filter(Boolean).join(" ");
  return { adapter, device: told, isSoftware: isSoftware(told) };
}

/** Whether a device, as its driver calls itself, is the CPU. */
export const isSoftware = (device: string): boolean => /swiftshader|llvmpipe|lavapipe|\bcpu\b/i.test(device);

/** Node before 21 has no `navigator`. */
function defineNavigator(): Navigator {
  Object.defineProperty(globalThis, "navigator", { value: {}, configurable: true });
  return globalThis.navigator;
}

/** Where Debian's chromium keeps a software adapter that passes WebGPU's own tests. */
export const swiftShader = "/usr/lib/chromium/vk_swiftshader_icd.json";

function remedy(): string {
  const { VK_DRIVER_FILES, VK_ICD_FILENAMES } = process.env;
  if (VK_DRIVER_FILES ?? VK_ICD_FILENAMES) return `is ${VK_DRIVER_FILES ?? VK_ICD_FILENAMES} the right Vulkan driver?`;
  const software = existsSync(swiftShader)
    ? `VK_ICD_FILENAMES=${swiftShader}`
    : `Debian's chromium, and VK_ICD_FILENAMES=${swiftShader}`;
  return `it needs a Vulkan driver and loader (Debian: libvulkan1); to compute on the CPU instead, ${software}`;
}
