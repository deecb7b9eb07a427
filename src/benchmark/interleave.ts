import { type Contender, type Running, start } from "./contender.ts";
import { type Measurement, measurementOf } from "./measurement.ts";

export interface InterleaveOptions {
  /** How often every contender has its turn, one sample each. */
  readonly rounds: number;
  /** CPU seconds of a turn, about. */
  readonly slice: number;
  readonly core: number | undefined;
}

/**
 * Lets the contenders take turns in short slices, so that whatever slows the machine down for a while slows them all.
 * @returns a measurement for each contender, in their order
 */
export async function interleave(
  contenders: readonly Contender[],
  { rounds, slice, core }: InterleaveOptions,
): Promise<Measurement[]> {
  const entries = contenders.map((contender) => ({
    contender,
    process: start(contender, core),
    repetitions: 1,
    samples: [] as number[],
  }));
  try {
    for (const entry of entries) entry.repetitions = await repetitionsFor(slice, entry.process);
    for (let round = 0; round < rounds; round++) {
      for (const { contender, process, repetitions, samples } of entries) {
        samples.push(contender.value((await process.run(repetitions)) / repetitions));
      }
    }
  } finally {
    for (const entry of entries) entry.process.stop();
  }
  return entries.map(({ contender, samples }) => measurementOf(contender, samples));
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
