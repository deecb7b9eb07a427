/** `npm run bench`: training on every contender, interleaved on one core; and the kernels' share of the speed limit. */
import { writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { program } from "commander";
import { execa } from "execa";
import { digitContenders, speedContenders, updateContenders } from "../src/benchmark/contenders.ts";
import { interleave } from "../src/benchmark/interleave.ts";
import { pythonVariable, pythonWithTorch } from "../src/benchmark/python.ts";
import { digitTable, speedTable, updateTable } from "../src/benchmark/table.ts";
import { userPath } from "../src/cli/folders.ts";

const { rounds, slice, json } = program
  .name("bench")
  .description(
    "Times updates of the 1-D Gaussian GAN and of the GAN on digits, and the matrix products of the wasm engine.",
  )
  .option("--rounds <n>", "samples of each contender", Number, 15)
  .option("--slice <seconds>", "CPU time of a sample", Number, 0.2)
  .option("--json <file>", "write the measurements there", userPath)
  .parse()
  .opts<{ rounds: number; slice: number; json?: string }>();

const torch = await pythonWithTorch();
if (!torch) console.log(`PyTorch is left out: set ${pythonVariable} to a Python that can import torch.`);
const core = (await canPin()) ? availableParallelism() - 1 : undefined;
const conditions = { rounds, slice, core };

const updates = await interleave(updateContenders(torch?.python), conditions);
console.log(
  `One discriminator update of S seeds (1-10-20-10-1, batch 64, Adam), CPU time on one core${
    torch ? `; PyTorch ${torch.version} eager` : ""
  }:`,
);
console.log(updateTable(updates));

const digits = await interleave(digitContenders(torch?.python), conditions);
console.log(
  "\nAn update of both players of the GAN on digits (100-128-128-784, 784-128-128-1, batch 64), CPU time on one core:",
);
console.log(digitTable(digits));

const speeds = await interleave(speedContenders(), conditions);
console.log("\nMatrix products of the wasm engine, as a share of a plain multiply-add loop in wasm:");
console.log(speedTable(speeds));

if (json) writeFileSync(json, `${JSON.stringify([...updates, ...digits, ...speeds], null, 2)}\n`);

/** Whether processes can be kept on one core here. */
async function canPin(): Promise<boolean> {
  const { failed } = await execa("taskset", ["--version"], { reject: false });
  return !failed;
}
