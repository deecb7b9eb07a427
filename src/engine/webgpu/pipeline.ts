import type { Device } from "./device.ts";

/** Bindings of the training kernel: see wgsl/interface.ts. */
const bindings: readonly GPUBufferBindingType[] = [
  "uniform",
  "storage",
  "storage",
  "storage",
  "read-only-storage",
  "read-only-storage",
  "read-only-storage",
  "read-only-storage",
  "read-only-storage",
];

/**
 * The compiled kernel; one text is compiled once a device.
 * @throws {GpuError} if it does not compile
 */
export function pipelineOf(device: Device, code: string): Promise<GPUComputePipeline> {
  const known = compiled.get(device) ?? new Map<string, Promise<GPUComputePipeline>>();
  compiled.set(device, known);
  const pipeline = known.get(code) ?? compile(device, code);
  known.set(code, pipeline);
  return pipeline;
}

const compiled = new WeakMap<Device, Map<string, Promise<GPUComputePipeline>>>();

/** Errors come by error scopes: `getCompilationInfo` never returns in the npm package `webgpu` 0.6.2. */
async function compile(device: Device, code: string): Promise<GPUComputePipeline> {
  const gpu = device.device;
  return device.checked("a kernel that compiles", () => {
    const layout = gpu.createBindGroupLayout({
      entries: bindings.map((type, binding) => ({ binding, visibility: GPUShaderStage.COMPUTE, buffer: { type } })),
    });
    return gpu.createComputePipelineAsync({
      layout: gpu.createPipelineLayout({ bindGroupLayouts: [layout] }),
      compute: { module: gpu.createShaderModule({ code }), entryPoint: "train" },
    });
  });
}
