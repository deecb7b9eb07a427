import type { GanArm } from "../../language/arm.ts";
import { ganLayout, type NetworkLayout } from "../layout.ts";
import { type PackedNetwork, packNetwork, tilesOf } from "./packed-network.ts";
import { refuseMaxout } from "./wgsl/activation.ts";

/** How one seed's networks and samples lie in the memory of its workgroup. */
export interface MemoryPlan {
  readonly generator: PackedNetwork;
  readonly discriminator: PackedNetwork;
  /** Threads of a workgroup, so samples that go through the networks at once. */
  readonly threads: number;
  /** Slots of a sample, one vector of four float32 each; odd, so that neighbours hit different banks of the memory. */
  readonly slots: number;
  /** First slot of the gradients of layers' sums. */
  readonly gradientsAt: number;
  /** Vectors of both networks: the discriminator's, then the generator's. */
  readonly vectors: number;
  /** See {@link tilesOf}. */
  readonly tiles: { readonly discriminator: number[][]; readonly generator: number[][] };
  /** Bytes of workgroup memory. */
  readonly bytes: number;
}

/** What an adapter grants a workgroup. */
export interface WorkgroupLimits {
  readonly bytes: number;
  readonly threads: number;
}

/**
 * The plan for an arm with as many threads as are of use and fit.
 * @param mostThreads more are of no use
 * @throws {RangeError} if the arm's networks do not fit, or it asks for what the kernel does not know
 */
export function planMemory(arm: GanArm, limits: WorkgroupLimits, mostThreads = 64): MemoryPlan {
  refuseUnknown(arm);
  const layout = ganLayout(arm);
  const generator = packNetwork(layout.generator);
  const discriminator = packNetwork(layout.discriminator);
  const plans = [64, 32, 16, 8]
    .filter((threads) => threads <= Math.min(limits.threads, mostThreads))
    .map((threads) => planOf(generator, discriminator, threads));
  const fitting = plans.find(({ bytes }) => bytes <= limits.bytes);
  if (fitting) return usefulThreads(fitting, arm);
  const needed = Math.min(...plans.map(({ bytes }) => bytes));
  throw new RangeError(
    `expected networks that fit ${limits.bytes} bytes of a workgroup's memory, got ${needed} (generator ${widths(layout.generator)}, discriminator ${widths(layout.discriminator)}); use the engine wasm`,
  );
}

/** Why there is no plan for an arm; undefined where there is one. */
export function refusal(arm: GanArm, limits: WorkgroupLimits): string | undefined {
  try {
    planMemory(arm, limits);
    return undefined;
  } catch (error) {
    if (error instanceof RangeError) return error.message;
    throw error;
  }
}

function planOf(generator: PackedNetwork, discriminator: PackedNetwork, threads: number): MemoryPlan {
  const gradientsAt = Math.max(generator.inputSlots, discriminator.inputSlots);
  const slots = (gradientsAt + Math.max(generator.gradientSlots, discriminator.gradientSlots)) | 1;
  const vectors = generator.vectors + discriminator.vectors;
  return {
    generator,
    discriminator,
    threads,
    slots,
    gradientsAt,
    vectors,
    tiles: {
      discriminator: tilesOf(discriminator, gradientsAt, 0),
      generator: tilesOf(generator, gradientsAt, discriminator.vectors),
    },
    bytes: 16 * (vectors + threads * slots),
  };
}

/** Half a workgroup that has neither samples nor gradients to work on would only take up room. */
function usefulThreads(plan: MemoryPlan, { schedule }: GanArm): MemoryPlan {
  const { generator, discriminator, threads, tiles } = plan;
  const busy = Math.max(schedule.batch, tiles.generator.length, tiles.discriminator.length);
  return threads === 64 && busy <= 32 ? planOf(generator, discriminator, 32) : plan;
}

/** What the kernel does not know: but for the last, only MNIST's arms ask for it, whose networks outgrow the memory anyway. */
function refuseUnknown({ gradients, optimizer, generator, discriminator }: GanArm): void {
  if (gradients?.hasCrossTalk) {
    throw new RangeError(
      "expected gradients of a player's own loss, got cross-talk from the generator's loss to the discriminator's; use the engine wasm",
    );
  }
  for (const { kind } of gradients && !gradients.isZeroed ? [optimizer.generator, optimizer.discriminator] : []) {
    if (kind !== "sgd") {
      throw new RangeError(`expected sgd where gradients are never zeroed, got ${kind}; use the engine wasm`);
    }
  }
  for (const { layers, inputDropout = 0 } of [generator, discriminator]) {
    if (layers.some(({ activation }) => activation === "maxout")) refuseMaxout();
    if (inputDropout > 0) throw new RangeError("expected dropout of units, got dropout of inputs; use the engine wasm");
  }
  for (const one of [optimizer.generator, optimizer.discriminator]) {
    // The zeros that fill up a row have gradient 0 and would become 0/0.
    if (one.kind === "adam" && !(one.epsilon > 0)) {
      throw new RangeError(`expected a positive epsilon of Adam, got ${one.epsilon}; use the engine wasm`);
    }
  }
}

const widths = ({ inputs, layers }: NetworkLayout): string => [inputs, ...layers.map(({ units }) => units)].join("-");
