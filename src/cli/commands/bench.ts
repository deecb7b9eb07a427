import { availableParallelism } from "node:os";
import { InvalidArgumentError, Option } from "commander";
import { execa } from "execa";
import { allowed, compareWith } from "../../benchmark/against.ts";
import { withCheckout } from "../../benchmark/checkout.ts";
import type { InterleaveOptions } from "../../benchmark/interleave.ts";
import { thisMachine } from "../../benchmark/machine.ts";
import { peerNames } from "../../benchmark/peers/peers.ts";
import { type PeerPython, pythonForPeers, pythonPeers, pythonVariable } from "../../benchmark/python.ts";
import { ownContenders, type SuiteName, suiteNames, suites, usualSuites } from "../../benchmark/suites.ts";
import { comparisonTable, ratioTable } from "../../benchmark/table.ts";
import { UsageError } from "../../language/usage-error.ts";
import { appendRun, readHistory, requireRecord } from "../../report/benchmark/history.ts";
import type { BenchmarkRun, MeasurementRecord } from "../../report/benchmark/record.ts";
import { fingerprintOf, trendsOf } from "../../report/benchmark/trend.ts";
import { commit, tag } from "../../study/environment.ts";
import type { Source } from "../../study/source.ts";
import { openStore } from "../../trial/store.ts";
import type { SuiteCommand } from "../command.ts";
import { suiteFolder, suitePath, userPath } from "../folders.ts";
import { integerUpTo } from "../options.ts";

interface BenchOptions {
  readonly suite: readonly SuiteName[];
  readonly rounds?: number;
  /** Seconds. */
  readonly slice?: number;
  readonly core?: number;
  /** Names of peers. */
  readonly peers?: readonly string[];
  readonly quick: boolean;
  readonly record?: string;
  /** A git ref. */
  readonly against?: string;
  readonly history?: string;
}

/** `npm run bench`: how long things take, beside others that do the same by turns, or beside the same at another commit. */
export const benchCommand = (sources: readonly Source[]): SuiteCommand<BenchOptions> => ({
  name: "bench",
  description:
    "Times updates, rounds, kernels, figures and decisions, beside others that do the same, or against another commit.",
  options: [
    new Option("--suite <names>", `what is timed, separated by commas: ${suiteNames.join(", ")}`)
      .argParser(namesAmong(suiteNames))
      .default(usualSuites, usualSuites.join(",")),
    new Option("--quick", "few and short samples: half a minute a suite, enough to see twice the time").default(false),
    new Option("--rounds <n>", "samples per contender (default: 15; with --against 60)").argParser(integerUpTo(10_000)),
    new Option("--slice <seconds>", "CPU time per sample (default: 0.2; with --against 0.03)").argParser(seconds),
    new Option("--core <n>", "the core that all take turns on; default the last").argParser(core),
    new Option(
      "--peers [names]",
      `time others too, all or some of: ${peerNames.join(", ")}; in Python those of ${pythonVariable}, without which they are installed`,
    )
      .argParser(namesAmong(peerNames))
      .preset(peerNames.join(",")),
    new Option("--record <file>", "add the run to this file, as one more line").argParser(userPath),
    new Option("--against <ref>", "compare this tree with a commit instead; fails if it is surely slower"),
    new Option("--history <file>", "time nothing, and list the steps in a record").argParser(userPath),
  ],
  async act(_, { suite, core, peers: names, record, against, history, quick, ...asked }) {
    if (history !== undefined) return tellHistory(history);
    if (record !== undefined && against !== undefined) {
      throw new UsageError("expected --record or --against, got both: a comparison of commits is no run of the record");
    }
    if (record !== undefined) requireRecord(record);
    const usual = against !== undefined ? toCompareCommits : quick ? toGlance : toCompareNames;
    const { rounds, slice } = { ...usual, ...asked };
    const conditions = { rounds, slice, launches: launchesOf(rounds), core: await coreToUse(core) };
    if (against !== undefined) return gate(against, suite, sources, conditions);
    const say = (line: string) => console.error(`  ${line}`);
    const hasPeers = names !== undefined && (suite.includes("update") || suite.includes("digits"));
    const python = hasPeers && names.some((name) => name in pythonPeers) ? await pythonForPeers({ say }) : undefined;
    const peers = hasPeers ? { names, python, say } : undefined;
    const store = openStore(suitePath(".trials"));
    const measurements: MeasurementRecord[] = [];
    for (const name of suite) {
      const measured = await suites[name].measure({ sources, peers, conditions, store });
      console.log(`${measurements.length > 0 ? "\n" : ""}${suites[name].title}:\n${ratioTable(measured)}`);
      measurements.push(...measured.map((one) => ({ suite: name, ...one })));
    }
    if (record) appendRun(record, runOf(measurements, versionsOf(measurements, python)));
    return 0;
  },
});

/** Rounds, and CPU seconds of one. */
const toCompareNames = { rounds: 15, slice: 0.2 };
const toGlance = { rounds: 7, slice: 0.05 };
/** Many short rounds: what slows the machine down for a moment then falls on both of a round more often. */
const toCompareCommits = { rounds: 60, slice: 0.03 };

