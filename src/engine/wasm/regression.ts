import { BatchInput } from "./batch-input.ts";
import { type DropoutDraws, dropoutDraws } from "./draws.ts";
import type { Address, Kernels } from "./kernels.ts";
import { ROW_BYTES } from "./layer-buffers.ts";
import { Pass } from "./pass.ts";
import type { PlayerNetworks } from "./player.ts";

/** Supervised updates of one player on the squared error. */
export class Regression {
  readonly #kernels: Kernels;
  readonly #networks: PlayerNetworks;
  readonly #inputs: BatchInput;
  readonly #targets: BatchInput;
  readonly #targetBlocks: Address;
  readonly #masks: readonly DropoutDraws[];
  readonly #pass: Pass;

  /** @param stream names the dropout masks' stream */
  constructor(kernels: Kernels, networks: PlayerNetworks, seeds: readonly number[], rows: number, stream: string) {
    const { layout } = networks;
    this.#kernels = kernels;
    this.#networks = networks;
    this.#pass = new Pass(kernels, { layout, rows, dropout: true });
    this.#inputs = new BatchInput(kernels, rows, layout.inputs, seeds.length, "input");
    this.#targets = new BatchInput(kernels, rows, layout.outputs, seeds.length, "target");
    this.#targetBlocks = kernels.alloc(this.#pass.segmentBlocks * layout.outputs * ROW_BYTES);
    this.#masks = dropoutDraws(kernels, seeds, stream, rows, [layout]);
  }

  /** Updates every seed. @param input `[S, rows, inputs]` @param target `[S, rows, outputs]` */
  run(input: Float32Array, target: Float32Array): void {
    this.#inputs.check(input);
    this.#targets.check(target);
    // Fitting is not part of the game: it steps on its own gradient, whatever the arm's books.
    const { optimizer, weights, gradient } = this.#networks;
    optimizer.advance();
    for (let s = 0; s < weights.length; s++) {
      this.#inputs.load(input, s, this.#pass.input);
      this.#targets.load(target, s, this.#targetBlocks);
      this.#pass.forward(weights[s], this.#masks[s]);
      this.#squaredErrorBackward();
      this.#pass.backwardToWeights(weights[s], gradient);
      optimizer.apply(s, weights[s], gradient);
    }
  }

  #squaredErrorBackward(): void {
    const { rows, layout, output, outputGradient } = this.#pass;
    const factor = 2 / (rows * layout.outputs);
    this.#kernels.squaredErrorGradient(rows, layout.outputs, output, this.#targetBlocks, factor, outputGradient);
    this.#pass.backwardThroughOutput();
  }
}
