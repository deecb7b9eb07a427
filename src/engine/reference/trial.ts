import type { GanArm, GeneratorLoss } from "../../language/arm.ts";
import { dataDraw, latentDraw, latentStream, refuseToDraw } from "../../random/draws.ts";
import { type Stream, stream } from "../../random/stream.ts";
import type { Player } from "../engine.ts";
import { initialWeights } from "../initial-weights.ts";
import type { NetworkLayout } from "../layout.ts";
import { DropoutMasks, drawSamples } from "./draws.ts";
import {
  discriminatorLoss,
  discriminatorLossGradient,
  generatorLoss,
  generatorLossGradient,
  squaredErrorGradient,
} from "./loss.ts";
import { backward, type ForwardPass, forward, throughOutput } from "./network.ts";
import { ReferenceOptimizer } from "./optimizer.ts";

/** One seed of an arm. */
export class ReferenceTrial {
  readonly weights: Record<Player, Float64Array>;
  readonly optimizers: Record<Player, ReferenceOptimizer>;
  /** Gradient buffers, where the arm keeps books of its own. */
  readonly buffers: Record<Player, Float64Array>;
  readonly #arm: GanArm;
  readonly #layout: Record<Player, NetworkLayout>;
  readonly #streams: Record<"data" | Player, Stream>;
  readonly #masks: Record<Player, DropoutMasks>;
  readonly #regressionMasks: Record<Player, DropoutMasks>;
  readonly #updates: Record<Player, number> = { generator: 0, discriminator: 0 };

