import * as tf from "@tensorflow/tfjs-core";
import type { GanArm, GeneratorLoss } from "../../language/arm.ts";
import { refuseToDraw } from "../../random/draws.ts";
import { type Stream, stream } from "../../random/stream.ts";
import { rowsOf } from "../checks.ts";
import type { Adversary, Losses, Player } from "../engine.ts";
import { initialWeights } from "../initial-weights.ts";
import { ganLayout, type NetworkLayout } from "../layout.ts";
import { wantsLosses } from "../losses.ts";
import { DropoutMasks } from "../reference/draws.ts";
import { dropoutsOf, Inputs } from "./inputs.ts";
import {
  discriminatorLoss,
  disposeLoss,
  generatorLoss,
  type LogLoss,
  lossGradient,
  lossOf,
  squaredErrorGradient,
} from "./loss.ts";
import { TfjsLosses } from "./losses.ts";
import { backward, type ForwardPass, forward, type Masks, throughOutput } from "./network.ts";
import { TfjsPlayer } from "./player.ts";

const players = ["generator", "discriminator"] as const;
const forPlayers = <T>(make: (player: Player) => T): Record<Player, T> => ({
  generator: make("generator"),
  discriminator: make("discriminator"),
});

/** An ensemble of one arm as one batched tensor program: operation after operation on the tensors `[S, …]` of all seeds. */
export class TfjsAdversary implements Adversary {
  readonly seeds: readonly number[];
  readonly settle?: () => Promise<void>;
  readonly #backend: string;
  readonly #arm: GanArm;
  readonly #layout: Readonly<Record<Player, NetworkLayout>>;
  readonly #players: Readonly<Record<Player, TfjsPlayer>>;
  readonly #inputs: Readonly<Record<Player, Inputs>>;
  readonly #regressionMasks: Readonly<Record<Player, readonly DropoutMasks[]>>;
  readonly #losses: TfjsLosses | undefined;
  readonly #discriminatorLoss: LogLoss;
  readonly #generatorLoss: LogLoss;
  #isDisposed = false;

