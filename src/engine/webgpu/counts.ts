import type { GanArm } from "../../language/arm.ts";
import type { Player } from "../engine.ts";
import { type MemoryPlan, planMemory, type WorkgroupLimits } from "./memory-plan.ts";
import type { PackedNetwork } from "./packed-network.ts";

/** What one update of one seed costs the card. Estimates from the kernel's text, for a roofline; drivers unroll and fuse. */
export interface Counts {
  /** Multiplications and additions of the algorithm: what any implementation has to do. */
  readonly flops: number;
  /** Instructions that the warps of a workgroup issue, all of them together. */
  readonly instructions: number;
  /** Bytes that lanes read from and write to the workgroup's memory; many lanes read the same, which hardware does once. */
  readonly workgroupBytes: number;
  /** Bytes of the card's memory: the moments, read and written. Weights and losses come and go once a dispatch. */
  readonly globalBytes: number;
  readonly barriers: number;
}

/** Lanes that share an instruction, on most cards. */
const lanes = 32;

/** Counts the work of each player's update on a card with these limits; see {@link Counts}. */
export function countsOf(arm: GanArm, limits: WorkgroupLimits): Readonly<Record<Player, Counts>> {
  const plan = planMemory(arm, limits);
  const { generator, discriminator } = plan;
  const { batch } = arm.schedule;
  const [ofG, ofD] = [multiplications(generator), multiplications(discriminator)];
  const [gg, dd] = [forward(generator), forward(discriminator)];
  return {
    discriminator: counts(plan, arm, "discriminator", {
      // Real and fake samples: forward, back to the first layer's sums, and the weights' gradient.
      flops: 2 * batch * (ofG.all + 2 * (2 * ofD.all + ofD.hidden)),
      segments: 2,
      passes: plus(drawing, half(gg), dd, backward(discriminator, false)),
    }),
    generator: counts(plan, arm, "generator", {
      // Both forward, back through the discriminator to its input, back through the generator, and its weights' gradient.
      flops: 2 * batch * (ofG.all + 2 * ofD.all + ofG.hidden + ofG.all),
      segments: 1,
      passes: plus(drawing, gg, dd, backward(discriminator, true), backward(generator, false)),
    }),
  };
}

/** Multiplications in all layers, and in all but the first. Biases count as weights with input 1. */
function multiplications({ layers }: PackedNetwork): { all: number; hidden: number } {
  const ofLayers = layers.map(({ inputs, units }) => (inputs + 1) * units);
  const all = ofLayers.reduce((sum, n) => sum + n);
  return { all, hidden: all - ofLayers[0] };
}

/** Instructions of one lane, and bytes of workgroup memory that it moves. */
interface Work {
  readonly instructions: number;
  readonly bytes: number;
}

const plus = (...works: readonly Work[]): Work => ({
  instructions: works.reduce((sum, { instructions }) => sum + instructions, 0),
  bytes: works.reduce((sum, { bytes }) => sum + bytes, 0),
});
const times = (n: number, { instructions, bytes }: Work): Work => ({
  instructions: n * instructions,
  bytes: n * bytes,
});
/** What every second chunk of samples does. */
const half = (work: Work): Work => times(0.5, work);

/** A number from Threefry (20 rounds of 3 to 4 integer instructions) and the polynomials of a normal one. */
const drawing: Work = { instructions: 130, bytes: 16 };

/** A load of a row's vector, its four products, the sum of the four, an activation; the store. */
function forward({ layers }: PackedNetwork): Work {
  return plus(
    ...layers.map(({ units, vectors, activation }) => {
      const loads = units * vectors + vectors;
      const isSmooth = activation === "sigmoid" || activation === "tanh";
      const unit = 5 * vectors + 3 + (isSmooth ? 10 : 2) + 6; // 6: the loop and the addresses
      return { instructions: units * unit + vectors, bytes: 16 * loads + 4 * units };
    }),
  );
}

function backward({ layers }: PackedNetwork, toInput: boolean): Work {
  return plus(
    ...layers.slice(toInput ? 0 : 1).map(({ inputs, units, vectors }) => {
      const activations = Math.ceil(inputs / 4);
      return {
        instructions: units * (5 * vectors + 7) + activations * 14,
        bytes: 16 * (units * vectors + 2 * activations) + 4 * units,
      };
    }),
  );
}

function counts(
  plan: MemoryPlan,
  { schedule, optimizer }: GanArm,
  player: Player,
  { flops, segments, passes }: { readonly flops: number; readonly segments: number; readonly passes: Work },
): Counts {
  const { threads, tiles } = plan;
  const chunks = Math.ceil(schedule.batch / threads);
  const warps = threads / lanes;
  const rounds = Math.ceil(tiles[player].length / threads);
  // A sample of a tile: two loads, 16 products, the loop.
  const gradient = times(rounds * schedule.batch * segments, { instructions: 22, bytes: 32 });
  const rows = plan[player].vectors;
  const moments = optimizer[player].kind === "adam" ? 2 : 1;
  const step = times(4 * rounds, { instructions: moments === 2 ? 50 : 16, bytes: 32 });
  const perLane = plus(times(segments * chunks, passes), gradient, step);
  return {
    flops,
    instructions: Math.round(warps * perLane.instructions),
    workgroupBytes: Math.round(threads * perLane.bytes),
    globalBytes: 2 * 16 * rows * moments,
    barriers: 2 * segments * chunks + 1,
  };
}
