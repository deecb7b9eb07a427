import type { GanArm } from "../../language/arm.ts";
import { type Draw, dataDraw, latentDraw, latentStream } from "../../random/draws.ts";
import { stream } from "../../random/stream.ts";
import { wantsLosses } from "../losses.ts";
import type { Device } from "./device.ts";
import type { MemoryPlan } from "./memory-plan.ts";
import { longestDispatch } from "./pace.ts";
import { keysOfSeed, lossWords, operationWords, parameterWords, sourceKinds } from "./wgsl/interface.ts";

/** What the kernel reads and writes, on the card. */
export interface Buffers {
  readonly parameters: GPUBuffer;
  readonly weights: GPUBuffer;
  readonly moments: GPUBuffer;
  readonly losses: GPUBuffer;
  readonly operations: GPUBuffer;
  readonly tiles: GPUBuffer;
  readonly keys: GPUBuffer;
  readonly tables: GPUBuffer;
}

/**
 * The buffers of an ensemble, filled but for the weights.
 * @throws {RangeError} if they are larger than the device's
 * @throws {GpuError} if there is too little memory
 */
export async function makeBuffers(
  device: Device,
  arm: GanArm,
  plan: MemoryPlan,
  seeds: readonly number[],
): Promise<Buffers> {
  const bytesOfWeights = 16 * plan.vectors * seeds.length;
  const { maxStorageBufferBindingSize, maxBufferSize, maxComputeWorkgroupsPerDimension } = device.device.limits;
  // Two moments of each weight, and a workgroup a seed.
  const room = Math.floor(Math.min(maxStorageBufferBindingSize, maxBufferSize) / (2 * 16 * plan.vectors));
  const most = Math.min(room, maxComputeWorkgroupsPerDimension);
  if (seeds.length > most) {
    throw new RangeError(`expected at most ${most} seeds at once on this graphics card, got ${seeds.length}`);
  }
  const { tables, parameters } = sourcesOf(arm, seeds.length);
  return device.checked(`${seeds.length} seeds to find room on the graphics card`, () => {
    const make = (bytes: number, usage: number, content?: Float32Array<ArrayBuffer> | Uint32Array<ArrayBuffer>) => {
      const size = Math.max(16, bytes, content?.byteLength ?? 0);
      const buffer = device.device.createBuffer({ size, usage: usage | GPUBufferUsage.COPY_DST });
      if (content) device.device.queue.writeBuffer(buffer, 0, content);
      return buffer;
    };
    const { STORAGE, UNIFORM, COPY_SRC } = GPUBufferUsage;
    const tiles = [...plan.tiles.discriminator, ...plan.tiles.generator].flat();
    return {
      parameters: make(4 * parameterWords, UNIFORM, parameters),
      weights: make(bytesOfWeights, STORAGE | COPY_SRC),
      moments: make(2 * bytesOfWeights, STORAGE),
      losses: make(4 * lossWords * 2 * plan.threads * seeds.length, STORAGE | COPY_SRC),
      operations: make(4 * operationWords * longestDispatch, STORAGE),
      tiles: make(0, STORAGE, Uint32Array.from(tiles)),
      keys: make(0, STORAGE, keysOf(arm, seeds)),
      tables: make(0, STORAGE, Float32Array.from(tables)),
    };
  });
}

/** In the order of wgsl/interface.ts. */
function keysOf(arm: GanArm, seeds: readonly number[]): Uint32Array<ArrayBuffer> {
  const purposes = [
    "data",
    latentStream("discriminator", arm),
    latentStream("generator", arm),
    "dropout/discriminator",
    "dropout/generator",
    "dropout/discriminator/regression",
    "dropout/generator/regression",
  ];
  const words = seeds.flatMap((seed) => purposes.flatMap((purpose) => [...stream(seed, purpose).key]));
  if (words.length !== 2 * keysOfSeed * seeds.length) throw new Error("expected as many streams as the kernel knows");
  return Uint32Array.from(words);
}

/** The kernel's `Parameters`, and the tables that its sources refer to. */
function sourcesOf(arm: GanArm, seeds: number): { tables: number[]; parameters: Uint32Array<ArrayBuffer> } {
  const words = new DataView(new ArrayBuffer(4 * parameterWords));
  const tables: number[] = [];
  words.setUint32(8, seeds, true);
  words.setUint32(12, Number(wantsLosses(arm)), true);
  [dataDraw(arm), latentDraw(arm.latent, arm.schedule.batch)].forEach((draw, i) => {
    if (draw) writeSource(words, 16 + 16 * i, draw, tables);
  });
  for (const [i, optimizer] of [arm.optimizer.discriminator, arm.optimizer.generator].entries()) {
    if (optimizer.kind !== "adam") continue;
    const { beta1, beta2 } = optimizer;
    [beta1, 1 - beta1, beta2, 1 - beta2].forEach((beta, k) => {
      words.setFloat32(48 + 16 * i + 4 * k, beta, true);
    });
  }
  words.setFloat32(80, arm.generatorLoss === "saturating" ? 0 : 1, true);
  return { tables, parameters: new Uint32Array(words.buffer) };
}

function writeSource(words: DataView, at: number, draw: Draw, tables: number[]): void {
  const hasGrid = draw.kind !== "mixture" && draw.grid !== undefined;
  words.setUint32(at, sourceKinds[hasGrid ? "grid" : draw.kind], true);
  words.setUint32(at + 4, tables.length, true);
  if (draw.kind === "mixture") {
    // Any bound above all uniforms will do; WGSL need not know infinity.
    tables.push(...draw.components.map((x) => Math.min(x, 3e38)));
    return;
  }
  words.setFloat32(at + 8, draw.scale, true);
  words.setFloat32(at + 12, draw.shift, true);
  tables.push(...(draw.grid ?? []));
}
