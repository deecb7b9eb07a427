import { createInterface } from "node:readline";

/** A contender's side of the benchmark: for every line with a number, it makes that many repetitions and answers with their CPU seconds. */
export async function serve(repeat: (repetitions: number) => void): Promise<void> {
  for await (const line of createInterface({ input: process.stdin })) {
    const before = process.cpuUsage();
    repeat(Number(line));
    const { user, system } = process.cpuUsage(before);
    console.log((user + system) / 1e6); // from microseconds
  }
}
