import type { GanArm } from "../../language/arm.ts";
import { dataDraw, refuseToDraw } from "../../random/draws.ts";
import { stream } from "../../random/stream.ts";
import { expectNumbers, live, rowsOf, rowsOfFit } from "../checks.ts";
import type { Adversary, Losses, Player } from "../engine.ts";
import { initialWeights } from "../initial-weights.ts";
import { recorded, wantsLosses } from "../losses.ts";
import { type Buffers, makeBuffers } from "./buffers.ts";
import type { Device } from "./device.ts";
import { GpuEvaluation } from "./gpu-evaluation.ts";
import { type Host, HostEvaluation } from "./host-evaluation.ts";
import { LossSums } from "./loss-sums.ts";
import { type MemoryPlan, planMemory } from "./memory-plan.ts";
import { Operations } from "./operations.ts";
import { pack, unpack } from "./packed-network.ts";
import { pipelineOf } from "./pipeline.ts";
import { UpdateQueue } from "./update-queue.ts";
import { trainingKernel } from "./wgsl/kernel.ts";

/** Threads of a workgroup on a software adapter: results do not depend on their number, and fewer compile sooner. */
const softwareThreads = 16;

/** An ensemble on a graphics card, one workgroup a seed. Updates wait in a queue until something is asked for. */
export class WebGpuAdversary implements Adversary {
  readonly seeds: readonly number[];
  readonly #arm: GanArm;
  readonly #device: Device;
  readonly #plan: MemoryPlan;
  readonly #buffers: Buffers;
  readonly #operations: Operations;
  readonly #losses: LossSums | undefined;
  readonly #onGpu: GpuEvaluation | undefined;
  readonly #onHost: HostEvaluation;
  /** Undefined once disposed. */
  #queue: UpdateQueue | undefined;
  /** Both players' weights `[S, P]` as they are, if known. */
  #weights: Promise<Record<Player, Float32Array>> | undefined;

  /**
   * @param options.host answers where the card does not
   * @param options.threads of a workgroup, at most
   * @param options.evaluatesOnGpu whether the card answers for samples and probabilities
   * @throws {RangeError} if the arm or the ensemble does not fit the card
   * @throws {GpuError} if the card fails
   */
  static async create(
    device: Device,
    arm: GanArm,
    seeds: readonly number[],
    options: { readonly host: Host; readonly threads?: number; readonly evaluatesOnGpu?: boolean },
  ): Promise<WebGpuAdversary> {
    const { isSoftware } = device.gpu;
    const { threads = isSoftware ? softwareThreads : undefined, evaluatesOnGpu = !isSoftware } = options;
    device.check();
    const plan = planMemory(arm, device.limits, threads);
    const pipeline = await pipelineOf(device, trainingKernel(plan));
    const buffers = await makeBuffers(device, arm, plan, seeds);
    const queue = await device.checked(
      "room for batches",
      () => new UpdateQueue(device, pipeline, buffers, seeds.length),
    );
    const adversary = new WebGpuAdversary(
      { device, arm, seeds, plan, buffers, evaluatesOnGpu, host: options.host },
      queue,
    );
    for (const player of ["generator", "discriminator"] as const) {
      const { layout } = plan[player];
      const weights = new Float32Array(seeds.length * layout.parameters);
      seeds.forEach((seed, s) => {
        weights.set(initialWeights(layout, stream(seed, `init/${player}`)), s * layout.parameters);
      });
      adversary.setWeights(player, weights);
    }
    return adversary;
  }

