import type { GanArm } from "../../language/arm.ts";
import { rowsOf } from "../checks.ts";
import type { Adversary, Losses, Player } from "../engine.ts";
import { ganLayout, type NetworkLayout } from "../layout.ts";
import { LossMeans, takeLosses, wantsLosses } from "../losses.ts";
import { ReferenceTrial } from "./trial.ts";

/** An ensemble of one arm: independent trials, one after the other. */
export class ReferenceAdversary implements Adversary {
  readonly seeds: readonly number[];
  readonly #layout: Record<Player, NetworkLayout>;
  readonly #batch: number;
  readonly #losses: LossMeans | undefined;
  #trials: readonly ReferenceTrial[];

  constructor(arm: GanArm, seeds: readonly number[]) {
    const layout = ganLayout(arm);
    this.seeds = [...seeds];
    this.#losses = wantsLosses(arm) ? new LossMeans(seeds.length) : undefined;
    this.#layout = layout;
    this.#batch = arm.schedule.batch;
    this.#trials = seeds.map((seed) => new ReferenceTrial(arm, layout, seed));
  }

  updateDiscriminator(real?: Float32Array): void {
    const expected = this.seeds.length * this.#batch * this.#layout.discriminator.inputs;
    if (real && real.length !== expected) {
      throw new RangeError(`expected ${expected} numbers of real samples, got ${real.length}`);
    }
    this.#trials.forEach((trial, s) => {
      const loss = trial.updateDiscriminator(real && this.#part(real, s));
      this.#losses?.add("discriminator", s, loss);
    });
  }

  updateGenerator(): void {
    this.#trials.forEach((trial, s) => {
      const loss = trial.updateGenerator();
      this.#losses?.add("generator", s, loss);
    });
  }

  losses(): Losses {
    return takeLosses(this.#losses);
  }

  regress(player: Player, input: Float32Array, target: Float32Array): void {
    const { inputs, outputs } = this.#layout[player];
    if (input.length * outputs !== target.length * inputs || input.length % (inputs * this.seeds.length) !== 0) {
      throw new RangeError(
        `expected as many inputs as targets for every seed, got ${input.length} and ${target.length} numbers`,
      );
    }
    this.#trials.forEach((trial, s) => {
      trial.regress(player, this.#part(input, s), this.#part(target, s));
    });
  }

  /** @param n rows a seed, if the latents are `[S, n, dimensions]`. */
  sample(latent: Float32Array, n?: number): Float32Array {
    return this.#apply("generator", latent, n);
  }

  /** @param n rows a seed, if x is `[S, n, features]`. */
  discriminate(x: Float32Array, n?: number): Float32Array {
    return this.#apply("discriminator", x, n);
  }

  /** @param n rows a seed, if the latents are `[S, n, dimensions]`. */
  gradientNorms(latent: Float32Array, n?: number): { nonSaturating: Float64Array; saturating: Float64Array } {
    const latents = this.#samplesOfSeeds("generator", latent, n);
    const norms = (loss: GanArm["generatorLoss"]): Float64Array =>
      Float64Array.from(this.#trials, (trial, s) => trial.gradientNorm(latents[s], loss));
    return { nonSaturating: norms("non-saturating"), saturating: norms("saturating") };
  }

  weights(player: Player): Float32Array {
    return joined(this.#trials.map((trial) => trial.weights[player]));
  }

  setWeights(player: Player, weights: Float32Array): void {
    const expected = this.seeds.length * this.#layout[player].parameters;
    if (weights.length !== expected) throw new RangeError(`expected ${expected} weights, got ${weights.length}`);
    this.#trials.forEach((trial, s) => {
      trial.weights[player].set(this.#part(weights, s));
    });
  }

  dispose(): void {
    this.#trials = [];
  }

  #apply(player: Player, input: Float32Array, n?: number): Float32Array {
    const inputs = this.#samplesOfSeeds(player, input, n);
    return joined(this.#trials.map((trial, s) => trial.apply(player, inputs[s])));
  }

  /** What each seed sees of samples that are shared or its own. */
  #samplesOfSeeds(player: Player, samples: Float32Array, n?: number): Float32Array[] {
    const { inputs } = this.#layout[player];
    const rows = rowsOf(samples, inputs, this.seeds.length, n);
    const shared = samples.length === rows * inputs;
    return this.seeds.map((_, s) => (shared ? samples : this.#part(samples, s)));
  }

  /** The part of the seed at index s in an array `[S, …]`. */
  #part(all: Float32Array, s: number): Float32Array {
    const length = all.length / this.seeds.length;
    return all.subarray(s * length, (s + 1) * length);
  }
}

function joined(parts: readonly Float64Array[]): Float32Array {
  return Float32Array.from(parts.flatMap((part) => [...part]));
}
