import { InvalidArgumentError, Option } from "commander";
import { execa } from "execa";
import { timeAllCores } from "../../benchmark/all-cores.ts";
import { benchmarkArm } from "../../benchmark/arm.ts";
import { rooflineOf } from "../../benchmark/roofline.ts";
import { timeEngine } from "../../benchmark/time-engine.ts";
import { type Engine, EngineError, engineNames } from "../../engine/engine.ts";
import { openGpu } from "../../engine/gpu/dawn.ts";
import { engineNamed } from "../../engine/named.ts";
import { countsOf } from "../../engine/webgpu/counts.ts";
import { openDevice } from "../../engine/webgpu/device.ts";
import { UsageError } from "../../language/usage-error.ts";
import type { Timing, UpdateTiming } from "../../report/results.ts";
import { timingName } from "../../report/timing-name.ts";
import { chooseEngines } from "../../study/engines.ts";
import { type ParityCheck, parityOf } from "../../study/parity.ts";
import type { Source } from "../../study/source.ts";
import { storedInstruments } from "../../trial/instruments.ts";
import { openStore } from "../../trial/store.ts";
import type { SuiteCommand } from "../command.ts";
import { suiteFolder, suitePath } from "../folders.ts";
import { integerUpTo, type ReproduceOptions, reproduceOptions } from "../options.ts";
import { reproduce } from "../reproduce.ts";
import { sourcesNamed } from "../sources.ts";
import { verdictTable } from "../table.ts";

interface GpuCheckOptions extends ReproduceOptions {
  readonly software: boolean;
  readonly sizes: readonly number[];
}

/** Engines that compute on a graphics card. */
const gpuEngines = engineNames.filter((name) => name.endsWith("webgpu") || name.endsWith("gpu"));
/** The sources that a card is to reproduce by default: all but the digits, which take it hours. */
const toySources = (sources: readonly Source[]) => sources.map(({ about }) => about.id).filter((id) => id !== "mnist");

/**
 * `npm run gpu-check`: everything that wants a graphics card, in one command: conformance and parity of the engines that
 * compute on it, their speed from one seed to thousands, and the toy sources' recorded verdicts from trials of its own.
 */
export const gpuCheckCommand = (
  sources: readonly Source[],
  parityChecks: readonly ParityCheck[],
): SuiteCommand<GpuCheckOptions> => ({
  name: "gpu-check",
  description: "Checks and times the engines that run on a graphics card, and reproduces the sources on them.",
  names: {
    placeholder: "source",
    description: `which sources to reproduce; default ${toySources(sources).join(", ")}`,
  },
  options: [
    new Option("--software", "also use software adapters that run on the CPU (slow)").default(false),
    new Option("--sizes <list>", "ensemble sizes to time").argParser(sizes).default([1, 8, 64, 512, 4096]),
    ...reproduceOptions().map((option) => (option.long === "--engine" ? option.default("auto") : option)),
  ],
  async act(names, options) {
    const chosen = sourcesNamed(sources, names.length > 0 ? names : toySources(sources));
    const say = (line: string) => console.error(`  ${line}`);
    const engines = await enginesHere(options, say);
    const failures: string[] = [];
    for (const { name } of engines) {
      if (!(await conforms(name))) failures.push(`${name} does not conform`);
    }
    const instruments = storedInstruments(openStore(options.store));
    for (const { name } of engines) {
      for (const check of parityChecks) {
        const engine = await engineNamed(name);
        if (engine.refusal?.(check.arm)) continue;
        const { interval, isEquivalent } = await parityOf(
          check,
          engine,
          check.source === "mnist" ? await instruments() : undefined,
        );
        const words = `${check.metric} of ${check.source} on ${name}: differs from wasm's by ${interval.map((end) => end.toPrecision(2)).join(" … ")} (90 %), allowed ±${check.margin}`;
        say(words);
        if (!isEquivalent) failures.push(words);
      }
    }
    const timings = await sweep(engines, options.sizes, say);
    const asked = {
      ...options,
      draw: options.draw ?? "gpu-check",
      baselines: suitePath("baselines"),
      engines: await chooseEngines(engines[0].name),
    };
    const { results, page } = await reproduce(chosen, asked, async () => timings, say);
    console.log(verdictTable(results.claims));
    for (const { severity, message } of results.departures) {
      console.error(`${severity}: ${message}`);
      if (severity === "failure") failures.push(message);
    }
    console.log(`\nreport: ${page}`);
    console.log(failures.length === 0 ? "all checks passed" : `failed:\n${failures.join("\n")}`);
    return failures.length === 0 ? 0 : 1;
  },
});

/** "1,8,64" → ensemble sizes. @throws {InvalidArgumentError} unless each is a whole number */
function sizes(text: string): number[] {
  try {
    return text.split(",").map(integerUpTo(1_000_000));
  } catch {
    throw new InvalidArgumentError(`Expected whole numbers separated by commas, like 1,8,64, got "${text}".`);
  }
}

/** The engine asked for, or all that find a card. @throws {UsageError} if there is none */
async function enginesHere({ engine, software }: GpuCheckOptions, say: (line: string) => void): Promise<Engine[]> {
  const found: Engine[] = [];
  for (const name of engine === "auto" ? gpuEngines : [engine]) {
    try {
      const one = await engineNamed(name);
      if (name.endsWith("webgpu") && (await openGpu()).isSoftware && !software) {
        throw new EngineError(`expected a graphics card, got ${one.device}; use --software to check it anyway`);
      }
      say(`${name}: on ${one.device}`);
      found.push(one);
    } catch (error) {
      if (!(error instanceof EngineError)) throw error;
      say(`${name}: skipped: ${error.message}`);
    }
  }
  if (found.length > 0) return found;
  throw new UsageError("expected an engine that finds a graphics card, got none; see above for what each one lacks");
}

async function conforms(name: string): Promise<boolean> {
  // With the dot, or tfjs-node would also mean tfjs-node-gpu.
  const file = `src/engine/conformance/${name.replace(":", "-")}.`;
  const { failed } = await execa("npx", ["vitest", "run", file], {
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
): Promise<Timing[]> {
  const timings: UpdateTiming[] = [];
  for (const name of [...engines.map((engine) => engine.name), "wasm" as const]) {
    for (const size of name === "wasm" ? sizes.filter((seeds) => seeds <= 64) : sizes) {
      const [one] = await timeEngine(name, { sizes: [size], budget: 1000 });
      say(timingLine(one));
      timings.push(one);
    }
  }
  const all = [...timings, await timeAllCores()];
  if (!engines.some(({ name }) => name === "webgpu")) return all;
  const { limits } = await openDevice();
  const rates = rooflineOf(all, countsOf(benchmarkArm, limits).discriminator);
  for (const rate of rates) say(timingLine(rate));
  return [...all, ...rates];
}

const timingLine = (timing: Timing): string => `${timingName(timing)}: ${timing.median.toPrecision(3)} ${timing.unit}`;
