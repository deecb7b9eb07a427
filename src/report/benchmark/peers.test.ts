import { expect, test } from "vitest";
import { measuredAt, runOf } from "./fixture.ts";
import { peerGroupsOf, peerTable, variantTable } from "./peers.ts";

const ofPeer = (value: number, peer: string, variant: string) => ({
  ...measuredAt(value, { name: `${peer}, ${variant}` }),
  peer,
  variant,
});
const run = runOf({
  peers: { JAX: "0.10" },
  measurements: [
    measuredAt(1),
    measuredAt(40, { name: "reference" }),
    ofPeer(3, "JAX", "jit"),
    ofPeer(2, "JAX", "jit + scan"),
    measuredAt(9, { group: "gaussian-2d, S = 1" }),
  ],
});

test("the best variant of a peer is quoted, relative to our engine, with an interval", () => {
  const [group, ...others] = peerGroupsOf(run);
  expect(others).toEqual([]);
  expect(group.title).toBe("1-D GAN, S = 1");
  expect(group.peers).toEqual([
    { peer: "JAX", variant: "jit + scan", time: { ratio: 2, interval: [2, 2], rounds: 3 } },
  ]);
});

test("a peer that was not measured in the same rounds has no ratio", () => {
  const { rounds, ...once } = ofPeer(2, "JAX", "jit");
  expect(peerGroupsOf({ measurements: [measuredAt(1), once] })).toEqual([]);
});

test("the table is the last run's that has peers, with its machine", () => {
  const lines = peerTable([run, runOf({ measurements: [measuredAt(5)] })]).split("\n");
  expect(lines).toEqual([
    "|  | 1-D GAN, S = 1 |",
    "| --- | --- |",
    "| `wasm` | 1.00 ms |",
    "| JAX | ×2.00 (2.00–2.00) |",
    "",
    "Node 24.0.0, JAX 0.10 on A processor (2 cores, 8 GiB; arithmetic: fused), commit 0123456789ab, 2026-03-01.",
  ]);
  expect(peerTable([])).toContain("No run with peers has been recorded yet");
});

test("every variant has a row, with its first call where that was timed", () => {
  const [first, ...rest] = run.measurements.filter(({ peer }) => peer !== undefined);
  const timed = { ...run, measurements: [measuredAt(1), { ...first, firstCall: 12.34 }, ...rest] };
  expect(variantTable([timed]).split("\n").slice(0, 5)).toEqual([
    "|  |  | time | first call |",
    "| --- | --- | --- | --- |",
    "| 1-D GAN, S = 1 | `wasm` | 1.00 ms |  |",
    "|  | JAX, jit | ×3.00 (3.00–3.00) | 12 s |",
    "|  | JAX, jit + scan | ×2.00 (2.00–2.00) |  |",
  ]);
  expect(variantTable([])).toContain("No run with peers has been recorded yet");
});
