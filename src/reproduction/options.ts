import { availableParallelism } from "node:os";
import { InvalidArgumentError, Option } from "commander";
import { suitePath, userPath } from "../cli/folders.ts";
import { engineNames } from "../engine/engine.ts";
import { type ProfileName, profileNames, type SeedRange } from "../experiment/profile.ts";
import { parseShard, type Shard } from "../trials/plan.ts";

/** What `reproduce` and `train` can be told. */
export interface Options {
  readonly profile: ProfileName;
  readonly engine: string;
  /** Instead of the profile's. */
  readonly seeds?: SeedRange;
  readonly store: string;
  readonly workers: number;
}

export interface ReproduceOptions extends Options {
  readonly out: string;
}

export interface TrainOptions extends Options {
  readonly shard: Shard;
}

export const sharedOptions = (): Option[] => [
  new Option("--profile <name>", "how many seeds").choices(profileNames).default("quick"),
  new Option("--engine <name>", "what trains").choices(["auto", ...engineNames]).default("auto"),
  new Option("--seeds <range>", "seeds instead of the profile's: n for 1 … n, or first..last").argParser(seedRange),
  new Option("--store <folder>", "where trials are kept").argParser(userPath).default(suitePath(".trials")),
  new Option("--workers <n>", "worker threads").argParser(positiveInteger).default(availableParallelism(), "all cores"),
];

export const outOption = (): Option =>
  new Option("--out <folder>", "where the report goes").argParser(userPath).default(suitePath("reports"));

export const shardOption = (): Option =>
  new Option("--shard <i/n>", "train share i of n")
    .argParser((text) => orInvalid(() => parseShard(text)))
    .default({ index: 1, count: 1 }, "1/1");

/** "16" → 1 … 16, "65..128" → 65 … 128 */
function seedRange(text: string): SeedRange {
  const parts = text.split("..");
  if (parts.length > 2) throw new InvalidArgumentError(`Expected n or first..last, got "${text}".`);
  const range = {
    first: parts.length === 1 ? 1 : positiveInteger(parts[0]),
    last: positiveInteger(parts.at(-1) ?? ""),
  };
  if (range.first > range.last) {
    throw new InvalidArgumentError(`Expected the first seed before the last, got "${text}".`);
  }
  return range;
}

function positiveInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 1) {
    throw new InvalidArgumentError(`Expected a whole number of at least 1 (seed 0 does not exist), got "${text}".`);
  }
  return value;
}

function orInvalid<T>(parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    throw new InvalidArgumentError(`${(error as Error).message}.`);
  }
}
