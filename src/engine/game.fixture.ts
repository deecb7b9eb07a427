import type { GanArm, GradientAccumulation, Optimizer } from "../language/arm.ts";
import {
  adam,
  dense,
  gan,
  mixture,
  momentum,
  normal,
  stratifiedLatent,
  uniformLatent,
  vary,
} from "../language/describe.ts";
import { stream } from "../random/stream.ts";
import type { Player } from "./engine.ts";

// Algorithm 1 by hand, in float64 and without the game's code, between networks small enough to do so:
// D(x) = σ(w·x + b) and G(z) = v·z + c, on batches of 8.

export const [batch, seed] = [8, 3];
const one = { layers: [dense(1, "linear", { kind: "normal", sd: 0.5 })] };
export const both = (optimizer: Optimizer) => ({ generator: optimizer, discriminator: optimizer });
const sgd: Optimizer = { kind: "sgd", stepSize: 0.1 };

export const small = gan({
  data: normal({ mean: 2, sd: 0.5 }),
  latent: uniformLatent({ low: -1, high: 2 }),
  generator: one,
  discriminator: one,
  optimizer: both(sgd),
  generatorLoss: "non-saturating",
  schedule: { rounds: 0, discriminatorSteps: 1, generatorSteps: 1, batch },
  record: { metrics: ["discriminatorLoss"], rounds: [] },
});

const kept = (gradients: GradientAccumulation): GanArm => ({ ...small, gradients });
/** Games that the engines and the code below have to play alike. */
export const games: Readonly<Record<string, GanArm>> = {
  "gradient descent": small,
  "the saturating loss": vary(small, { generatorLoss: "saturating" }),
  "half the discriminator's loss": vary(small, { discriminatorLossFactor: 0.5 }),
  "momentum, decaying": {
    ...small,
    optimizer: both(momentum({ stepSize: 0.1, momentum: 0.6, decay: { factor: 0.5, every: 3 } })),
  },
  "Adam, ε inside": { ...small, optimizer: both(adam({ stepSize: 0.05, beta1: 0.5, epsilon: 0.01 })) },
  "Adam, ε outside": {
    ...small,
    optimizer: both(adam({ stepSize: 0.05, beta1: 0.5, epsilon: 0.01, epsilonForm: "tensorflow" })),
  },
  "two optimizers": { ...small, optimizer: { generator: { kind: "sgd", stepSize: 0.3 }, discriminator: sgd } },
  "shared latents": vary(small, { schedule: { latents: "shared" } }),
  "a mixture": {
    ...small,
    data: mixture([
      { weight: 0.25, mean: -1, sd: 0.5 },
      { weight: 0.75, mean: 2, sd: 0.1 },
    ]),
  },
  "normal latents": { ...small, latent: { kind: "normal", dimensions: 1, mean: 0.5, sd: 1 } },
  "stratified latents": { ...small, latent: stratifiedLatent({ low: -1, high: 2.5, jitter: 0.5 }) },
  "dropout in both networks": {
    ...small,
    generator: { ...one, inputDropout: 0.25 },
    discriminator: { ...one, inputDropout: 0.4 },
  },
  "weird: never zeroed, with cross-talk": kept({ isZeroed: false, hasCrossTalk: true }),
  "never zeroed, without cross-talk": kept({ isZeroed: false, hasCrossTalk: false }),
  "cross-talk alone": kept({ isZeroed: true, hasCrossTalk: true }),
  "zeroed, as usual": kept({ isZeroed: true, hasCrossTalk: false }),
};

export type Pair = [slope: number, offset: number];

/** The game and its state: weights (w, b) and (v, c), draws by their places in the streams. */
export class ByHand {
  d: Pair;
  g: Pair;
  readonly losses = { d: [] as number[], g: [] as number[] };
  readonly #arm: GanArm;
  readonly #updates = { d: 0, g: 0 };
  readonly #fits = { d: 0, g: 0 };
  readonly #sums: { d: Pair; g: Pair } = { d: [0, 0], g: [0, 0] };
  readonly #descents: Record<"d" | "g", (weights: Pair, gradient: Pair) => Pair>;

