import type { Source } from "../study/source.ts";
import type { Store } from "../trial/store.ts";
import type { Contender } from "./contender.ts";
import { digitContenders, limit, speedContenders, updateContenders } from "./contenders.ts";
import { timeTasks } from "./in-process.ts";
import { type InterleaveOptions, interleave } from "./interleave.ts";
import { timeKernels } from "./kernels.ts";
import type { Measurement } from "./measurement.ts";
import { digitPeers, type Peer, updatePeers } from "./peers/peers.ts";
import { timedPeers } from "./peers/timed-peers.ts";
import type { PeerPython } from "./python.ts";
import { timeScaling } from "./scaling.ts";
import { sourceContenders } from "./source-contenders.ts";
import { decisionTasks, figureTasks, trialTasks } from "./whole.ts";

/** The names that `--suite` accepts. */
export const suiteNames = ["update", "digits", "kernels", "figure", "decision", "trial", "scaling"] as const;
export type SuiteName = (typeof suiteNames)[number];

/** Those that are timed without being asked for: a few minutes together. */
export const usualSuites: readonly SuiteName[] = ["update", "digits", "kernels", "figure", "decision"];

/** What a suite may need. */
export interface SuiteTools {
  readonly sources: readonly Source[];
  /** Where others are timed as well. */
  readonly peers?: PeerTools;
  readonly conditions: InterleaveOptions;
  /** Where the classifier of digits is kept. */
  readonly store: Store;
}

export interface PeerTools {
  /** A Python that has the peers' packages, if there is one. */
  readonly python: PeerPython | undefined;
  /** Those that were asked for, of `peerNames`. */
  readonly names: readonly string[];
  /** Tells the user what goes on, and which peers are left out and why, a line at a time. */
  readonly say: (line: string) => void;
}

/** Things that are timed together because they answer one question. */
export interface Suite {
  readonly title: string;
  measure(tools: SuiteTools): Promise<Measurement[]>;
}

export const suites: Readonly<Record<SuiteName, Suite>> = {
  update: {
    title:
      "One discriminator update of the 1-D GAN for S seeds (1-10-20-10-1, batch 64, Adam), then one round of every source's base arm, CPU time on one core",
    measure: async (tools) =>
      interleave(
        [...updateContenders(), ...(await others(updatePeers, tools)), ...sourceContenders(tools.sources)],
        tools.conditions,
      ),
  },
  digits: {
    title:
      "One update of both players of the GAN on digits (100-128-128-784, 784-128-128-1, batch 64), CPU time on one core",
    measure: async (tools) =>
      interleave([...digitContenders(), ...(await others(digitPeers, tools))], tools.conditions),
  },
  kernels: {
    title:
      "Kernels of the wasm engine: one multiply-add of a product, one number of anything else, relative to a plain multiply-add loop",
    // A kernel is over in microseconds: a tenth of a process's turn holds hundreds of them.
    measure: ({ conditions: { rounds, slice } }) => timeKernels({ rounds, slice: slice / 10 }),
  },
  figure: {
    title: "Drawing a figure, wall-clock time",
    measure: async ({ sources }) => timeTasks(await figureTasks(sources)),
  },
  decision: {
    title: "One claim from its seeds to its decision, wall-clock time of one thread",
    measure: async ({ sources }) => timeTasks(decisionTasks(sources)),
  },
  trial: {
    title: "One whole trial of every source's base arm, measured and kept, wall-clock time of one thread",
    measure: async ({ sources, store }) => timeTasks(await trialTasks(sources, store)),
  },
  scaling: {
    title: "CPU time and peak memory of a process as seeds, batch, width or rounds grow",
    measure: ({ conditions: { launches, core } }) => timeScaling(launches ?? 1, core),
  },
};

/** What may become slower than it was at another commit: this program's own work, in processes of its own. */
export const ownContenders: Readonly<Partial<Record<SuiteName, (sources: readonly Source[]) => Contender[]>>> = {
  update: (sources) => ours([...updateContenders(), ...sourceContenders(sources)]),
  digits: () => ours(digitContenders()),
  kernels: () => ours(speedContenders()),
};

const ours = (contenders: readonly Contender[]): Contender[] =>
  contenders.filter(({ name }) => name !== "reference" && name !== limit);

/** The peers that do the same work, if others are timed. */
async function others(
  peersWith: (python: PeerPython | undefined) => Peer[],
  { peers, conditions }: SuiteTools,
): Promise<Contender[]> {
  if (!peers) return [];
  const asked = peersWith(peers.python).filter(({ peer }) => peers.names.includes(peer));
  return timedPeers(asked, conditions.core, peers.say);
}
