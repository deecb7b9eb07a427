import { drawLength } from "../../random/stream.ts";
import type { NetworkLayout } from "../layout.ts";
import type { Network, NetworkOptions, PassOptions } from "../network.ts";
import type { Step } from "../steps.ts";
import { Evaluation } from "./evaluation.ts";
import type { Address, Kernels } from "./kernels.ts";
import { FLOAT_BYTES } from "./layer-buffers.ts";
import { WasmOptimizer } from "./optimizer.ts";
import { fromPanels, toPanels } from "./panels.ts";
import { WasmPass } from "./pass.ts";

/** One network of each seed, in the kernels' memory. */
export class WasmNetwork implements Network<Address> {
  readonly layout: NetworkLayout;
  readonly #kernels: Kernels;
  readonly #seeds: readonly number[];
  readonly #optimizer: WasmOptimizer;
  /** Each seed's weights, `[P]`. */
  readonly #weights: readonly Address[];
  /** The gradient of the present turn, `[P]`. */
  readonly #gradient: Address;
  /** Each seed's sum of gradients, `[P]`. */
  readonly #sums: readonly Address[];
  #evaluation: Evaluation | undefined;

  constructor(kernels: Kernels, { layout, optimizer, initial, accumulates }: NetworkOptions, seeds: readonly number[]) {
    const parameters = (): Address => kernels.alloc(drawLength(layout.parameters) * FLOAT_BYTES);
    this.layout = layout;
    this.#kernels = kernels;
    this.#seeds = seeds;
    this.#optimizer = new WasmOptimizer(kernels, optimizer, layout.parameters, seeds.length);
    this.#gradient = parameters();
    this.#sums = accumulates ? seeds.map(parameters) : [];
    this.#weights = initial.map((weights) => {
      const address = parameters();
      toPanels(layout, weights, this.#view(address));
      return address;
    });
  }

  pass(options: PassOptions<Address>): WasmPass {
    const { layout } = this;
    return new WasmPass(
      this.#kernels,
      { layout, weights: this.#weights, gradient: this.#gradient },
      options,
      this.#seeds,
    );
  }

  apply(samples: Float32Array, rows: number): Float32Array {
    this.#evaluation ??= new Evaluation(this.#kernels, this.layout);
    return this.#evaluation.run(this.#weights, samples, rows);
  }

  weights(): Float32Array {
    const { layout } = this;
    const { parameters } = layout;
    const all = new Float32Array(this.#seeds.length * parameters);
    for (const [s, address] of this.#weights.entries()) {
      fromPanels(layout, this.#view(address), all.subarray(s * parameters, (s + 1) * parameters));
    }
    return all;
  }

  setWeights(weights: Float32Array): void {
    const { parameters } = this.layout;
    for (const [s, address] of this.#weights.entries()) {
      toPanels(this.layout, weights.subarray(s * parameters, (s + 1) * parameters), this.#view(address));
    }
  }

  descend(turn: number, step: Step, on: "gradient" | "sum"): void {
    const gradient = on === "sum" ? this.#sums[turn] : this.#gradient;
    this.#optimizer.apply(turn, this.#weights[turn], gradient, step);
  }

  accumulate(turn: number): void {
    const sum = this.#sums[turn];
    this.#kernels.add(drawLength(this.layout.parameters), sum, this.#gradient, sum);
  }

  clearSum(turn: number): void {
    this.#view(this.#sums[turn]).fill(0);
  }

  gradientNorm(): Float64Array {
    // In the order of the contract, so that the last bit does not tell how the kernels arrange their parameters.
    const gradient = new Float32Array(this.layout.parameters);
    fromPanels(this.layout, this.#view(this.#gradient), gradient);
    return Float64Array.of(Math.sqrt(gradient.reduce((sum, value) => sum + value * value, 0)));
  }

  #view(parameters: Address): Float32Array {
    return this.#kernels.float32(parameters, this.layout.parameters);
  }
}