  constructor(arm: GanArm, { d, g }: { d: Pair; g: Pair }) {
    this.#arm = arm;
    this.d = d;
    this.g = g;
    this.#descents = { d: descent(arm.optimizer.discriminator), g: descent(arm.optimizer.generator) };
  }

  updateDiscriminator(given?: number[]): void {
    const { generator, discriminator, discriminatorLossFactor: factor = 1 } = this.#arm;
    const t = this.#updates.d++;
    const real = given ?? this.#data(t);
    const masks = new Masks("dropout/discriminator", t, [generator, discriminator, discriminator]);
    const fake = dropped(this.#latents("discriminator", t), masks.next(generator)).map(affine(this.g));
    const [x, y] = [dropped(real, masks.next(discriminator)), dropped(fake, masks.next(discriminator))];
    const [p, q] = [x.map(affine(this.d)).map(sigmoid), y.map(affine(this.d)).map(sigmoid)];
    this.losses.d.push(-factor * (mean(p.map(Math.log)) + mean(q.map((one) => Math.log(1 - one)))));
    // d(−log σ(s))/ds = σ(s) − 1 and d(−log(1 − σ(s)))/ds = σ(s)
    const errors = [...p.map((one) => (factor / batch) * (one - 1)), ...q.map((one) => (factor / batch) * one)];
    this.#step("d", slopes([...x, ...y], errors));
  }

  updateGenerator(): void {
    const { generator, discriminator, generatorLoss, gradients } = this.#arm;
    const t = this.#updates.g++;
    const masks = new Masks("dropout/generator", t, [generator, discriminator]);
    const [ofG, ofD] = [masks.next(generator), masks.next(discriminator)];
    const { own, crossTalk, loss } = this.generatorGradient(this.#latents("generator", t), generatorLoss, ofG, ofD);
    this.losses.g.push(loss);
    if (gradients?.hasCrossTalk) this.#sums.d = plus(this.#sums.d, crossTalk);
    this.#step("g", own);
  }

  generatorGradient(latents: number[], loss: GanArm["generatorLoss"], ofG?: number[], ofD?: number[]) {
    const z = dropped(latents, ofG);
    const y = dropped(z.map(affine(this.g)), ofD);
    const p = y.map(affine(this.d)).map(sigmoid);
    const errors = p.map((one) => (loss === "saturating" ? -one : one - 1) / latents.length);
    const atSamples = errors.map((error, i) => error * this.d[0] * (ofD?.[i] ?? 1));
    return {
      own: slopes(z, atSamples),
      crossTalk: slopes(y, errors),
      loss: loss === "saturating" ? mean(p.map((one) => Math.log(1 - one))) : -mean(p.map(Math.log)),
    };
  }

  fit(player: Player, input: number[], target: number[]): void {
    const name = player === "generator" ? "g" : "d";
    const network = this.#arm[player];
    const masks = new Masks(`dropout/${player}/regression`, this.#fits[name]++, [network]);
    const x = dropped(input, masks.next(network));
    const output = x.map(affine(this[name])).map(name === "d" ? sigmoid : (s) => s);
    const errors = output.map((y, i) => {
      const slope = name === "d" ? y * (1 - y) : 1;
      return (2 / input.length) * (y - target[i]) * slope;
    });
    this[name] = this.#descents[name](this[name], slopes(x, errors));
  }

  /** Of a mixture, 8 positions choose the component and the next 8 say where in it. */
  #data(t: number): number[] {
    const numbers = stream(seed, "data");
    if (this.#arm.data.kind !== "mixture") return [...numbers.normals(batch, t * 8)].map((n) => 2 + 0.5 * n);
    const choices = numbers.uniforms(batch, t * 16);
    return [...numbers.normals(batch, t * 16 + 8)].map((n, i) => (choices[i] < 0.25 ? -1 + 0.5 * n : 2 + 0.1 * n));
  }

  #latents(player: Player, t: number): number[] {
    const numbers = stream(seed, `latent/${this.#arm.schedule.latents === "shared" ? "discriminator" : player}`);
    switch (this.#arm.latent.kind) {
      case "uniform":
        return [...numbers.uniforms(batch, t * 8)].map((u) => -1 + 3 * u);
      case "normal":
        return [...numbers.normals(batch, t * 8)].map((n) => 0.5 + n);
      case "stratified":
        return [...numbers.uniforms(batch, t * 8)].map((u, i) => -1 + 0.5 * i + 0.5 * u);
    }
  }

  #step(name: "d" | "g", gradient: Pair): void {
    const { gradients } = this.#arm;
    this.#sums[name] = plus(this.#sums[name], gradient);
    this[name] = this.#descents[name](this[name], gradients ? this.#sums[name] : gradient);
    if (gradients?.isZeroed !== false) this.#sums[name] = [0, 0];
  }
}

/** The factors of an update's inverted dropout: 8 positions for each batch that a network with dropout is shown. */
class Masks {
  readonly #uniforms: (from: number) => Float32Array;
  #position: number;

