import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execa } from "execa";
import { referenceEngine } from "../../engine/reference/index.ts";
import { wasmEngine } from "../../engine/wasm/index.ts";
import { lastWordsIn, oneThread } from "../contender.ts";
import { readTwinFile, type TwinArrays, writeTwinFile } from "./twin-file.ts";
import { playGiven, type TwinTask, twinInput, twinUpdates } from "./twin-task.ts";

/** How far a peer's weights are from ours, and what came of it. */
export interface TwinCheck {
  /** Largest over the players: the norm of the difference, as a share of how far the updates moved the weights. */
  readonly difference: number;
  /** What it may be: {@link tolerated} times that of `wasm`. */
  readonly allowed: number;
  /** Why the peer takes no part; undefined if it does. */
  readonly refusal: string | undefined;
}

/**
 * A peer may be as many times as far from the float64 reference as our own float32 engine is. Programs of the same float32
 * arithmetic differ by the order of their sums and by their exponentials: PyTorch, JAX and TensorFlow were 1 to 8 times as
 * far. Adam's ε in another place is 170 times as far, a step size that is 1 % larger thousands of times.
 */
export const tolerated = 16;

/** What a peer is compared with; the same for all peers of a task. */
export interface TwinReference {
  readonly input: TwinArrays;
  readonly expected: TwinArrays;
  /** See {@link TwinCheck.difference}, of `wasm`. */
  readonly wasmDifference: number;
}

/** Plays a task's updates in float64, and again in our float32. */
export async function twinReference(task: TwinTask): Promise<TwinReference> {
  const input = await twinInput(task, referenceEngine);
  const expected = await playGiven(task, referenceEngine, input);
  return {
    input,
    expected,
    wasmDifference: differenceOf(await playGiven(task, wasmEngine, input), { input, expected }),
  };
}

/**
 * Has a peer play the same updates from the same weights and numbers: its program, with `--check IN OUT` after its other
 * arguments.
 * @param name of the peer, for the refusal
 */
export async function checkTwin(
  name: string,
  [program, ...parameters]: readonly [program: string, ...parameters: string[]],
  reference: TwinReference,
): Promise<TwinCheck> {
  const allowed = tolerated * reference.wasmDifference;
  const folder = mkdtempSync(join(tmpdir(), "gan-repro-twin-"));
  const [given, made] = [join(folder, "given"), join(folder, "made")];
  const refused = (got: string): TwinCheck => ({
    difference: Number.POSITIVE_INFINITY,
    allowed,
    refusal: `${name} is left out: expected the weights of ${twinUpdates} updates, got ${got}`,
  });
  try {
    writeTwinFile(given, reference.input);
    const { failed, stderr, message } = await execa(program, [...parameters, "--check", given, made], {
      env: oneThread,
      reject: false,
    });
    if (failed) return refused(`a program that failed: ${lastWordsIn(stderr) || lastWordsIn(message ?? "")}`);
    const difference = differenceOf(readTwinFile(made), reference);
    if (difference <= allowed) return { difference, allowed, refusal: undefined };
    const refusal =
      `${name} is left out: expected the weights of ${twinUpdates} updates from the same numbers to differ from the ` +
      `float64 reference's by at most ${allowed.toExponential(1)} of how far they moved, got ${difference.toExponential(1)}`;
    return { difference, allowed, refusal };
  } catch (error) {
    return refused(error instanceof Error ? error.message : String(error));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @throws {RangeError} if other arrays are there than expected */
function differenceOf(made: TwinArrays, { input, expected }: Pick<TwinReference, "input" | "expected">): number {
  const differences = Object.entries(expected).map(([player, { values, shape }]) => {
    const own = made[player];
    if (own?.values.length !== values.length) {
      throw new RangeError(`${own ? `[${own.shape}] weights` : "no weights"} of the ${player} in place of [${shape}]`);
    }
    return distance(own.values, values) / distance(values, input[player].values);
  });
  // NaN stays NaN, and is not at most anything.
  return Math.max(...differences);
}

/** Euclidean. */
export const distance = (a: Float32Array, b: Float32Array): number =>
  Math.sqrt(a.reduce((sum, value, i) => sum + (value - b[i]) ** 2, 0));
