import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import { digitPeers, updatePeers } from "./peers.ts";

const versions = { PyTorch: "2.15.0", JAX: "0.10.2", TensorFlow: "2.21.0" };
const all = { python: "/a/python", versions };
const namesOf = (peers: readonly { readonly peer: string }[]): Set<string> => new Set(peers.map(({ peer }) => peer));

test("without Python the peers in JavaScript are left", () => {
  expect(namesOf([...updatePeers(undefined), ...digitPeers(undefined)])).toEqual(
    new Set(["TensorFlow.js", "plain JavaScript"]),
  );
});

test("a peer whose package is not there has no contender", () => {
  const { JAX: _, ...rest } = versions;
  expect(namesOf(updatePeers({ python: "/a/python", versions: rest })).has("JAX")).toBe(false);
  expect(namesOf(updatePeers(all)).has("JAX")).toBe(true);
});

test("every group has each peer in at least two variants, each from a program that is there", () => {
  const peers = [...updatePeers(all), ...digitPeers(all)];
  const groups = new Set(peers.map(({ group }) => group));
  expect([...groups]).toEqual(["S = 1", "S = 8", "S = 32", "S = 64", "momentum", "Adam", "Adam, dropout"]);
  for (const group of groups) {
    for (const name of namesOf(peers)) {
      const variants = peers.filter((one) => one.group === group && one.peer === name).map(({ variant }) => variant);
      expect(new Set(variants).size, `${name}, ${group}`).toBeGreaterThanOrEqual(2);
      expect(variants.length).toBe(new Set(variants).size);
    }
  }
  for (const { command } of peers) {
    expect(command.some((part) => /peers[/\\][\w-]+\.(py|ts)$/.test(part) && existsSync(part))).toBe(true);
  }
});
