import { availableParallelism } from "node:os";
import { InvalidArgumentError, Option } from "commander";
import { engineNames } from "../engine/engine.ts";
import type { SeedRange } from "../language/seeds.ts";
import type { Run } from "../study/train.ts";
import type { Shard } from "../trial/plan.ts";
import { suitePath, userPath } from "./folders.ts";
import type { ReproduceRun } from "./reproduce.ts";

/** The options of every command that trains. */
export type Options = Omit<Run, "engines"> & { readonly engine: string };

export type ReproduceOptions = Omit<Options, "seeds"> &
  Pick<ReproduceRun, "out" | "minutes" | "all"> & {
    /** Names the draw of the audit's sample; drawn anew unless given. */
    readonly draw?: string;
  };

export type DecideOptions = Pick<Options, "store" | "workers"> & {
  readonly minutes: number;
  readonly cap?: number;
  readonly register: boolean;
};

export type TrainOptions = Options & { readonly shard: Shard };

/** The most that a number on the command line may be: far above any use, and low enough to plan for and to start. */
export const limits = {
  /** Seeds of one run. */
  seeds: 100_000,
  /** Threads; each reserves some 10 GB of address space for its WebAssembly memory. */
  workers: 1024,
  shards: 100_000,
  /** A month. */
  minutes: 43_200,
} as const;

export const trainOptions = (): Option[] => [
  engineOption(),
  new Option(
    "--seeds <range>",
    "seeds to train: n means 1 to n, or first..last; default those of the figures",
  ).argParser(seedRange),
  storeOption(),
  workersOption(),
];

export const reproduceOptions = (): Option[] => [
  minutesOption(5, "minutes of training at most, on all workers together"),
  new Option("--all", "train every trial of the record again, however long it takes").default(false),
  new Option("--draw <name>", "which recorded trials are trained again: the same name, the same trials"),
  engineOption(),
  storeOption(),
  workersOption(),
  outOption(),
];

export const decideOptions = (): Option[] => [
  minutesOption(60, "minutes after which nothing more is started"),
  new Option("--cap <n>", "seeds of a claim at most, if fewer than its own").argParser(integerUpTo(limits.seeds)),
  storeOption(),
  workersOption(),
];

const engineOption = (): Option =>
  new Option("--engine <name>", "which engine trains; auto is a graphics card if one answers, else wasm")
    .choices(["auto", ...engineNames])
    .default("wasm");

const workersOption = (): Option =>
  new Option("--workers <n>", "worker threads").argParser(workers).default(availableParallelism(), "one per core");

const minutesOption = (otherwise: number, what: string): Option =>
  new Option("--minutes <n>", what).argParser(integerUpTo(limits.minutes)).default(otherwise);

export const storeOption = (): Option =>
  new Option("--store <folder>", "where trials are stored").argParser(folder).default(suitePath(".trials"));

export const outOption = (): Option =>
  new Option("--out <folder>", "where to write the report").argParser(folder).default(suitePath("reports"));

export const shardOption = (): Option =>
  new Option("--shard <i/n>", "train share i of n").argParser(shard).default({ index: 1, count: 1 }, "1/1");

/** "16" → 1 to 16, "65..128" → 65 to 128. @throws {InvalidArgumentError} unless it is such a range */
export function seedRange(text: string): SeedRange {
  const parts = text.split("..");
  if (parts.length > 2) throw expected("n or first..last", text);
  const seed = (part: string) => {
    // The largest seeds that are still told apart as numbers: a seed names random streams, its size costs nothing.
    const value = wholeNumber(part, Number.MAX_SAFE_INTEGER);
    if (value === undefined) throw expected("a whole number of at least 1 (there is no seed 0)", part);
    return value;
  };
  const range = { first: parts.length === 1 ? 1 : seed(parts[0]), last: seed(parts.at(-1) ?? "") };
  if (range.first > range.last) throw expected("the first seed before the last", text);
  if (range.last - range.first >= limits.seeds) {
    throw expected(`at most ${limits.seeds} seeds in one run`, text);
  }
  return range;
}

/** @throws {InvalidArgumentError} unless it is a number of threads that can be started */
export function workers(text: string): number {
  return integerUpTo(limits.workers)(text);
}

/** "2/8" → share 2 of 8. @throws {InvalidArgumentError} unless it is i/n with 1 ≤ i ≤ n */
export function shard(text: string): Shard {
  const parts = text.split("/");
  const [index, count] = parts.map((part) => wholeNumber(part, limits.shards));
  if (parts.length !== 2 || index === undefined || count === undefined || index > count) {
    throw expected(`a shard i/n with 1 ≤ i ≤ n ≤ ${limits.shards}, like 2/8`, text);
  }
  return { index, count };
}

/** A folder that the user named. @throws {InvalidArgumentError} if the name is empty */
export function folder(text: string): string {
  if (text === "") throw expected("a folder", text);
  return userPath(text);
}

/** A parser of whole numbers from 1 on. */
export const integerUpTo =
  (most: number) =>
  (text: string): number => {
    const value = wholeNumber(text, most);
    if (value === undefined) throw expected(`a whole number from 1 to ${most}`, text);
    return value;
  };

/** Plain digits only: someone who writes 0x10, 1e3 or +4 may mean something other than what JavaScript's Number reads. */
function wholeNumber(text: string, most: number): number | undefined {
  if (!/^\d+$/.test(text)) return undefined;
  const value = Number(text);
  return value >= 1 && value <= most ? value : undefined;
}

const expected = (what: string, got: string) => new InvalidArgumentError(`Expected ${what}, got "${got}".`);
