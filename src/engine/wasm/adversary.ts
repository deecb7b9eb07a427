import type { GanArm } from "../../language/arm.ts";
import { rowsOf } from "../checks.ts";
import type { Adversary, Losses, Player } from "../engine.ts";
import { ganLayout } from "../layout.ts";
import { LossMeans, takeLosses, wantsLosses } from "../losses.ts";
import { BatchInput } from "./batch-input.ts";
import { DiscriminatorUpdate } from "./discriminator-update.ts";
import { Evaluation } from "./evaluation.ts";
import { GeneratorGradient } from "./generator-gradient.ts";
import { GeneratorUpdate } from "./generator-update.ts";
import type { Kernels } from "./kernels.ts";
import { PlayerNetworks } from "./player.ts";
import { Regression } from "./regression.ts";

/** An ensemble of one arm. The seeds take turns, an update of one seed after the other, on shared buffers. */
export class WasmAdversary implements Adversary {
  readonly seeds: readonly number[];
  /** Undefined once disposed. */
  #held: Parts | undefined;

  constructor(kernels: Kernels, arm: GanArm, seeds: readonly number[]) {
    const layout = ganLayout(arm);
    const generator = new PlayerNetworks(kernels, "generator", layout.generator, arm, seeds);
    const discriminator = new PlayerNetworks(kernels, "discriminator", layout.discriminator, arm, seeds);
    const losses = wantsLosses(arm) ? new LossMeans(seeds.length) : undefined;
    this.seeds = [...seeds];
    this.#held = {
      kernels,
      losses,
      networks: { generator, discriminator },
      discriminatorUpdate: new DiscriminatorUpdate(kernels, arm, seeds, generator, discriminator, losses),
      generatorUpdate: new GeneratorUpdate(kernels, arm, seeds, generator, discriminator, losses),
      regressions: new Map(),
      evaluations: new Map(),
      generatorGradients: new Map(),
    };
  }

  get #parts(): Parts {
    if (!this.#held) throw new Error("expected a live adversary, got one that was disposed; create another");
    return this.#held;
  }

  updateDiscriminator(real?: Float32Array): void {
    this.#parts.discriminatorUpdate.run(real);
  }

  updateGenerator(): void {
    this.#parts.generatorUpdate.run();
  }

  regress(player: Player, input: Float32Array, target: Float32Array): void {
    const { kernels, networks, regressions } = this.#parts;
    const rows = rowsOf(input, networks[player].layout.inputs * this.seeds.length, 1);
    const regression = cached(
      regressions,
      `${player}/${rows}`,
      () => new Regression(kernels, networks[player], this.seeds, rows, `dropout/${player}/regression`),
    );
    regression.run(input, target);
  }

  losses(): Losses {
    return takeLosses(this.#parts.losses);
  }

  /** @param n rows a seed, if the latents are `[S, n, dimensions]`. */
  sample(latent: Float32Array, n?: number): Float32Array {
    return this.#evaluate("generator", latent, n);
  }

  /** @param n rows a seed, if x is `[S, n, features]`. */
  discriminate(x: Float32Array, n?: number): Float32Array {
    return this.#evaluate("discriminator", x, n);
  }

  #evaluate(player: Player, input: Float32Array, n?: number): Float32Array {
    const { kernels, networks, evaluations } = this.#parts;
    const rows = rowsOf(input, networks[player].layout.inputs, this.seeds.length, n);
    const evaluation = cached(evaluations, player, () => new Evaluation(kernels, networks[player]));
    return evaluation.run(input, rows);
  }

  /** @param n rows a seed, if the latents are `[S, n, dimensions]`. */
  gradientNorms(latent: Float32Array, n?: number): { nonSaturating: Float64Array; saturating: Float64Array } {
    const { kernels, networks, generatorGradients } = this.#parts;
    const { generator, discriminator } = networks;
    const { inputs, parameters } = generator.layout;
    const rows = rowsOf(latent, inputs, this.seeds.length, n);
    const shared = latent.length === rows * inputs;
    const { input, gradient } = cached(generatorGradients, rows, () => ({
      input: new BatchInput(kernels, rows, inputs, this.seeds.length, "latents"),
      gradient: new GeneratorGradient(kernels, generator, discriminator, rows, { dropout: false }),
    }));
    const norm = (s: number, loss: GanArm["generatorLoss"]): number => {
      gradient.backward(s, loss);
      return Math.sqrt(kernels.squaredNorm(parameters, generator.gradient));
    };
    const norms = {
      nonSaturating: new Float64Array(this.seeds.length),
      saturating: new Float64Array(this.seeds.length),
    };
    for (let s = 0; s < this.seeds.length; s++) {
      input.load(latent, shared ? 0 : s, gradient.latents);
      gradient.forward(s);
      norms.nonSaturating[s] = norm(s, "non-saturating");
      norms.saturating[s] = norm(s, "saturating");
    }
    return norms;
  }

  weights(player: Player): Float32Array {
    return this.#parts.networks[player].read();
  }

  setWeights(player: Player, weights: Float32Array): void {
    this.#parts.networks[player].write(weights);
  }

  dispose(): void {
    this.#held = undefined;
  }
}

interface Parts {
  readonly kernels: Kernels;
  readonly losses: LossMeans | undefined;
  readonly networks: Readonly<Record<Player, PlayerNetworks>>;
  readonly discriminatorUpdate: DiscriminatorUpdate;
  readonly generatorUpdate: GeneratorUpdate;
  /** What needs buffers of its own is built when it is first asked for. */
  readonly regressions: Map<string, Regression>;
  readonly evaluations: Map<Player, Evaluation>;
  readonly generatorGradients: Map<number, { input: BatchInput; gradient: GeneratorGradient }>;
}

function cached<K, V>(map: Map<K, V>, key: K, build: () => V): V {
  const value = map.get(key) ?? build();
  map.set(key, value);
  return value;
}
