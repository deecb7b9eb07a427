import * as z from "zod";
import { canonicalJson } from "./canonical-json.ts";
import { digestOf } from "./digest.ts";
import type { Job } from "./job.ts";
import type { Identity } from "./key.ts";
import { decodeTensors, encodeTensors, issueOf, TensorsError } from "./safetensors.ts";
import type { NdArray, Trial } from "./trial.ts";

/**
 * The layout of a trial's file. Format 1 did not say which code had trained it. A reader of both would gain nothing: the
 * keys of format 1 were made of another digest of the code, so no trial that is asked for today has such a name.
 */
const format = "gan-repro trial 2";

/** A trial as the bytes of a safetensors file, with everything that its key is made of. */
export function encodeTrial({ code }: Job, trial: Trial): Buffer {
  const { arm, seed, engine, state, rounds, curves, end, arrays, digest, seconds } = trial;
  const vectors: Record<string, NdArray> = { rounds: { shape: [rounds.length], data: rounds } };
  for (const [name, data] of Object.entries(curves)) vectors[`curve/${name}`] = { shape: [data.length], data };
  for (const [name, value] of Object.entries(end)) vectors[`end/${name}`] = { shape: [], data: Float64Array.of(value) };
  for (const [name, array] of Object.entries(arrays)) vectors[`array/${name}`] = array;
  const metadata = { format, arm: canonicalJson(arm), seed: `${seed}`, engine, code, state, digest };
  return encodeTensors({ metadata: { ...metadata, seconds: `${seconds}` }, arrays: vectors });
}

/** Bytes that are no trial, or not the one that was asked for; the message says why. */
export class TrialFileError extends Error {
  override name = "TrialFileError";
}

/**
 * The trial in a file's bytes.
 * @param job the trial that is wanted
 * @throws {TrialFileError} if the bytes are damaged, are no trial, or hold another trial
 */
export function decodeTrial(file: Buffer, job: Job): Trial {
  const { metadata, arrays } = tensorsOf(file);
  if (metadata.format !== format) {
    throw new TrialFileError(`is damaged: expected the format "${format}", got "${metadata.format}"`);
  }
  const parsed = Metadata.safeParse(metadata);
  if (!parsed.success) throw new TrialFileError(`is damaged: ${issueOf(parsed.error)}`);
  const { arm, seed, engine, code, state, digest, seconds } = parsed.data;
  requireJob({ arm, seed, engine, code }, job);

  const outcome = { state, ...outcomeOf(arrays) };
  const actual = digestOf(seed, outcome);
  if (actual !== digest) throw new TrialFileError(`is damaged: expected the digest ${digest}, got ${actual}`);
  return { arm: job.arm, seed, engine, ...outcome, digest, seconds };
}

const sha256 = z.string().regex(/^[0-9a-f]{64}$/, "expected 64 hexadecimal digits");
const decimal = z
  .string()
  .regex(/^\d+(\.\d+)?(e[+-]?\d+)?$/, "expected a decimal number")
  .transform(Number);

const Metadata = z.strictObject({
  format: z.literal(format),
  arm: z.string(),
  seed: decimal.pipe(z.number().int().positive()),
  engine: z.string(),
  code: sha256,
  state: z.enum(["trained", "diverged", "dead"]),
  digest: sha256,
  seconds: decimal.pipe(z.number().nonnegative()),
});

function tensorsOf(file: Buffer) {
  try {
    return decodeTensors(file);
  } catch (error) {
    if (error instanceof TensorsError) throw new TrialFileError(`is damaged: ${error.message}`);
    throw error;
  }
}

interface Held extends Omit<Identity, "arm"> {
  /** In canonical JSON. */
  readonly arm: string;
}

/** Throws unless what a file holds is what was asked for. */
function requireJob(held: Held, job: Job): void {
  const wanted = canonicalJson(job.arm);
  if (held.arm !== wanted) {
    const { path, got, expected } = firstDifference(JSON.parse(held.arm), JSON.parse(wanted));
    throw new TrialFileError(`holds seed ${held.seed} of another arm: expected ${path} ${expected}, got ${got}`);
  }
  if (held.seed !== job.seed) throw new TrialFileError(`holds seed ${held.seed} of its arm, expected seed ${job.seed}`);
  if (held.engine !== job.engine) {
    throw new TrialFileError(`holds a trial of the engine ${held.engine}, expected ${job.engine}`);
  }
  if (held.code !== job.code) {
    throw new TrialFileError(
      `holds a trial of the code ${held.code.slice(0, 12)}…, expected ${job.code.slice(0, 12)}…`,
    );
  }
}

/** Where two values of JSON first differ, in the order of their keys. */
function firstDifference(a: unknown, b: unknown, path = ""): { path: string; got: string; expected: string } {
  if (isObject(a) && isObject(b)) {
    const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])].sort();
    const key = keys.find((name) => canonicalJson(a[name] ?? null) !== canonicalJson(b[name] ?? null));
    if (key) return firstDifference(a[key], b[key], path ? `${path}.${key}` : key);
  }
  const text = (value: unknown) => JSON.stringify(value) ?? "nothing";
  return { path: path || "arm", got: text(a), expected: text(b) };
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

/** What was found, from the arrays of a file. */
function outcomeOf(stored: Readonly<Record<string, NdArray>>): Pick<Trial, "rounds" | "curves" | "end" | "arrays"> {
  const named = (prefix: string) =>
    Object.entries(stored)
      .filter(([name]) => name.startsWith(prefix))
      .map(([name, array]) => [name.slice(prefix.length), array] as const);
  const rounds = float64(stored.rounds, "rounds", stored.rounds?.shape.length === 1);
  const curves = named("curve/").map(([metric, array]) => {
    const { length } = rounds;
    return [metric, float64(array, `curve/${metric}`, `${array.shape}` === `${length}`, length)] as const;
  });
  const end = named("end/").map(
    ([metric, array]) => [metric, float64(array, `end/${metric}`, array.shape.length === 0, 1)[0]] as const,
  );
  return {
    rounds,
    curves: Object.fromEntries(curves),
    end: Object.fromEntries(end),
    arrays: Object.fromEntries(named("array/")),
  };
}

function float64(array: NdArray | undefined, name: string, hasShape: boolean, length?: number): Float64Array {
  if (hasShape && array?.data instanceof Float64Array) return array.data;
  const got = array ? `${array.data.constructor.name} [${array.shape}]` : "nothing";
  throw new TrialFileError(`is damaged: expected ${length ?? "one-dimensional"} float64 of ${name}, got ${got}`);
}