  constructor(
    arm: GanArm,
    seeds: readonly number[],
    backend: { readonly name: string; readonly isQueued: boolean },
    streamOf: (seed: number, purpose: string) => Stream,
  ) {
    const { batch } = arm.schedule;
    const layout = ganLayout(arm);
    this.seeds = [...seeds];
    this.#backend = backend.name;
    this.#arm = arm;
    this.#layout = layout;
    this.#players = forPlayers((player) => {
      const initial = seeds.map((seed) => initialWeights(layout[player], stream(seed, `init/${player}`)));
      return new TfjsPlayer(layout[player], arm.optimizer[player], initial, arm.gradients);
    });
    this.#inputs = forPlayers((player) => new Inputs(player, arm, layout, seeds, streamOf));
    this.#regressionMasks = forPlayers((player) =>
      seeds.map((seed) => new DropoutMasks(streamOf(seed, `dropout/${player}/regression`))),
    );
    this.#losses = wantsLosses(arm) ? new TfjsLosses(seeds.length) : undefined;
    this.#discriminatorLoss = discriminatorLoss(batch, arm.discriminatorLossFactor);
    this.#generatorLoss = generatorLoss(batch, arm.generatorLoss);
    if (backend.isQueued) this.settle = () => this.#players.generator.settle();
  }

  updateDiscriminator(real?: Float32Array): void {
    const { generator, discriminator } = this.#live();
    const { batch } = this.#arm.schedule;
    const layout = this.#layout.discriminator;
    const expected = this.seeds.length * batch * layout.inputs;
    if (real && real.length !== expected) {
      throw new RangeError(`expected ${expected} numbers of real samples, got ${real.length}`);
    }
    const { gradient, loss } = tf.tidy(() => {
      const { latents, data, masks } = this.#inputs.discriminator.next();
      const given = real && tf.tensor3d(real.slice(), [this.seeds.length, batch, layout.inputs]);
      const samples = given ?? data ?? refuseToDraw(this.#arm);
      const fake = forward(generator.layout, generator.layers(), latents, masks.generator).output;
      const both = tf.concat([samples, fake], 1);
      const layers = discriminator.layers();
      const pass = forward(layout, layers, both, masks.discriminator);
      const lastGradient = lossGradient(layout, this.#discriminatorLoss, pass);
      return {
        gradient: backward(layout, layers, pass, lastGradient, ["weights"]).weights,
        loss: this.#lossOf(this.#discriminatorLoss, pass),
      };
    });
    discriminator.step(gradient);
    if (loss) this.#losses?.add("discriminator", loss);
  }

  updateGenerator(): void {
    const { generator, discriminator } = this.#live();
    const hasCrossTalk = this.#arm.gradients?.hasCrossTalk;
    const { gradient, crossTalk, loss } = tf.tidy(() => {
      const { latents, masks } = this.#inputs.generator.next();
      const { judged, ...gradients } = this.#generatorGradient(this.#generatorLoss, latents, masks, hasCrossTalk);
      return { ...gradients, loss: this.#lossOf(this.#generatorLoss, judged) };
    });
    if (crossTalk) discriminator.addToBuffer(crossTalk);
    generator.step(gradient);
    if (loss) this.#losses?.add("generator", loss);
  }

  regress(player: Player, input: Float32Array, target: Float32Array): void {
    const own = this.#live()[player];
    const { layout } = own;
    const S = this.seeds.length;
    const rows = rowsOf(input, layout.inputs * S, 1);
    if (target.length !== S * rows * layout.outputs) {
      throw new RangeError(`expected ${S * rows * layout.outputs} numbers as targets, got ${target.length}`);
    }
    const gradient = tf.tidy(() => {
      const x = tf.tensor3d(input.slice(), [S, rows, layout.inputs]);
      const y = tf.tensor3d(target.slice(), [S, rows, layout.outputs]);
      const pass = forward(layout, own.layers(), x, this.#masksOfRegression(player, rows));
      return backward(layout, own.layers(), pass, squaredErrorGradient(layout, pass, y), ["weights"]).weights;
    });
    // Fitting is not part of the game: it steps on its own gradient, whatever the arm's books.
    own.fit(gradient);
  }

  losses(): Promise<Losses> {
    if (!this.#losses)
      throw new Error("expected an arm that records losses, got one that does not; name them in its metrics");
    return this.#losses.take();
  }

  sample(latent: Float32Array, n?: number): Promise<Float32Array> {
    return this.#evaluate("generator", latent, n);
  }

  discriminate(x: Float32Array, n?: number): Promise<Float32Array> {
    return this.#evaluate("discriminator", x, n);
  }

  async gradientNorms(latent: Float32Array, n?: number) {
    this.#live();
    const norms = async (kind: GeneratorLoss): Promise<Float64Array> => {
      const norm = tf.tidy(() => {
        const latents = this.#samples("generator", latent, n);
        const loss = generatorLoss(latents.shape[1], kind);
        const { gradient } = this.#generatorGradient(loss, latents, { generator: [], discriminator: [] });
        return tf.sqrt(tf.sum(tf.square(gradient), 1));
      });
      return Float64Array.from(await read(norm));
    };
    return { nonSaturating: await norms("non-saturating"), saturating: await norms("saturating") };
  }

  async weights(player: Player): Promise<Float32Array> {
    return this.#live()[player].read();
  }

  setWeights(player: Player, weights: Float32Array): void {
    this.#live()[player].write(weights);
  }

  dispose(): void {
    if (this.#isDisposed) return;
    for (const player of players) {
      this.#players[player].dispose();
      this.#inputs[player].dispose();
    }
    disposeLoss(this.#discriminatorLoss);
    disposeLoss(this.#generatorLoss);
    this.#losses?.dispose();
    this.#isDisposed = true;
  }

  #live(): Readonly<Record<Player, TfjsPlayer>> {
    if (this.#isDisposed) throw new Error("expected a live adversary, got one that was disposed; create another");
    if (tf.getBackend() !== this.#backend) {
      throw new Error(
        `expected the backend ${this.#backend} of this adversary, got ${tf.getBackend()}; use one tfjs engine after the other`,
      );
    }
    return this.#players;
  }

  #lossOf(loss: LogLoss, pass: ForwardPass): tf.Tensor1D | undefined {
    return this.#losses && lossOf(loss, pass);
  }

  #generatorGradient(loss: LogLoss, latents: tf.Tensor3D, masks: Record<Player, Masks>, hasCrossTalk = false) {
    const { generator, discriminator } = this.#players;
    const [own, theirs] = [generator.layers(), discriminator.layers()];
    const generated = forward(generator.layout, own, latents, masks.generator);
    const judged = forward(discriminator.layout, theirs, generated.output, masks.discriminator);
    const judgedGradient = lossGradient(discriminator.layout, loss, judged);
    const wanted = hasCrossTalk ? (["input", "weights"] as const) : (["input"] as const);
    const back = backward(discriminator.layout, theirs, judged, judgedGradient, wanted);
    const lastGradient = throughOutput(generator.layout, generated, back.input);
    const { weights } = backward(generator.layout, own, generated, lastGradient, ["weights"]);
    return { gradient: weights, crossTalk: "weights" in back ? back.weights : undefined, judged };
  }

  #masksOfRegression(player: Player, rows: number): Masks {
    const S = this.seeds.length;
    return dropoutsOf(this.#layout[player]).map(({ units, dropout }) => {
      if (dropout === 0) return undefined;
      const ofSeeds = this.#regressionMasks[player].map((masks) => masks.next(rows, units, dropout, 1));
      return tf.tensor3d(Float32Array.from(ofSeeds.flatMap((mask) => [...mask])), [S, rows, units]);
    });
  }

  /** `[1, n, features]` if they are the same for all seeds, else `[S, n, features]`. Called in a `tidy`. */
  #samples(player: Player, samples: Float32Array, n?: number): tf.Tensor3D {
    const { inputs } = this.#layout[player];
    const rows = rowsOf(samples, inputs, this.seeds.length, n);
    return tf.tensor3d(samples.slice(), [samples.length / (rows * inputs), rows, inputs]);
  }

  #evaluate(player: Player, input: Float32Array, n?: number): Promise<Float32Array> {
    const own = this.#live()[player];
    const output = tf.tidy(() => {
      const { output } = forward(own.layout, own.layers(), this.#samples(player, input, n));
      return tf.add(output, own.flaw());
    });
    return read(output);
  }
}

/** A tensor's numbers; disposes of it. */
async function read(tensor: tf.Tensor): Promise<Float32Array> {
  const numbers = (await tensor.data<"float32">()).slice();
  tensor.dispose();
  return numbers;
}
