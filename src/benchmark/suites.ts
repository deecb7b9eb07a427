import type { Contender } from "./contender.ts";
import { digitContenders, limit, speedContenders, updateContenders } from "./contenders.ts";
import { digitPeers, type Peer, updatePeers } from "./peers/peers.ts";
import type { PeerPython } from "./python.ts";

/** The names that `--suite` accepts. */
export const suiteNames = ["update", "digits", "kernels"] as const;
export type SuiteName = (typeof suiteNames)[number];

/** Things that are timed together because they answer one question. */
export interface Suite {
  readonly title: string;
  contenders(): Contender[];
  /** Others that do the same work. @param python that has their packages, if there is one */
  peers?(python: PeerPython | undefined): Peer[];
}

export const suites: Readonly<Record<SuiteName, Suite>> = {
  update: {
    title: "One discriminator update for S seeds (1-10-20-10-1, batch 64, Adam), CPU time on one core",
    contenders: updateContenders,
    peers: updatePeers,
  },
  digits: {
    title:
      "One update of both players of the GAN on digits (100-128-128-784, 784-128-128-1, batch 64), CPU time on one core",
    contenders: digitContenders,
    peers: digitPeers,
  },
  kernels: {
    title: "Matrix products of the wasm engine, as a share of a plain multiply-add loop in wasm",
    contenders: speedContenders,
  },
};

/** The contenders of a suite that are this program: what may become slower than it was. */
export const ownContenders = (name: SuiteName): Contender[] =>
  suites[name].contenders().filter((contender) => contender.name !== "reference" && contender.name !== limit);
