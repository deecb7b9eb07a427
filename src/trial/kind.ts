import type { Engine } from "../engine/engine.ts";
import type { Arm } from "../language/arm.ts";
import type { Trial } from "./trial.ts";

/** What training found from one seed. */
export type Outcome = Pick<Trial, "state" | "rounds" | "curves" | "end" | "arrays">;

/**
 * A kind of arm, as the module of its name in this folder exports it. `train` and everything it imports is the code that makes
 * a trial, and every trial's key covers it (see src/trial/key.ts); what only plans or reports stands in exports of its own,
 * so that a change there retrains nothing.
 */
export interface Kind<A extends Arm = Arm, Module = unknown> {
  /** The module's own file, within src/. */
  readonly file: string;
  /**
   * Trains an arm from seeds. `Math.random` throws meanwhile.
   * @returns an outcome for each seed, in their order
   * @throws {RangeError} if a seed is no positive integer, or the arm cannot be trained so
   */
  train(arm: A, seeds: readonly number[], tools: Tools<Module>): Promise<Outcome[]>;
  /** Seconds that a trial takes on one core, roughly: enough to start the longest first and to tell the time left. */
  estimatedSeconds(arm: A): number;
  /** Whether an arm is trained by the engine that was asked for. What is not is the same on all, and counts as `wasm`'s. */
  readonly usesEngine: boolean;
  /** Whether an arm needs the classifier behind the metrics of digits, trained before it: none does without it. */
  needsClassifier?(arm: A): boolean;
  /**
   * The file, within src/, of the module that an arm is trained with besides `train`, where that depends on the arm: the key
   * covers this module and no other. It is not imported by name, so that a bundle of `train` has no other arm's module in it.
   */
  part?(arm: A): string;
}

/** What a trial is trained with. */
export interface Tools<Module = unknown> {
  /** Trains networks, for kinds that use an engine. */
  readonly engine: Engine;
  /** The trained classifier, for arms that need it. */
  readonly classifier?: Outcome;
  /** The module of {@link Kind.part}. */
  readonly part: Module;
}

/** An outcome of numbers alone, without a course. */
export const measuredOnce = (end: Outcome["end"], arrays: Outcome["arrays"] = {}): Outcome => ({
  state: "trained",
  rounds: new Float64Array(),
  curves: {},
  end,
  arrays,
});
