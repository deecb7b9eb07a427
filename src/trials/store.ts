import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import type { Arm } from "../experiment/arm.ts";
import { faultsOfArm } from "../language/arm-rules.ts";
import { faultText } from "../language/faults.ts";
import { digestOf } from "./digest.ts";
import { decodeTensors, encodeTensors } from "./safetensors.ts";
import type { NdArray, Trial } from "./trial.ts";

/** A folder of trials named by their keys. Stores merge by copying their files together. */
export interface Store {
  readonly folder: string;
  /** The trial, or undefined if there is none. @throws {DamagedTrialError} if its file is not what was written */
  read(key: string): Trial | undefined;
  /** Writes under a temporary name and renames: a trial is there whole or not at all. */
  write(key: string, trial: Trial): void;
  remove(key: string): void;
}

/** A stored file that fails its checksum or cannot be understood. */
export class DamagedTrialError extends Error {
  override name = "DamagedTrialError";
}

/** A folder that trials cannot be written to. */
export class StoreError extends Error {
  override name = "StoreError";
}

/** @throws {StoreError} if the folder cannot be made or written to */
export function openStore(folder: string): Store {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
  } catch (error) {
    throw new StoreError(
      `expected a folder to write trials to, got ${folder}: ${(error as Error).message}; choose another with --store`,
    );
  }
  removeLeftovers(folder);
  const path = (key: string) => join(folder, `${key}.safetensors`);
  return {
    folder,
    read: (key) => (existsSync(path(key)) ? decode(path(key)) : undefined),
    write(key, trial) {
      const temporary = `${path(key)}.${process.pid}.tmp`;
      writeFileSync(temporary, encode(trial));
      renameSync(temporary, path(key));
    },
    remove: (key) => rmSync(path(key), { force: true }),
  };
}

/** What a killed process left half-written. Anything younger may still be in the hands of another process. */
const leftoverAge = 60 * 60 * 1000; // ms

function removeLeftovers(folder: string): void {
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".tmp"))) {
    const path = join(folder, file);
    const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (age > leftoverAge) rmSync(path, { force: true });
  }
}

function encode({ arm, seed, engine, state, rounds, curves, end, arrays, digest, seconds }: Trial): Buffer {
  const vectors: Record<string, NdArray> = { rounds: { shape: [rounds.length], data: rounds } };
  for (const [name, data] of Object.entries(curves)) vectors[`curve/${name}`] = { shape: [data.length], data };
  for (const [name, value] of Object.entries(end)) vectors[`end/${name}`] = { shape: [], data: Float64Array.of(value) };
  for (const [name, array] of Object.entries(arrays)) vectors[`array/${name}`] = array;
  return encodeTensors({
    metadata: { format, arm: JSON.stringify(arm), seed: `${seed}`, engine, state, digest, seconds: `${seconds}` },
    arrays: vectors,
  });
}

const format = "gan-repro trial 1";

function decode(path: string): Trial {
  try {
    const { metadata, arrays } = decodeTensors(readFileSync(path));
    if (metadata.format !== format) throw new Error(`expected the format "${format}", got "${metadata.format}"`);
    const named = (prefix: string) =>
      Object.entries(arrays)
        .filter(([name]) => name.startsWith(prefix))
        .map(([name, array]) => [name.slice(prefix.length), array] as const);
    const outcome = {
      state: metadata.state as Trial["state"],
      rounds: arrays.rounds.data as Float64Array,
      curves: Object.fromEntries(named("curve/").map(([name, { data }]) => [name, data as Float64Array])),
      end: Object.fromEntries(named("end/").map(([name, { data }]) => [name, data[0]])),
      arrays: Object.fromEntries(named("array/")),
    };
    const seed = Number(metadata.seed);
    const digest = digestOf(seed, outcome);
    if (digest !== metadata.digest) throw new Error(`expected the digest ${metadata.digest}, got ${digest}`);
    const arm = checkedArm(JSON.parse(metadata.arm));
    return { arm, seed, engine: metadata.engine, ...outcome, digest, seconds: Number(metadata.seconds) };
  } catch (error) {
    throw new DamagedTrialError(`${path} is damaged: ${(error as Error).message}`);
  }
}

/** @throws {Error} if it is no arm that can be trained */
function checkedArm(arm: unknown): Arm {
  const [fault] = faultsOfArm(arm);
  if (fault) throw new Error(`its arm is none: ${faultText(fault)}`);
  return arm as Arm;
}
