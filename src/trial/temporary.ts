import { readdirSync, rmSync, statSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { threadId } from "node:worker_threads";

/** A name for a file while it is written, which says whose it is: stores may be shared by processes of several hosts. */
export const temporaryName = (file: string, pid = process.pid): string => `${file}.${pid}-${threadId}@${host}.tmp`;

const host = hostname().replaceAll(/[^A-Za-z0-9.-]/g, "-");

/** Age after which the temporary file of another host belongs to nobody: a trial is written within seconds. */
const leftoverAge = 60 * 60 * 1000; // ms

/** Removes what killed processes left half-written: those of this host that no longer live, and old ones of other hosts. */
export function removeLeftovers(folder: string): void {
  for (const name of readdirSync(folder).filter((file) => file.endsWith(".tmp"))) {
    const path = join(folder, name);
    if (isLeftover(path, name)) rmSync(path, { force: true });
  }
}

function isLeftover(path: string, name: string): boolean {
  const [, pid, owner] = /\.(\d+)-\d+@(.+)\.tmp$/.exec(name) ?? [];
  if (owner === host) return !isAlive(Number(pid));
  const written = statSync(path, { throwIfNoEntry: false })?.mtimeMs;
  return written !== undefined && Date.now() - written > leftoverAge;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it is alive and somebody else's.
    return (error as NodeJS.ErrnoException).code !== "ESRCH";
  }
}
