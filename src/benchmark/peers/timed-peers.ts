import { type Contender, ContenderError, start } from "../contender.ts";
import type { Peer } from "./peers.ts";
import { checkTwin, type TwinReference, twinReference } from "./twin-check.ts";

/**
 * The peers that compute what they say, each with the time of its first call.
 * @param core see `start`
 * @param say is told what goes on, and of each that is left out, and why
 */
export async function timedPeers(
  peers: readonly Peer[],
  core: number | undefined,
  say: (line: string) => void,
): Promise<Contender[]> {
  const isLong = peers.some(({ variant }) => variant.startsWith("torch.compile"));
  if (peers.length > 0) {
    say(`${peers.length} peers are checked and compiled first${isLong ? ": torch.compile takes minutes" : ""}`);
  }
  const references = new Map<string, TwinReference>();
  const good: Contender[] = [];
  for (const peer of peers) {
    const { name, group, command, task } = peer;
    const key = JSON.stringify([task.arm, task.seeds]);
    const reference = references.get(key) ?? (await twinReference(task));
    references.set(key, reference);
    say(`checking ${name}, ${group} …`);
    const { refusal } = await checkTwin(`${name}, ${group}`, command, reference);
    if (refusal !== undefined) {
      say(refusal);
      continue;
    }
    try {
      good.push({ ...peer, firstCall: await firstCallOf(peer, core) });
    } catch (error) {
      if (!(error instanceof ContenderError)) throw error;
      say(`${name}, ${group} is left out: ${error.message}`);
    }
  }
  return good;
}

/**
 * Wall-clock seconds of the very first call, with nothing that was compiled earlier: most of them compile in it. Starting the
 * program and loading its packages does not count.
 * @throws {ContenderError} if it fails
 */
export async function firstCallOf(peer: Peer, core: number | undefined): Promise<number> {
  const running = start({ ...peer, environment: peer.uncached }, core);
  try {
    await running.run(0);
    const begun = performance.now();
    await running.run(1);
    return (performance.now() - begun) / 1000;
  } finally {
    await running.stop();
  }
}
