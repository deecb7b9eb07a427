/**
 * The contract between the game and the engines' arithmetic. An engine that makes a {@link Workspace} needs to know kernels,
 * memory and rounding only: losses, draws, accumulation and the order of an update are the game's (game.ts).
 */
import type { Optimizer } from "../language/arm.ts";
import type { Draw } from "../random/draws.ts";
import type { Reading } from "./engine.ts";
import type { NetworkLayout } from "./layout.ts";
import type { LogLossTerm } from "./losses.ts";
import type { Step } from "./steps.ts";

/**
 * Where the networks of S seeds live, and what is drawn for them.
 *
 * Seeds go through their networks in turns: one seed after the other on the same buffers, which then stay in a processor's
 * cache, or all of them at once as one batched operation. What is said of a turn below is said of each of its seeds.
 * @typeParam Batch a place for a batch of samples in the engine's own memory and layout
 */
export interface Workspace<Batch> {
  readonly seeds: readonly number[];
  /** How many turns an update takes: S where the seeds follow each other, 1 where they go together. */
  readonly turns: number;
  network(options: NetworkOptions): Network<Batch>;
  /** Random samples of one kind. @param purpose names the stream of each seed */
  draws(draw: Draw, purpose: string, rows: number, features: number): Draws<Batch>;
  /** Runs one piece of work, an update or a measurement, and frees what it only needed meanwhile. */
  within<T>(work: () => T): T;
  /** @throws {Error} if what computes is not what computed when the workspace was made */
  check?(): void;
  /** Resolves when the work so far has been done. Only engines that queue work have it. */
  settle?(): Promise<void>;
  /** Frees everything; nothing of it can be used afterwards. */
  dispose(): void;
}

export interface NetworkOptions {
  readonly layout: NetworkLayout;
  readonly optimizer: Optimizer;
  /** Initial weights of each seed, `[P]`. */
  readonly initial: readonly Float32Array[];
  /** Whether gradients are summed over updates, as {@link Network.accumulate} does; without it there is no room for that. */
  readonly accumulates: boolean;
}

/** One network of each seed, with the gradient of the present turn and what the optimizer remembers. */
export interface Network<Batch> {
  readonly layout: NetworkLayout;
  /** Room for one batch on its way through the network and back. */
  pass(options: PassOptions<Batch>): Pass<Batch>;
  /**
   * f(samples) without dropout.
   * @param samples `[rows, inputs]`, the same for all seeds, or `[S, rows, inputs]`
   * @returns `[S, rows, outputs]`
   */
  apply(samples: Float32Array, rows: number): Reading<Float32Array>;
  /** A copy of the weights: layer after layer, kernel `[in, out]` row-major, then bias `[out]`. @returns `[S, P]` */
  weights(): Reading<Float32Array>;
  /** @param weights `[S, P]` */
  setWeights(weights: Float32Array): void;
  /** One step of the optimizer on the turn's gradient, or on the sum that it was added to. */
  descend(turn: number, step: Step, on: "gradient" | "sum"): void;
  /** Adds the turn's gradient to the sum that is kept of it. */
  accumulate(turn: number): void;
  /** Sets that sum to 0. */
  clearSum(turn: number): void;
  /** Euclidean norm of the turn's gradient, one number a seed of the turn. */
  gradientNorm(turn: number): Reading<Float64Array>;
}

export interface PassOptions<Batch> {
  /** Samples of a segment. */
  readonly rows: number;
  /** Batches that go through together, such as real and fake: default 1. Each has dropout masks and loss terms of its own. */
  readonly segments?: number;
  /** Where dropout masks come from; without it nothing is dropped. */
  readonly dropout?: MaskSource;
  /** Another pass's output, where that is the input; of one segment. */
  readonly input?: Batch;
  /** A segment of another pass's input, where the output goes. */
  readonly output?: Batch;
}

/**
 * The stream that a pass takes its dropout masks from. In update t = 0, 1, … they start at position from + t·every: the
 * inputs' mask, then each layer's, and for each of these one mask a segment, all at multiples of 8.
 */
export interface MaskSource {
  readonly purpose: string;
  readonly from: number;
  readonly every: number;
}

/** The way of one batch through a network, forward and back. The turn is the same from `forward` to the last step back. */
export interface Pass<Batch> {
  /** `[rows, inputs]` for each segment. */
  readonly inputs: readonly Batch[];
  /** `[rows, outputs]`, of all segments. */
  readonly output: Batch;
  /** The loss's gradient with respect to `output`: where another pass leaves it. */
  readonly outputGradient: Batch;
  /** Copies samples from the host. @param samples `[rows, inputs]` for all seeds alike, or `[S, rows, inputs]` */
  load(turn: number, samples: Float32Array, segment?: number): void;
  /** f(input). @param update number of the update that dropout masks are drawn for */
  forward(turn: number, update?: number): void;

  /** Adds the log loss of the output to a sum, one term a segment. */
  addLogLoss(turn: number, terms: readonly LogLossTerm[]): void;
  /** That sum since the last call, one number a seed; begins again at 0. @returns `[S]` */
  takeLogLoss(): Reading<Float64Array>;

  /** The way back begins at the log loss, one term a segment. */
  startFromLogLoss(turn: number, terms: readonly LogLossTerm[]): void;
  /** The way back begins at E |output − target|², the mean over rows and outputs. @param target `[S, rows, outputs]` */
  startFromSquaredError(turn: number, target: Float32Array): void;
  /** The way back begins at `outputGradient`. */
  startFromOutputGradient(turn: number): void;
  /** The gradient with respect to the weights becomes the network's gradient of this turn. */
  backwardToWeights(turn: number): void;
  /**
   * The gradient with respect to the input.
   * @param to the `outputGradient` of the pass that made the input
   * @param withWeights whether the gradient with respect to the weights is wanted as well
   */
  backwardToInput(turn: number, to: Batch, withWeights: boolean): void;
}

/** Draws number t = 0, 1, … of one kind; see `drawSamples`. */
export interface Draws<Batch> {
  fill(turn: number, t: number, to: Batch): void;
}
