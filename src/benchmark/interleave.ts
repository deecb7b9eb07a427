import { type Contender, type Running, start } from "./contender.ts";
import { type Measurement, measurementOf } from "./measurement.ts";

export interface InterleaveOptions {
  /** How often every contender has its turn, one sample each. */
  readonly rounds: number;
  /** CPU seconds of a turn, about. */
  readonly slice: number;
  readonly core: number | undefined;
  /**
   * How often every contender's process starts anew, its rounds shared out among them; default 1. Where memory happens to
   * lie, and what happens to be compiled first, makes a process a little faster or slower for as long as it lives.
   */
  readonly launches?: number;
}

/**
 * Lets the contenders of each group take turns in short slices, so that whatever slows the machine down for a while slows
 * them all; every other round in reverse order, so that none always comes first.
 * @returns a measurement for each contender, in their order
 */
export async function interleave(contenders: readonly Contender[], options: InterleaveOptions): Promise<Measurement[]> {
  const samples = new Map<Contender, number[]>(contenders.map((contender) => [contender, []]));
  const { rounds, launches = 1 } = options;
  for (const name of new Set(contenders.map((contender) => contender.group))) {
    const group = contenders.filter((contender) => contender.group === name);
    for (let launch = 0; launch < launches; launch++) {
      const share = Math.floor(((launch + 1) * rounds) / launches) - Math.floor((launch * rounds) / launches);
      if (share > 0) await takeTurns(group, samples, { ...options, rounds: share });
    }
  }
  return contenders.map((contender) => measurementOf(contender, samples.get(contender)!));
}

async function takeTurns(
  contenders: readonly Contender[],
  samples: ReadonlyMap<Contender, number[]>,
  { rounds, slice, core }: InterleaveOptions,
): Promise<void> {
  const entries = contenders.map((contender) => ({ contender, process: start(contender, core), repetitions: 1 }));
  try {
    for (const entry of entries) entry.repetitions = await repetitionsFor(slice, entry.process);
    for (let round = 0; round < rounds; round++) {
      for (const { contender, process, repetitions } of round % 2 === 0 ? entries : entries.toReversed()) {
        samples.get(contender)!.push(contender.value((await process.run(repetitions)) / repetitions));
      }
    }
  } finally {
    await Promise.all(entries.map(({ process }) => process.stop()));
  }
}

/** Repetitions that fill a slice; finding out warms the contender up. */
async function repetitionsFor(slice: number, process: Running): Promise<number> {
  let repetitions = 1;
  let seconds = await process.run(repetitions);
  while (seconds < slice / 2) {
    // At most tenfold at a time: the first, cold repetitions are no measure of the later ones.
    const growth = Math.min(10, slice / Math.max(seconds, 1e-6));
    repetitions = Math.ceil(repetitions * Math.max(growth, 1.5));
    seconds = await process.run(repetitions);
  }
  return Math.max(1, Math.round((repetitions * slice) / seconds));
}
