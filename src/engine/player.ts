import type { GradientAccumulation, Optimizer } from "../language/arm.ts";
import { stream } from "../random/stream.ts";
import { expectNumbers, rowsOf, rowsOfFit } from "./checks.ts";
import type { Reading } from "./engine.ts";
import { initialWeights } from "./initial-weights.ts";
import type { NetworkLayout } from "./layout.ts";
import { maskLength } from "./layout.ts";
import type { Network, Pass, Workspace } from "./network.ts";
import { type Step, StepSizes } from "./steps.ts";

export interface PlayerOptions {
  readonly layout: NetworkLayout;
  readonly optimizer: Optimizer;
  /** See `GanArm.gradients`. */
  readonly gradients?: GradientAccumulation;
  /** Names its streams: `init/<name>` and `dropout/<name>/regression`. */
  readonly name: string;
}

/** A network that learns: its weights, when and on what it steps, and how it is fitted to a function. */
export class Player<Batch> {
  readonly network: Network<Batch>;
  readonly #workspace: Workspace<Batch>;
  readonly #options: PlayerOptions;
  readonly #steps: StepSizes;
  /** One pass for each number of rows, made when it is first asked for. */
  readonly #fits = new Map<number, Pass<Batch>>();
  #step: Step | undefined;
  #fitted = 0;

  constructor(workspace: Workspace<Batch>, options: PlayerOptions) {
    const { layout, optimizer, gradients, name } = options;
    this.#workspace = workspace;
    this.#options = options;
    this.#steps = new StepSizes(optimizer);
    this.network = workspace.network({
      layout,
      optimizer,
      initial: workspace.seeds.map((seed) => initialWeights(layout, stream(seed, `init/${name}`))),
      accumulates: gradients !== undefined,
    });
  }

  /** Begins an update of all seeds. */
  begin(): void {
    this.#step = this.#steps.next();
  }

  /** One step on the turn's gradient, or on the sum that it is added to. */
  step(turn: number): void {
    const { gradients } = this.#options;
    if (!gradients) {
      this.#descend(turn, "gradient");
      return;
    }
    this.network.accumulate(turn);
    this.#descend(turn, "sum");
    if (gradients.isZeroed) this.network.clearSum(turn);
  }

  /**
   * One update of all seeds on E |f(input) − target|². Fitting is not part of the game: it steps on its own gradient,
   * whatever is kept of others.
   * @param input `[S, rows, inputs]`
   * @param target `[S, rows, outputs]`
   * @throws {RangeError} if the lengths are no such
   */
  fit(input: Float32Array, target: Float32Array): void {
    const { seeds, turns } = this.#workspace;
    const rows = rowsOfFit(this.network.layout, seeds.length, input, target);
    const pass = this.#fits.get(rows) ?? this.#passOf(rows);
    this.#fits.set(rows, pass);
    const update = this.#fitted++;
    this.begin();
    this.#workspace.within(() => {
      for (let turn = 0; turn < turns; turn++) {
        pass.load(turn, input);
        pass.forward(turn, update);
        pass.startFromSquaredError(turn, target);
        pass.backwardToWeights(turn);
        this.#descend(turn, "gradient");
      }
    });
  }

  /**
   * f(samples) without dropout.
   * @param samples `[n, inputs]`, the same for all seeds, or `[S, n, inputs]`
   * @param n rows a seed: needed where every seed has its own, as the length alone cannot tell
   * @returns `[S, n, outputs]`
   * @throws {RangeError} if the length is no such
   */
  apply(samples: Float32Array, n?: number): Reading<Float32Array> {
    const rows = rowsOf(samples, this.network.layout.inputs, this.#workspace.seeds.length, n);
    return this.network.apply(samples, rows);
  }

  /** @param weights `[S, P]` @throws {RangeError} if there are not as many */
  setWeights(weights: Float32Array): void {
    expectNumbers(weights, "weights", [this.#workspace.seeds.length, this.network.layout.parameters]);
    this.network.setWeights(weights);
  }

  #passOf(rows: number): Pass<Batch> {
    const { layout, name } = this.#options;
    const dropout = { purpose: `dropout/${name}/regression`, from: 0, every: maskLength(layout, rows) };
    return this.network.pass({ rows, dropout });
  }

  #descend(turn: number, on: "gradient" | "sum"): void {
    if (!this.#step) throw new Error("expected an update that has begun, got a step without one");
    this.network.descend(turn, this.#step, on);
  }
}
