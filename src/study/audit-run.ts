import { copyFileSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { prerequisitesOf } from "../trial/instruments.ts";
import { openStore, type Store } from "../trial/store.ts";
import { type Difference, differenceOf, type Sampled } from "./audit.ts";
import type { StudyRecord } from "./record/record.ts";
import { type Run, trainMissing } from "./train.ts";

/** What came of training recorded trials again. */
export interface Audit {
  /** What was trained; of what was to be, all that there was time for. */
  readonly sampled: readonly Sampled[];
  readonly differences: readonly Difference[];
  /** Where these trials are, and no others; until it is closed. */
  readonly store: Store;
  close(): void;
}

/**
 * Trains recorded trials again, in a folder that holds no others, and compares each with its record, bit for bit. The classifier that
 * digits are measured with is taken from the store, if it is there, and kept there.
 */
export async function audit(
  sampled: readonly Sampled[],
  records: ReadonlyMap<string, StudyRecord>,
  run: Pick<Run, "store" | "workers" | "until">,
  say: (line: string) => void,
): Promise<Audit> {
  openStore(run.store).prepareToWrite();
  const folder = mkdtempSync(join(run.store, "audit-"));
  const close = () => rmSync(folder, { recursive: true, force: true });
  process.once("exit", close);
  const files = prerequisitesOf(sampled.map(({ job }) => job)).map(({ key }) => `${key}.safetensors`);
  copyMissing(files, run.store, folder);
  // In the order of the draw: whatever a slow machine leaves out was not chosen by how long it takes.
  const jobs = [...new Map(sampled.map(({ job }) => [job.key, job])).values()];
  const store = jobs.length > 0 ? await trainMissing(jobs, { ...run, store: folder }, () => {}) : openStore(folder);
  copyMissing(files, folder, run.store);
  const trained = sampled.flatMap((one) => {
    const trial = store.read(one.job);
    return trial ? [{ one, trial }] : [];
  });
  if (trained.length < sampled.length) {
    say(`there was time for ${trained.length} of ${sampled.length} trials`);
  }
  const differences = trained.flatMap(({ one, trial }) => {
    const recorded = records.get(one.source)?.arms[one.arm];
    if (!recorded) throw new Error(`expected the record of ${one.source}, arm "${one.arm}", got none`);
    return differenceOf(one, trial, recorded) ?? [];
  });
  return {
    sampled: trained.map(({ one }) => one),
    differences,
    store,
    close() {
      process.off("exit", close);
      close();
    },
  };
}

function copyMissing(files: readonly string[], from: string, to: string): void {
  for (const file of files) {
    if (existsSync(join(from, file)) && !existsSync(join(to, file))) copyFileSync(join(from, file), join(to, file));
  }
}