  constructor(purpose: string, t: number, passes: readonly GanArm["generator"][]) {
    this.#uniforms = (from) => stream(seed, purpose).uniforms(8, from);
    this.#position = t * 8 * passes.filter(({ inputDropout }) => inputDropout).length;
  }

  next({ inputDropout: rate }: GanArm["generator"]): number[] | undefined {
    if (!rate) return undefined;
    const uniforms = this.#uniforms(this.#position);
    this.#position += 8;
    return [...uniforms].map((u) => (u >= rate ? 1 / (1 - rate) : 0));
  }
}

/** The optimizers as their papers write them. */
function descent(optimizer: Optimizer): (weights: Pair, gradient: Pair) => Pair {
  let [t, m, v] = [0, [0, 0], [0, 0]];
  return (weights, gradient) => {
    const { decay } = optimizer;
    const stepSize = optimizer.stepSize * (decay ? decay.factor ** Math.floor(t / decay.every) : 1);
    t++;
    const step = (i: 0 | 1): number => {
      switch (optimizer.kind) {
        case "sgd":
          return stepSize * gradient[i];
        case "momentum":
          m = m.with(i, optimizer.momentum * m[i] + gradient[i]);
          return stepSize * m[i];
        case "adam": {
          const { beta1, beta2, epsilon, epsilonForm } = optimizer;
          m = m.with(i, beta1 * m[i] + (1 - beta1) * gradient[i]);
          v = v.with(i, beta2 * v[i] + (1 - beta2) * gradient[i] ** 2);
          const [c1, c2] = [1 - beta1 ** t, 1 - beta2 ** t];
          if (epsilonForm === "standard") return (stepSize * (m[i] / c1)) / (Math.sqrt(v[i] / c2) + epsilon);
          return ((stepSize * Math.sqrt(c2)) / c1) * (m[i] / (Math.sqrt(v[i]) + epsilon));
        }
      }
    };
    return [weights[0] - step(0), weights[1] - step(1)];
  };
}

const sigmoid = (logit: number) => 1 / (1 + Math.exp(-logit));
const affine =
  ([slope, offset]: Pair) =>
  (x: number) =>
    slope * x + offset;
const dropped = (values: number[], mask: number[] | undefined) => values.map((value, i) => value * (mask?.[i] ?? 1));
/** The gradient with respect to slope and offset, from that with respect to slope·x + offset. */
const slopes = (x: number[], errors: number[]): Pair => [
  errors.reduce((sum, error, i) => sum + error * x[i], 0),
  errors.reduce((sum, error) => sum + error, 0),
];
const plus = (a: Pair, b: Pair): Pair => [a[0] + b[0], a[1] + b[1]];
export const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
