/**
 * `npm run gpu-check`: everything that wants a graphics card, in one command: conformance and parity of the engines that
 * compute on it, their speed from one seed to thousands, and the toy sources' full profile with its verdicts.
 */

import { program } from "commander";
import { execa } from "execa";
import { sources, sourcesNamed } from "../specs/index.ts";
import { parityChecks } from "../specs/parity.ts";
import { timeAllCores } from "../src/benchmark/all-cores.ts";
import { benchmarkArm } from "../src/benchmark/arm.ts";
import type { Measurement } from "../src/benchmark/measurement.ts";
import { rooflineOf } from "../src/benchmark/roofline.ts";
import { timeEngine } from "../src/benchmark/time-engine.ts";
import { suiteFolder, suitePath } from "../src/cli/folders.ts";
import { type Engine, EngineError, engineNames } from "../src/engine/engine.ts";
import { openGpu } from "../src/engine/gpu/dawn.ts";
import { engineNamed } from "../src/engine/named.ts";
import { countsOf } from "../src/engine/webgpu/counts.ts";
import { openDevice } from "../src/engine/webgpu/device.ts";
import { chooseEngines } from "../src/reproduction/engines.ts";
import { outOption, type ReproduceOptions, sharedOptions } from "../src/reproduction/options.ts";
import { parityOf } from "../src/reproduction/parity.ts";
import { reproduce } from "../src/reproduction/reproduce.ts";
import { verdictTable } from "../src/reproduction/table.ts";
import { UsageError } from "../src/reproduction/usage-error.ts";
import { storedLab } from "../src/trials/lab.ts";
import { openStore } from "../src/trials/store.ts";
import { run } from "./run.ts";

interface GpuCheckOptions extends ReproduceOptions {
  readonly software: boolean;
  readonly sizes: readonly number[];
}

/** Engines that compute on a graphics card. */
const gpuEngines = engineNames.filter((name) => name.endsWith("webgpu") || name.endsWith("gpu"));
const toySources = sources.map(({ about }) => about.id).filter((id) => id !== "mnist");

program
  .name("gpu-check")
  .description("Checks and times the engines that compute on a graphics card, and reproduces the sources on them.")
  .argument("[source...]", `which sources to reproduce; ${toySources.join(", ")} unless told`)
  .option("--software", "also on an adapter that computes on the CPU (slow)", false)
  .option("--sizes <list>", "ensemble sizes to time", (text) => text.split(",").map(Number), [1, 8, 64, 512, 4096]);
for (const option of [...sharedOptions(), outOption()]) {
  if (option.long === "--profile") option.default("full");
  program.addOption(option);
}

run(program, async (names: string[], options: GpuCheckOptions) => {
  const chosen = sourcesNamed(names.length > 0 ? names : toySources);
  const say = (line: string) => console.error(`  ${line}`);
  const engines = await enginesHere(options, say);
  const failures: string[] = [];
  for (const { name } of engines) {
    if (!(await conforms(name))) failures.push(`${name} does not conform`);
  }
  const lab = storedLab(openStore(options.store));
  for (const { name } of engines) {
    for (const check of parityChecks) {
      const engine = await engineNamed(name);
      if (engine.refusal?.(check.arm)) continue;
      const { interval, isEquivalent } = await parityOf(
        check,
        engine,
        check.source === "mnist" ? await lab() : undefined,
      );
      const words = `${check.metric} of ${check.source} on ${name}: differs from wasm's by ${interval.map((end) => end.toPrecision(2)).join(" … ")} (90 %), allowed ±${check.margin}`;
      say(words);
      if (!isEquivalent) failures.push(words);
    }
  }
  const timings = await sweep(engines, options.sizes, say);
  const asked = {
    ...options,
    baselines: suitePath("baselines"),
    engines: await chooseEngines(engines[0].name, options.profile),
  };
  const { sources: reproduced, departures, page } = await reproduce(chosen, asked, async () => timings, say);
  console.log(verdictTable(reproduced, options.profile));
  for (const { severity, message } of departures) {
    console.error(`${severity}: ${message}`);
    if (severity === "failure") failures.push(message);
  }
  console.log(`\nreport: ${page}`);
  console.log(failures.length === 0 ? "all checks passed" : `failed:\n${failures.join("\n")}`);
  return failures.length === 0 ? 0 : 1;
});

/** The engine asked for, or all that find a card. @throws {UsageError} if there is none */
async function enginesHere({ engine, software }: GpuCheckOptions, say: (line: string) => void): Promise<Engine[]> {
  const found: Engine[] = [];
  for (const name of engine === "auto" ? gpuEngines : [engine]) {
    try {
      const one = await engineNamed(name);
      if (name.endsWith("webgpu") && (await openGpu()).isSoftware && !software) {
        throw new EngineError(`expected a graphics card, got ${one.device}; --software checks it all the same`);
      }
      say(`${name}: on ${one.device}`);
      found.push(one);
    } catch (error) {
      if (!(error instanceof EngineError)) throw error;
      say(`${name}: left out: ${error.message}`);
    }
  }
  if (found.length > 0) return found;
  throw new UsageError("expected an engine that finds a graphics card, got none; the lines above say what each lacks");
}

async function conforms(name: string): Promise<boolean> {
  const file = `src/engine/conformance/${name.replace(":", "-")}.test.ts`;
  const { failed } = await execa("npx", ["vitest", "run", "--project", "unit", file], {
    cwd: suiteFolder,
    reject: false,
    stdio: "inherit",
  });
  return !failed;
}

/** Timings of every engine at every size, then of `wasm` on one core and on all. */
async function sweep(
  engines: readonly Engine[],
  sizes: readonly number[],
  say: (line: string) => void,
): Promise<Measurement[]> {
  const timings: Measurement[] = [];
  for (const name of [...engines.map((engine) => engine.name), "wasm" as const]) {
    for (const size of name === "wasm" ? sizes.filter((seeds) => seeds <= 64) : sizes) {
      const [one] = await timeEngine(name, { sizes: [size], budget: 1000 });
      say(`${one.name}: ${one.median.toPrecision(3)} ${one.unit}`);
      timings.push(one);
    }
  }
  const all = [...timings, await timeAllCores()];
  if (!engines.some(({ name }) => name === "webgpu")) return all;
  const { limits } = await openDevice();
  const rates = rooflineOf(all, countsOf(benchmarkArm, limits).discriminator);
  for (const { name, median, unit } of rates) say(`${name}: ${median.toPrecision(3)} ${unit}`);
  return [...all, ...rates];
}