  constructor(arm: GanArm, layout: Record<Player, NetworkLayout>, seed: number) {
    const forPlayers = <T>(make: (player: Player) => T): Record<Player, T> => ({
      generator: make("generator"),
      discriminator: make("discriminator"),
    });
    this.#arm = arm;
    this.#layout = layout;
    this.weights = forPlayers((player) =>
      Float64Array.from(initialWeights(layout[player], stream(seed, `init/${player}`))),
    );
    this.optimizers = forPlayers((player) => new ReferenceOptimizer(arm.optimizer[player], layout[player].parameters));
    this.buffers = forPlayers((player) => new Float64Array(layout[player].parameters));
    this.#masks = forPlayers((player) => new DropoutMasks(stream(seed, `dropout/${player}`)));
    this.#regressionMasks = forPlayers((player) => new DropoutMasks(stream(seed, `dropout/${player}/regression`)));
    this.#streams = {
      data: stream(seed, "data"),
      discriminator: stream(seed, latentStream("discriminator", arm)),
      generator: stream(seed, latentStream("generator", arm)),
    };
  }

  /** @param real `[batch, features]`, drawn from the data if there are none @returns the loss before the step */
  updateDiscriminator(real?: Float32Array): number {
    const { discriminatorLossFactor } = this.#arm;
    const { batch } = this.#arm.schedule;
    const masks = this.#masks.discriminator;
    const samples = real ?? this.#drawData();
    const fake = this.#generate(this.#drawLatents("discriminator"), batch, masks).output;
    const layout = this.#layout.discriminator;
    const both = concatenate(samples, fake);
    const pass = forward(layout, this.weights.discriminator, both, 2 * batch, masks, 2);
    const lossGradient = discriminatorLossGradient(layout, pass, batch, discriminatorLossFactor);
    this.#descend("discriminator", pass, lossGradient);
    this.#updates.discriminator++;
    return discriminatorLoss(pass, batch, discriminatorLossFactor);
  }

  /** @returns the loss before the step */
  updateGenerator(): number {
    const { batch } = this.#arm.schedule;
    const kind = this.#arm.generatorLoss;
    const latents = this.#drawLatents("generator");
    const { gradient, crossTalk, judged } = this.#generatorGradient(latents, batch, kind, this.#masks.generator);
    if (this.#arm.gradients?.hasCrossTalk) addTo(this.buffers.discriminator, crossTalk);
    this.#step("generator", gradient);
    this.#updates.generator++;
    return generatorLoss(judged, kind);
  }

  /** @param input `[rows, inputs]` @param target `[rows, outputs]` */
  regress(player: Player, input: Float32Array, target: Float32Array): void {
    const layout = this.#layout[player];
    const rows = input.length / layout.inputs;
    const masks = this.#regressionMasks[player];
    const pass = forward(layout, this.weights[player], Float64Array.from(input), rows, masks);
    const gradient = backward(layout, this.weights[player], pass, squaredErrorGradient(layout, pass, target));
    // Fitting is not part of the game: it steps on its own gradient, whatever the arm's books.
    this.optimizers[player].apply(this.weights[player], gradient.weights);
  }

  /** f(input) without dropout. @param input `[rows, inputs]` */
  apply(player: Player, input: Float32Array): Float64Array {
    const rows = input.length / this.#layout[player].inputs;
    return forward(this.#layout[player], this.weights[player], Float64Array.from(input), rows).output;
  }

  /** Euclidean norm of the generator's gradient. @param latents `[rows, dimensions]` */
  gradientNorm(latents: Float32Array, loss: GeneratorLoss): number {
    const rows = latents.length / this.#layout.generator.inputs;
    const { gradient } = this.#generatorGradient(Float64Array.from(latents), rows, loss);
    return Math.sqrt(gradient.reduce((sum, value) => sum + value * value, 0));
  }

  #drawData(): Float64Array {
    const n = this.#arm.schedule.batch * this.#layout.generator.outputs;
    const draw = dataDraw(this.#arm) ?? refuseToDraw(this.#arm);
    return drawSamples(draw, this.#streams.data, this.#updates.discriminator, n);
  }

  #drawLatents(player: Player): Float64Array {
    const { batch } = this.#arm.schedule;
    const draw = latentDraw(this.#arm.latent, batch);
    return drawSamples(draw, this.#streams[player], this.#updates[player], batch * this.#layout.generator.inputs);
  }

  #generate(latents: Float64Array, rows: number, masks?: DropoutMasks): ForwardPass {
    return forward(this.#layout.generator, this.weights.generator, latents, rows, masks);
  }

  #descend(player: Player, pass: ForwardPass, lossGradient: Float64Array): void {
    const gradient = backward(this.#layout[player], this.weights[player], pass, lossGradient);
    this.#step(player, gradient.weights);
  }

  /** A step on the gradient, or on the buffers that it is added to. */
  #step(player: Player, gradient: Float64Array): void {
    const books = this.#arm.gradients;
    if (!books) {
      this.optimizers[player].apply(this.weights[player], gradient);
      return;
    }
    const buffer = this.buffers[player];
    addTo(buffer, gradient);
    this.optimizers[player].apply(this.weights[player], buffer);
    if (books.isZeroed) buffer.fill(0);
  }

  #generatorGradient(latents: Float64Array, rows: number, loss: GeneratorLoss, masks?: DropoutMasks) {
    const generated = this.#generate(latents, rows, masks);
    const judged = forward(this.#layout.discriminator, this.weights.discriminator, generated.output, rows, masks);
    const lossGradient = generatorLossGradient(this.#layout.discriminator, judged, loss);
    const back = backward(this.#layout.discriminator, this.weights.discriminator, judged, lossGradient);
    const lastGradient = throughOutput(this.#layout.generator, generated, back.input);
    const { weights } = backward(this.#layout.generator, this.weights.generator, generated, lastGradient);
    return { gradient: weights, crossTalk: back.weights, judged };
  }
}

function concatenate(first: ArrayLike<number>, second: Float64Array): Float64Array {
  const both = new Float64Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}

function addTo(buffer: Float64Array, gradient: Float64Array): void {
  for (let i = 0; i < buffer.length; i++) buffer[i] += gradient[i];
}
