import type { Device } from "./device.ts";

/**
 * The compiled kernel; one text is compiled once a device.
 * @param bindings what it binds, from 0 on; told because a driver's own layout lacks what a kernel happens not to use
 * @throws {GpuError} if it does not compile
 */
export function pipelineOf(device: Device, { code, entryPoint, bindings }: Kernel): Promise<GPUComputePipeline> {
  const known = compiled.get(device) ?? new Map<string, Promise<GPUComputePipeline>>();
  compiled.set(device, known);
  const pipeline = known.get(code) ?? compile(device, { code, entryPoint, bindings });
  known.set(code, pipeline);
  return pipeline;
}

/** A kernel's text and what it wants. */
export interface Kernel {
  readonly code: string;
  readonly entryPoint: string;
  readonly bindings: readonly GPUBufferBindingType[];
}

const compiled = new WeakMap<Device, Map<string, Promise<GPUComputePipeline>>>();

/** Errors come by error scopes: `getCompilationInfo` never returns in the npm package `webgpu` 0.6.2. */
async function compile(device: Device, { code, entryPoint, bindings }: Kernel): Promise<GPUComputePipeline> {
  const gpu = device.device;
  return device.checked("a kernel that compiles", () => {
    const layout = gpu.createBindGroupLayout({
      entries: bindings.map((type, binding) => ({ binding, visibility: GPUShaderStage.COMPUTE, buffer: { type } })),
    });
    return gpu.createComputePipelineAsync({
      layout: gpu.createPipelineLayout({ bindGroupLayouts: [layout] }),
      compute: { module: gpu.createShaderModule({ code }), entryPoint },
    });
  });
}