/** Lists what became slower or faster in a record, machine by machine. @returns the exit status */
function tellHistory(file: string): number {
  const { runs, damaged } = readHistory(file);
  for (const line of damaged) console.error(`warning: ${line}`);
  const trends = trendsOf(runs);
  for (const fingerprint of new Set(trends.map((trend) => trend.fingerprint))) {
    const own = trends.filter((trend) => trend.fingerprint === fingerprint);
    const [{ machine }] = own;
    const { length } = runs.filter((run) => fingerprintOf(run.machine) === fingerprint);
    console.log(
      `${fingerprint}: ${machine.processor}, ${machine.cores} cores, Node ${machine.node}, ${machine.arithmetic}: ${length} runs`,
    );
    for (const { suite, group, name, points, steps } of own) {
      for (const { at, ratio } of steps) {
        const word = ratio > 1 ? "up" : "down";
        console.log(`  ${suite}, ${group}, ${name}: ${word}, ×${ratio.toPrecision(3)} from ${points[at].commit} on`);
      }
    }
    if (own.every(({ steps }) => steps.length === 0)) console.log("  no steps");
  }
  return 0;
}

/** Compares this tree with a commit, suite by suite. @returns the exit status: 1 if anything is surely slower */
async function gate(
  ref: string,
  names: readonly SuiteName[],
  sources: readonly Source[],
  conditions: InterleaveOptions,
): Promise<number> {
  const compared = names.filter((name) => name in ownContenders);
  if (compared.length === 0) {
    throw new UsageError(
      `expected a suite that runs in processes of its own (${Object.keys(ownContenders).join(", ")}) to compare with a commit, got ${names.join(", ")}`,
    );
  }
  const say = (line: string) => console.error(`  ${line}`);
  return withCheckout(ref, suiteFolder, say, async (checkout) => {
    console.log(`Time of this tree relative to ${ref} (${checkout.commit}), with 95 % intervals:`);
    const slower: string[] = [];
    for (const name of compared) {
      const own = ownContenders[name]?.(sources) ?? [];
      const { comparisons, skipped } = await compareWith(checkout, own, suiteFolder, conditions);
      if (comparisons.length > 0) console.log(`\n${suites[name].title}:\n${comparisonTable(comparisons)}`);
      for (const { name, reason } of skipped) console.log(`${name}: not compared: ${reason}`);
      slower.push(...comparisons.filter(({ outcome }) => outcome === "slower").map((one) => one.name));
    }
    console.log(
      slower.length === 0
        ? `\nnothing surely takes more than ${allowed} times as long`
        : `\nsurely more than ${allowed} times as long: ${slower.join("; ")}`,
    );
    return slower.length === 0 ? 0 : 1;
  });
}

/** Of the peers that were timed, those in Python. */
const versionsOf = (measurements: readonly MeasurementRecord[], python: PeerPython | undefined) =>
  Object.fromEntries(
    Object.entries(python?.versions ?? {}).filter(([name]) => measurements.some(({ peer }) => peer === name)),
  );

/** A run as a record has it: what was measured, by which code, and where. */
const runOf = (measurements: MeasurementRecord[], peers: BenchmarkRun["peers"] = {}): BenchmarkRun => ({
  schema: 1,
  at: new Date().toISOString(),
  commit: commit(),
  ...(tag() && { tag: tag() }),
  machine: thisMachine(),
  peers,
  measurements,
});

/** Processes of each contender: three, where each still gets rounds enough. */
const launchesOf = (rounds: number): number => Math.max(1, Math.min(3, Math.floor(rounds / 5)));

/** Names that are separated by commas, each once. @throws {InvalidArgumentError} if one is not known */
const namesAmong =
  <Name extends string>(known: readonly Name[]) =>
  (text: string): Name[] => {
    const names = text.split(",").map((part) => {
      const name = known.find((one) => one.toLowerCase() === part.trim().toLowerCase());
      if (name) return name;
      throw new InvalidArgumentError(`Expected names among ${known.join(", ")}, got "${part}".`);
    });
    return [...new Set(names)];
  };

/** @throws {InvalidArgumentError} unless it is a time that a sample can take */
function seconds(text: string): number {
  const value = /^\d*\.?\d+$/.test(text) ? Number(text) : 0;
  if (value > 0 && value <= 3600) return value;
  throw new InvalidArgumentError(`Expected a number of seconds above 0 and up to 3600, got "${text}".`);
}

/** @throws {InvalidArgumentError} unless there is such a core */
function core(text: string): number {
  const cores = availableParallelism();
  if (/^\d+$/.test(text) && Number(text) < cores) return Number(text);
  throw new InvalidArgumentError(`Expected the number of a core from 0 to ${cores - 1}, got "${text}".`);
}

/** The core that contenders are kept on; undefined where the system cannot. */
async function coreToUse(asked: number | undefined): Promise<number | undefined> {
  const { failed } = await execa("taskset", ["--version"], { reject: false });
  if (failed && asked !== undefined) {
    throw new UsageError("expected taskset, which keeps processes on a core, got none; leave --core out");
  }
  return failed ? undefined : (asked ?? availableParallelism() - 1);
}
