import { writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { InvalidArgumentError, Option } from "commander";
import { execa } from "execa";
import { digitContenders, speedContenders, updateContenders } from "../../benchmark/contenders.ts";
import { interleave } from "../../benchmark/interleave.ts";
import { pythonVariable, pythonWithTorch } from "../../benchmark/python.ts";
import { digitTable, speedTable, updateTable } from "../../benchmark/table.ts";
import type { SuiteCommand } from "../command.ts";
import { userPath } from "../folders.ts";
import { integerUpTo } from "../options.ts";

interface BenchOptions {
  readonly rounds: number;
  /** Seconds. */
  readonly slice: number;
  readonly json?: string;
}

/** `npm run bench`: training on every contender, interleaved on one core; and the kernels' share of the speed limit. */
export const benchCommand: SuiteCommand<BenchOptions> = {
  name: "bench",
  description:
    "Times updates of the 1-D Gaussian GAN and of the GAN on digits, and the matrix products of the wasm engine.",
  options: [
    new Option("--rounds <n>", "samples per contender").argParser(integerUpTo(10_000)).default(15),
    new Option("--slice <seconds>", "CPU time per sample").argParser(seconds).default(0.2),
    new Option("--json <file>", "write the measurements to this file").argParser(userPath),
  ],
  async act(_, { rounds, slice, json }) {
    const torch = await pythonWithTorch();
    if (!torch) console.log(`PyTorch is not timed: set ${pythonVariable} to a Python that can import torch.`);
    const core = (await canPin()) ? availableParallelism() - 1 : undefined;
    const conditions = { rounds, slice, core };

    const updates = await interleave(updateContenders(torch?.python), conditions);
    const eager = torch ? `; PyTorch ${torch.version} eager` : "";
    console.log(
      `One discriminator update for S seeds (1-10-20-10-1, batch 64, Adam), CPU time on one core${eager}:`,
      `\n${updateTable(updates)}`,
    );

    const digits = await interleave(digitContenders(torch?.python), conditions);
    console.log(
      "\nOne update of both players of the GAN on digits (100-128-128-784, 784-128-128-1, batch 64), CPU time on one core:",
      `\n${digitTable(digits)}`,
    );

    const speeds = await interleave(speedContenders(), conditions);
    console.log(
      "\nMatrix products of the wasm engine, as a share of a plain multiply-add loop in wasm:",
      `\n${speedTable(speeds)}`,
    );

    if (json) writeFileSync(json, `${JSON.stringify([...updates, ...digits, ...speeds], null, 2)}\n`);
    return 0;
  },
};

/** @throws {InvalidArgumentError} unless it is a time that a sample can take */
function seconds(text: string): number {
  const value = /^\d*\.?\d+$/.test(text) ? Number(text) : 0;
  if (value > 0 && value <= 3600) return value;
  throw new InvalidArgumentError(`Expected a number of seconds above 0 and up to 3600, got "${text}".`);
}

/** Whether processes can be kept on one core here. */
async function canPin(): Promise<boolean> {
  const { failed } = await execa("taskset", ["--version"], { reject: false });
  return !failed;
}
