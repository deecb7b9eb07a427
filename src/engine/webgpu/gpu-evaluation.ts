import type { Player } from "../engine.ts";
import type { Buffers } from "./buffers.ts";
import type { Device } from "./device.ts";
import type { MemoryPlan } from "./memory-plan.ts";
import { pipelineOf } from "./pipeline.ts";
import { evaluationBytes, evaluationKernel, evaluationThreads, groupsOfSeed } from "./wgsl/evaluation-kernel.ts";

/** The bits of a quiet NaN. */
const nan = 0x7fc00000;

/** Answers on the graphics card: samples and probabilities of all seeds, of which a thousand are a million at a time. */
export class GpuEvaluation {
  readonly #device: Device;
  readonly #plan: MemoryPlan;
  readonly #buffers: Buffers;
  readonly #seeds: number;

  constructor(device: Device, plan: MemoryPlan, buffers: Buffers, seeds: number) {
    this.#device = device;
    this.#plan = plan;
    this.#buffers = buffers;
    this.#seeds = seeds;
  }

  /** Whether the card has room for it. */
  canTake(player: Player, input: Float32Array, rows: number): boolean {
    const { maxStorageBufferBindingSize, maxBufferSize } = this.#device.device.limits;
    const largest = Math.max(input.length, this.#seeds * rows * this.#plan[player].layout.outputs);
    const fits = evaluationBytes(this.#plan[player]) <= this.#device.limits.bytes;
    return rows > 0 && fits && 4 * largest <= Math.min(maxStorageBufferBindingSize, maxBufferSize);
  }

  /**
   * Sends the work off. The weights are those after all that was sent off before.
   * @param input `[rows, inputs]` or `[S, rows, inputs]`
   * @returns a buffer that will hold `[S, rows, outputs]`, to be destroyed by the caller
   */
  async start(player: Player, input: Float32Array, rows: number): Promise<GPUBuffer> {
    const network = this.#plan[player];
    const { inputs, outputs } = network.layout;
    const pipeline = await pipelineOf(this.#device, evaluationKernel(network));
    const { device } = this.#device;
    const { STORAGE, UNIFORM, COPY_SRC, COPY_DST } = GPUBufferUsage;
    const given = device.createBuffer({ size: 4 * input.length, usage: STORAGE | COPY_DST });
    const output = device.createBuffer({ size: 4 * this.#seeds * rows * outputs, usage: STORAGE | COPY_SRC });
    const parameters = device.createBuffer({ size: 4 * 5, usage: UNIFORM | COPY_DST });
    const groups = Math.min(groupsOfSeed, Math.ceil(rows / evaluationThreads));
    const firstVector = player === "generator" ? this.#plan.discriminator.vectors * this.#seeds : 0;
    const seedStride = input.length === rows * inputs ? 0 : rows * inputs;
    device.queue.writeBuffer(given, 0, new Float32Array(input));
    device.queue.writeBuffer(parameters, 0, Uint32Array.of(rows, groups, firstVector, seedStride, nan));
    const bindings = device.createBindGroup({
      layout: pipeline.getBindGroupLayout(0),
      entries: [parameters, this.#buffers.weights, given, output].map((buffer, binding) => ({
        binding,
        resource: { buffer },
      })),
    });
    const encoder = device.createCommandEncoder();
    const pass = encoder.beginComputePass();
    pass.setPipeline(pipeline);
    pass.setBindGroup(0, bindings);
    pass.dispatchWorkgroups(groups, this.#seeds);
    pass.end();
    device.queue.submit([encoder.finish()]);
    given.destroy();
    parameters.destroy();
    return output;
  }
}
