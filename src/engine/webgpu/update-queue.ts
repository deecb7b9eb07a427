import type { Buffers } from "./buffers.ts";
import type { Device } from "./device.ts";
import { type Operation, writeOperation } from "./operations.ts";
import { longestDispatch, Pace } from "./pace.ts";
import { operationWords } from "./wgsl/interface.ts";

/** Bytes of host-made batches that wait for one dispatch, unless one update has more. */
const roomForGiven = 2 ** 24;

/** Collects updates and makes as many at once as a dispatch may take. */
export class UpdateQueue {
  readonly #device: Device;
  readonly #pipeline: GPUComputePipeline;
  readonly #buffers: Buffers;
  readonly #seeds: number;
  readonly #pace: Pace;
  readonly #operations = new DataView(new ArrayBuffer(4 * operationWords * longestDispatch));
  #waiting = 0;
  #given = new Float32Array(4);
  #givenLength = 0;
  #givenBuffer: GPUBuffer;
  #bindings: GPUBindGroup;
  /** Updates that were sent off since they were last waited for, and when the first of them was. */
  #sent = { updates: 0, since: 0 };

  constructor(device: Device, pipeline: GPUComputePipeline, buffers: Buffers, seeds: number) {
    this.#device = device;
    this.#pipeline = pipeline;
    this.#buffers = buffers;
    this.#seeds = seeds;
    this.#pace = new Pace(seeds, device.gpu.isSoftware);
    this.#givenBuffer = this.#makeGiven(this.#given.length);
    this.#bindings = this.#bind();
  }

  /**
   * Adds an update.
   * @param input a batch that the host made, `[S, rows, inputs]`; it is copied
   * @param target where a player is fitted, `[S, rows, outputs]`, in the same form
   */
  add(operation: Operation, input?: Float32Array, target?: Float32Array): void {
    this.#makeRoom((input?.length ?? 0) + (target?.length ?? 0));
    const places = { input: this.#take(input), target: this.#take(target) };
    writeOperation(this.#operations, this.#waiting, operation, places);
    this.#waiting++;
    if (this.#waiting >= this.#pace.updates) this.flush();
  }

  /** Sends off what waits. */
  flush(): void {
    if (this.#waiting === 0) return;
    const { queue } = this.#device.device;
    queue.writeBuffer(this.#buffers.operations, 0, this.#operations.buffer, 0, 4 * operationWords * this.#waiting);
    if (this.#givenLength > 0) queue.writeBuffer(this.#givenBuffer, 0, this.#given, 0, this.#givenLength);
    if (this.#sent.updates === 0) this.#sent.since = performance.now();
    const seedsAtOnce = this.#pace.seeds;
    for (let first = 0; first < this.#seeds; first += seedsAtOnce) {
      this.#dispatch(first, Math.min(seedsAtOnce, this.#seeds - first));
    }
    this.#sent.updates += this.#waiting;
    this.#waiting = 0;
    this.#givenLength = 0;
  }

  /**
   * Resolves when all updates have been made.
   * @throws {GpuError} if they were not
   */
  async settle(): Promise<void> {
    this.flush();
    const { updates, since } = this.#sent;
    this.#sent = { updates: 0, since: 0 };
    await this.#device.finish(this.#device.device.queue.onSubmittedWorkDone());
    this.#pace.measured(updates, (performance.now() - since) / 1000);
  }

  dispose(): void {
    this.#givenBuffer.destroy();
  }

  #dispatch(firstSeed: number, seeds: number): void {
    const { device } = this.#device;
    device.queue.writeBuffer(this.#buffers.parameters, 0, Uint32Array.of(this.#waiting, firstSeed));
    const encoder = device.createCommandEncoder();
    const pass = encoder.beginComputePass();
    pass.setPipeline(this.#pipeline);
    pass.setBindGroup(0, this.#bindings);
    pass.dispatchWorkgroups(seeds);
    pass.end();
    device.queue.submit([encoder.finish()]);
  }

  /** For n more numbers of the host's batches. */
  #makeRoom(n: number): void {
    if (this.#givenLength + n <= this.#given.length) return;
    this.flush();
    if (n <= this.#given.length) return;
    const length = Math.max(n, Math.min(64 * n, roomForGiven / Float32Array.BYTES_PER_ELEMENT));
    this.#given = new Float32Array(length);
    // What was sent off still reads the old buffer; it is freed when it has done so.
    this.#givenBuffer.destroy();
    this.#givenBuffer = this.#makeGiven(length);
    this.#bindings = this.#bind();
  }

  /** @returns where it lies */
  #take(batch: Float32Array | undefined): number {
    const at = this.#givenLength;
    if (batch) this.#given.set(batch, at);
    this.#givenLength += batch?.length ?? 0;
    return at;
  }

  #makeGiven(length: number): GPUBuffer {
    const usage = GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_DST;
    return this.#device.device.createBuffer({ size: 4 * length, usage });
  }

  #bind(): GPUBindGroup {
    const { parameters, weights, moments, losses, operations, tiles, keys, tables } = this.#buffers;
    const buffers = [parameters, weights, moments, losses, operations, tiles, keys, tables, this.#givenBuffer];
    return this.#device.device.createBindGroup({
      layout: this.#pipeline.getBindGroupLayout(0),
      entries: buffers.map((buffer, binding) => ({ binding, resource: { buffer } })),
    });
  }
}
