import type { Dense, GanArm, Network, Optimizer } from "../../language/arm.ts";
import { adam, dense, gan, maxout, mixture, normal, uniformLatent, vary } from "../../language/describe.ts";

const sigmoids = [dense(10, "sigmoid"), dense(20, "sigmoid"), dense(10, "sigmoid"), dense(1, "sigmoid")];
const tensorflowAdam = adam({ stepSize: 1e-3, epsilonForm: "tensorflow" });

/** The 1-D Gaussian GAN of the TensorFlow notebook. */
export const notebook: GanArm = gan({
  data: normal({ mean: 0.3, sd: 0.1 }),
  latent: uniformLatent(),
  generator: { layers: sigmoids },
  discriminator: { layers: sigmoids },
  optimizer: both(tensorflowAdam),
  generatorLoss: "non-saturating",
  schedule: { rounds: 3000, discriminatorSteps: 10, generatorSteps: 1, batch: 64 },
  record: { metrics: [], rounds: [] },
});

const leaky: Dense = { units: 9, activation: "leaky-relu", slope: 0.1, init: { kind: "glorot-uniform" } };
const tanhs: Network = { layers: [dense(10, "tanh"), dense(10, "tanh"), dense(1, "tanh")] };
const bounded: Pick<GanArm, "generator" | "discriminator"> = {
  generator: { ...tanhs, scale: 5 },
  discriminator: { layers: [dense(10, "tanh", { kind: "normal", sd: 1 }), dense(1, "tanh")], clamp: [0.01, 0.99] },
};
const twoDimensional: Partial<GanArm> = {
  data: normal({ mean: 1, sd: 2 }),
  latent: { kind: "normal", dimensions: 3, mean: -1, sd: 0.5 },
  generator: { layers: [dense(7, "tanh"), dense(2, "linear")] },
};
const dropped = [{ ...dense(16, "relu"), dropout: 0.5 }, { ...leaky, dropout: 0.25 }, dense(1, "sigmoid")];

/** What every engine has to train alike: each network, loss and optimizer that an arm can ask for. */
export const testArms: Readonly<Record<string, GanArm>> = {
  "the notebook": notebook,
  "tanh networks": vary(notebook, {
    generator: tanhs,
    discriminator: { layers: [dense(5, "tanh"), dense(1, "sigmoid")] },
  }),
  "relu networks": vary(notebook, {
    generator: { layers: [dense(12, "relu"), dense(1, "linear")] },
    discriminator: { layers: [dense(33, "relu"), dense(18, "relu"), dense(1, "sigmoid")] },
  }),
  "leaky-relu networks": vary(notebook, {
    generator: { layers: [leaky, dense(1, "linear")] },
    discriminator: { layers: [leaky, leaky, dense(1, "sigmoid")] },
  }),
  "scaled and clamped outputs": vary(notebook, { ...bounded, data: normal({ mean: 0, sd: 1 }) }),
  "a discriminator of logits": vary(notebook, {
    discriminator: { layers: [dense(10, "sigmoid"), dense(1, "linear")] },
  }),
  "several dimensions": vary(notebook, twoDimensional),
  "normal initial weights": vary(notebook, {
    generator: {
      layers: [dense(8, "tanh", { kind: "normal-fan-in", gain: 2 }), dense(1, "tanh", { kind: "normal", sd: 0.02 })],
    },
  }),
  "a batch of 37": vary(notebook, { schedule: { batch: 37 } }),
  "a batch of 37 in several dimensions": vary(notebook, { ...twoDimensional, schedule: { batch: 37 } }),
  "a batch of 200": vary(notebook, { schedule: { batch: 200 } }),
  dropout: vary(notebook, {
    generator: { layers: [{ ...dense(8, "tanh"), dropout: 0.1 }, dense(1, "sigmoid")] },
    discriminator: { layers: dropped },
    schedule: { batch: 37 },
  }),
  "maxout networks": vary(notebook, {
    generator: { layers: [maxout(6, 2), dense(1, "linear")] },
    discriminator: { layers: [maxout(7, 5), maxout(5, 3), dense(1, "sigmoid")] },
  }),
  "maxout and dropout, of inputs too": vary(notebook, {
    ...twoDimensional,
    generator: { layers: [dense(7, "tanh"), dense(2, "linear")], inputDropout: 0.1 },
    discriminator: {
      layers: [{ ...maxout(7, 5), dropout: 0.5 }, { ...maxout(6, 2), dropout: 0.25 }, dense(1, "sigmoid")],
      inputDropout: 0.2,
    },
    schedule: { batch: 37 },
  }),
  "uniform initial weights": vary(notebook, {
    generator: { layers: [dense(8, "tanh", { kind: "uniform", limit: 0.05 }), dense(1, "tanh")] },
  }),
  "an affine generator": vary(notebook, {
    data: normal({ mean: 1, sd: 2 }),
    latent: { kind: "normal", dimensions: 2, mean: 0, sd: 1 },
    generator: { layers: [dense(2, "linear", { kind: "normal", sd: 0.02 })] },
    schedule: { batch: 8 },
  }),
  "stratified latents": vary(notebook, {
    latent: { kind: "stratified", dimensions: 1, low: -3, high: 3, jitter: 0.01 },
    schedule: { batch: 37 },
  }),
  "a mixture": vary(
    {
      ...notebook,
      data: mixture([
        { weight: 0.25, mean: -1, sd: 0.5 },
        { weight: 0.75, mean: 2, sd: 0.1 },
      ]),
    },
    { schedule: { batch: 37 } },
  ),
  "shared latents": vary(notebook, { schedule: { latents: "shared", discriminatorSteps: 1 } }),
  "half the discriminator's loss": vary(notebook, {
    discriminatorLossFactor: 0.5,
    optimizer: both({ kind: "sgd", stepSize: 0.1 }),
  }),
  "shifted outputs": vary(notebook, {
    generator: { layers: [dense(10, "tanh"), dense(1, "sigmoid")], scale: 2, shift: -1, clamp: [-0.2, 0.9] },
  }),
  "gradients that are never zeroed": vary(notebook, {
    optimizer: both({ kind: "sgd", stepSize: 0.01 }),
    gradients: { isZeroed: false, hasCrossTalk: false },
  }),
  "gradients that are never zeroed, with cross-talk": vary(notebook, {
    optimizer: both({ kind: "sgd", stepSize: 0.01 }),
    gradients: { isZeroed: false, hasCrossTalk: true },
  }),
  "cross-talk alone": vary(notebook, {
    optimizer: both({ kind: "sgd", stepSize: 0.1 }),
    gradients: { isZeroed: true, hasCrossTalk: true },
  }),
  "the saturating loss": vary(notebook, { generatorLoss: "saturating" }),
  "gradient descent": vary(notebook, { optimizer: both({ kind: "sgd", stepSize: 0.1 }) }),
  momentum: vary(notebook, { optimizer: both({ kind: "momentum", stepSize: 0.01, momentum: 0.6 }) }),
  "Adam's epsilon as in its Algorithm 1": vary(notebook, { optimizer: both(adam({ stepSize: 1e-3, epsilon: 1e-3 })) }),
  "Adam's epsilon as in TensorFlow": vary(notebook, {
    optimizer: both(adam({ stepSize: 1e-3, epsilon: 1e-3, epsilonForm: "tensorflow" })),
  }),
  "a decaying step size": vary(notebook, {
    optimizer: both({ kind: "sgd", stepSize: 0.5, decay: { factor: 0.5, every: 3 } }),
  }),
};

function both(optimizer: Optimizer): GanArm["optimizer"] {
  return { generator: optimizer, discriminator: optimizer };
}
