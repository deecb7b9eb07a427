/** Peer `plain-digits.ts TYPE ARM`: an update of both players of an arm of src/benchmark/digits.ts in plain JavaScript. */
import { adam, fillNormals, momentum, type Numbers, numbersTypes, PlainNetwork, sigmoid } from "./plain.ts";
import { serve } from "./serve.ts";

const [latentSize, pixels, batch] = [100, 784, 64];
const [typeName, arm] = process.argv.slice(2);
const type = numbersTypes[typeName];
const descend = arm === "momentum" ? momentum(0.1, 0.5) : adam(5e-4, 0.5, true);
const g = new PlainNetwork([latentSize, 128, 128, pixels], batch, "relu", type);
const d = new PlainNetwork([pixels, 128, 128, 1], 2 * batch, "relu", type);
const logitGradient = new type(2 * batch);
const masks = arm === "Adam, dropout" ? [new type(2 * batch * 128), new type(2 * batch * 128)] : undefined;
const images = new type(batch * pixels).map(() => Math.random());

await serve(
  (rounds) => {
    for (let round = 0; round < rounds; round++) {
      d.values[0].set(images);
      fillNormals(g.values[0], batch * latentSize, 0, 1);
      drawMasks(2 * batch);
      updateDiscriminator();
      fillNormals(g.values[0], batch * latentSize, 0, 1);
      drawMasks(batch);
      updateGenerator();
    }
  },
  async (given) => {
    g.weights.set(given.generator.values);
    d.weights.set(given.discriminator.values);
    const part = (name: string, t: number): Float32Array => {
      const { shape, values } = given[name];
      const size = values.length / shape[0];
      return values.subarray(t * size, (t + 1) * size);
    };
    const setMasks = (player: string, t: number): void => {
      for (const [l, mask] of masks?.entries() ?? []) {
        const both = part(`${player} masks`, t);
        mask.set(both.subarray((l * both.length) / 2, ((l + 1) * both.length) / 2));
      }
      d.masks = masks;
    };
    for (let t = 0; t < given.real.shape[0]; t++) {
      d.values[0].set(part("real", t));
      g.values[0].set(part("discriminator latents", t));
      setMasks("discriminator", t);
      updateDiscriminator();
      g.values[0].set(part("generator latents", t));
      setMasks("generator", t);
      updateGenerator();
    }
    return {
      generator: { shape: given.generator.shape, values: Float32Array.from(g.weights) },
      discriminator: { shape: given.discriminator.shape, values: Float32Array.from(d.weights) },
    };
  },
);

function drawMasks(rows: number): void {
  for (const mask of masks ?? []) {
    for (let i = 0; i < rows * 128; i++) mask[i] = Math.random() < 0.5 ? 0 : 2;
  }
  d.masks = masks;
}

/** G(z) of the latents in g's input, into d's input. */
function generate(at: number): void {
  const logits = g.forward(batch);
  for (let i = 0; i < batch * pixels; i++) d.values[0][at + i] = sigmoid(logits[i]);
}

/** Real images lie in the first half of d's input. */
function updateDiscriminator(): void {
  generate(batch * pixels);
  const logits = d.forward(2 * batch);
  for (let i = 0; i < 2 * batch; i++) logitGradient[i] = (sigmoid(logits[i]) - (i < batch ? 1 : 0)) / batch;
  d.backward(logitGradient, 2 * batch, { weights: true, input: false });
  d.descend(descend);
}

function updateGenerator(): void {
  generate(0);
  const logits = d.forward(batch);
  for (let i = 0; i < batch; i++) logitGradient[i] = (sigmoid(logits[i]) - 1) / batch;
  const outputs: Numbers = d.backward(logitGradient, batch, { weights: false, input: true });
  const made = d.values[0];
  for (let i = 0; i < batch * pixels; i++) outputs[i] *= made[i] * (1 - made[i]);
  g.backward(outputs, batch, { weights: true, input: false });
  g.descend(descend);
}
