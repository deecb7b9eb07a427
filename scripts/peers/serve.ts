import { createInterface } from "node:readline";
import { readTwinFile, type TwinArrays, writeTwinFile } from "../../src/benchmark/peers/twin-file.ts";

/**
 * A contender's side of the benchmark: for every line with a number, it makes that many repetitions and answers with their CPU
 * seconds. With `--check IN OUT` it plays the given updates instead and writes the weights that come out.
 */
export async function serve(
  repeat: (repetitions: number) => void | Promise<void>,
  check?: (given: TwinArrays) => Promise<TwinArrays>,
): Promise<void> {
  const at = process.argv.indexOf("--check");
  if (at >= 0 && check) {
    const [input, output] = process.argv.slice(at + 1);
    writeTwinFile(output, await check(readTwinFile(input)));
    return;
  }
  for await (const line of createInterface({ input: process.stdin })) {
    const before = process.cpuUsage();
    await repeat(Number(line));
    const { user, system } = process.cpuUsage(before);
    console.log((user + system) / 1e6); // from microseconds
  }
}
