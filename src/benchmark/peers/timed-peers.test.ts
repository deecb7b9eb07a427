import { expect, test } from "vitest";
import { script, updateContender } from "../contenders.ts";
import type { Peer } from "./peers.ts";
import { timedPeers } from "./timed-peers.ts";
import { updateTask } from "./twin-task.ts";

/** Our own engine in the place of a peer, whose Adam adds ε as TensorFlow does. */
const peer = (variant: string, more: Partial<Peer> = {}): Peer => ({
  ...updateContender(`peer, ${variant}`, "S = 1", script("engine.ts", "wasm", "1")),
  peer: "peer",
  variant,
  task: updateTask(1, "tensorflow"),
  ...more,
});

test("of several peers, those that compute something else, or fail, are left out with a line each", async () => {
  const lines: string[] = [];
  const peers = [
    peer("honest"),
    peer("other", { task: updateTask(1, "standard") }),
    peer("none", { command: script("engine.ts", "tfjs:none", "1") }),
  ];
  const timed = await timedPeers(peers, undefined, (line) => lines.push(line));
  expect(timed.map(({ variant, firstCall }) => [variant, firstCall! > 0 && firstCall! < 60])).toEqual([
    ["honest", true],
  ]);
  expect(lines).toEqual([
    "3 peers are checked and compiled first",
    "checking peer, honest, S = 1 …",
    "checking peer, other, S = 1 …",
    expect.stringMatching(
      /^peer, other, S = 1 is left out: expected the weights .* by at most [\d.e-]+ of how far they moved, got [\d.e-]+$/,
    ),
    "checking peer, none, S = 1 …",
    expect.stringMatching(
      /^peer, none, S = 1 is left out: expected the weights of 20 updates, got a program that failed: /,
    ),
  ]);
});
