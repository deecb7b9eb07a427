import { joined } from "../by-seed.ts";
import type { NetworkLayout } from "../layout.ts";
import type { Network, NetworkOptions, PassOptions } from "../network.ts";
import type { Step } from "../steps.ts";
import { forward } from "./network.ts";
import { ReferenceOptimizer } from "./optimizer.ts";
import { type Batch, ReferencePass, samplesOf, type Weights } from "./pass.ts";

/** One network of each seed, in float64. */
export class ReferenceNetwork implements Network<Batch>, Weights {
  readonly layout: NetworkLayout;
  gradient = new Float64Array();
  readonly #seeds: readonly number[];
  readonly #ofSeeds: readonly { weights: Float64Array; optimizer: ReferenceOptimizer; sum: Float64Array }[];

  constructor({ layout, optimizer, initial }: NetworkOptions, seeds: readonly number[]) {
    this.layout = layout;
    this.#seeds = seeds;
    this.#ofSeeds = initial.map((weights) => ({
      weights: Float64Array.from(weights),
      optimizer: new ReferenceOptimizer(optimizer, layout.parameters),
      sum: new Float64Array(layout.parameters),
    }));
  }

  pass(options: PassOptions<Batch>): ReferencePass {
    return new ReferencePass(this, options, this.#seeds);
  }

  weightsOf(turn: number): Float64Array {
    return this.#ofSeeds[turn].weights;
  }

  apply(samples: Float32Array, rows: number): Float32Array {
    return joined(
      this.#ofSeeds.map(({ weights }, s) => {
        const input = samplesOf(samples, rows * this.layout.inputs, s);
        return forward(this.layout, weights, input, rows).output;
      }),
    );
  }

  weights(): Float32Array {
    return joined(this.#ofSeeds.map(({ weights }) => weights));
  }

  setWeights(weights: Float32Array): void {
    for (const [s, own] of this.#ofSeeds.entries()) own.weights.set(samplesOf(weights, this.layout.parameters, s));
  }

  descend(turn: number, step: Step, on: "gradient" | "sum"): void {
    const { weights, optimizer, sum } = this.#ofSeeds[turn];
    optimizer.apply(weights, on === "sum" ? sum : this.gradient, step);
  }

  accumulate(turn: number): void {
    const { sum } = this.#ofSeeds[turn];
    for (let i = 0; i < sum.length; i++) sum[i] += this.gradient[i];
  }

  clearSum(turn: number): void {
    this.#ofSeeds[turn].sum.fill(0);
  }

  gradientNorm(): Float64Array {
    return Float64Array.of(Math.sqrt(this.gradient.reduce((sum, value) => sum + value * value, 0)));
  }
}