  private constructor(parts: Parts, queue: UpdateQueue) {
    const { device, arm, seeds, plan, buffers } = parts;
    this.seeds = [...seeds];
    this.#arm = arm;
    this.#device = device;
    this.#plan = plan;
    this.#buffers = buffers;
    this.#queue = queue;
    this.#operations = new Operations(arm, {
      generator: plan.generator.layout,
      discriminator: plan.discriminator.layout,
    });
    this.#losses = wantsLosses(arm) ? new LossSums(arm, plan) : undefined;
    this.#onGpu = parts.evaluatesOnGpu ? new GpuEvaluation(device, plan, buffers, seeds.length) : undefined;
    this.#onHost = new HostEvaluation(parts.host, arm, this.seeds);
  }

  get #live(): UpdateQueue {
    return live(this.#queue);
  }

  updateDiscriminator(real?: Float32Array): void {
    const { batch } = this.#arm.schedule;
    const { inputs } = this.#plan.discriminator.layout;
    const queue = this.#live;
    if (real) expectNumbers(real, "numbers of real samples", [this.seeds.length, batch, inputs]);
    else if (!dataDraw(this.#arm)) refuseToDraw(this.#arm);
    this.#weights = undefined;
    this.#losses?.count("discriminator");
    queue.add(this.#operations.updateDiscriminator(real !== undefined), real);
  }

  updateGenerator(): void {
    const queue = this.#live;
    this.#weights = undefined;
    this.#losses?.count("generator");
    queue.add(this.#operations.updateGenerator());
  }

  regress(player: Player, input: Float32Array, target: Float32Array): void {
    const queue = this.#live;
    const rows = rowsOfFit(this.#plan[player].layout, this.seeds.length, input, target);
    this.#weights = undefined;
    queue.add(this.#operations.regress(player, rows), input, target);
  }

  losses(): Promise<Losses> {
    return this.#takeLosses(recorded(this.#losses));
  }

  async #takeLosses(sums: LossSums): Promise<Losses> {
    const meansOf = sums.close();
    return meansOf(new Uint32Array(await this.#read(this.#buffers.losses, { isCleared: true })));
  }

  sample(latent: Float32Array, n?: number): Promise<Float32Array> {
    return this.#evaluate("generator", latent, n);
  }

  discriminate(x: Float32Array, n?: number): Promise<Float32Array> {
    return this.#evaluate("discriminator", x, n);
  }

  async gradientNorms(
    latent: Float32Array,
    n?: number,
  ): Promise<{ nonSaturating: Float64Array; saturating: Float64Array }> {
    return (await this.#hosted()).gradientNorms(latent, n);
  }

  async #evaluate(player: Player, input: Float32Array, n?: number): Promise<Float32Array> {
    const rows = rowsOf(input, this.#plan[player].layout.inputs, this.seeds.length, n);
    if (this.#onGpu?.canTake(player, input, rows)) {
      this.#live.flush();
      const output = await this.#onGpu.start(player, input, rows);
      return new Float32Array(await this.#read(output).finally(() => output.destroy()));
    }
    const host = await this.#hosted();
    return player === "generator" ? host.sample(input, n) : host.discriminate(input, n);
  }

  async #hosted() {
    return this.#onHost.withWeights(await this.#known());
  }

  async weights(player: Player): Promise<Float32Array> {
    return (await this.#known())[player].slice();
  }

  /** Read at most once between updates. */
  #known(): Promise<Record<Player, Float32Array>> {
    this.#weights ??= this.#readWeights();
    return this.#weights;
  }

  async #readWeights(): Promise<Record<Player, Float32Array>> {
    const { generator, discriminator } = this.#plan;
    const all = new Float32Array(await this.#read(this.#buffers.weights));
    const end = 4 * discriminator.vectors * this.seeds.length;
    return {
      discriminator: unpack(discriminator, all.subarray(0, end)),
      generator: unpack(generator, all.subarray(end)),
    };
  }

  setWeights(player: Player, weights: Float32Array): void {
    const queue = this.#live;
    const network = this.#plan[player];
    const { parameters } = network.layout;
    expectNumbers(weights, "weights", [this.seeds.length, parameters]);
    queue.flush();
    this.#weights = undefined;
    const first = player === "generator" ? 16 * this.#plan.discriminator.vectors * this.seeds.length : 0;
    this.#device.device.queue.writeBuffer(this.#buffers.weights, first, pack(network, weights));
  }

  async settle(): Promise<void> {
    await this.#live.settle();
  }

  dispose(): void {
    this.#queue?.dispose();
    this.#queue = undefined;
    this.#onHost.dispose();
    for (const buffer of Object.values(this.#buffers)) buffer.destroy();
  }

  /**
   * A copy of a buffer after all updates so far.
   * @param options.isCleared whether it starts again with the updates that follow
   * @throws {GpuError} if they were not made
   */
  async #read(buffer: GPUBuffer, { isCleared = false } = {}): Promise<ArrayBuffer> {
    const queue = this.#live;
    const { device } = this.#device;
    queue.flush();
    const usage = GPUBufferUsage.MAP_READ | GPUBufferUsage.COPY_DST;
    const copy = device.createBuffer({ size: buffer.size, usage });
    const encoder = device.createCommandEncoder();
    encoder.copyBufferToBuffer(buffer, 0, copy, 0, buffer.size);
    if (isCleared) encoder.clearBuffer(buffer);
    device.queue.submit([encoder.finish()]);
    try {
      await Promise.all([queue.settle(), this.#device.finish(copy.mapAsync(GPUMapMode.READ))]);
      return copy.getMappedRange().slice(0);
    } finally {
      copy.destroy();
    }
  }
}

/** What an ensemble is made of. */
interface Parts {
  readonly device: Device;
  readonly arm: GanArm;
  readonly seeds: readonly number[];
  readonly plan: MemoryPlan;
  readonly buffers: Buffers;
  readonly evaluatesOnGpu: boolean;
  readonly host: Host;
}
