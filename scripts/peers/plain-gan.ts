/** Peer `plain-gan.ts TYPE SIZE`: a discriminator update of SIZE seeds, one after the other, in plain JavaScript. */
import { adam, fillNormals, numbersTypes, PlainNetwork, sigmoid } from "./plain.ts";
import { serve } from "./serve.ts";

const widths = [1, 10, 20, 10, 1];
const batch = 64;
const [typeName, size] = process.argv.slice(2);
const type = numbersTypes[typeName];
const descend = adam(1e-3, 0.9, false);
const logitGradient = new type(2 * batch);
const seeds = Array.from({ length: Number(size) }, () => ({
  g: new PlainNetwork(widths, batch, "sigmoid", type),
  d: new PlainNetwork(widths, 2 * batch, "sigmoid", type),
}));

await serve(
  (updates) => {
    for (let update = 0; update < updates; update++) {
      for (const { g, d } of seeds) {
        fillNormals(d.values[0], batch, 0.3, 0.1);
        for (let i = 0; i < batch; i++) g.values[0][i] = Math.random();
        updateDiscriminator(g, d);
      }
    }
  },
  async ({ generator, discriminator, real, "discriminator latents": latents }) => {
    const parameters = generator.values.length / seeds.length;
    const made = new Float32Array(discriminator.values.length);
    for (const [s, { g, d }] of seeds.entries()) {
      g.weights.set(generator.values.subarray(s * parameters, (s + 1) * parameters));
      d.weights.set(discriminator.values.subarray(s * parameters, (s + 1) * parameters));
      for (let t = 0; t < real.shape[0]; t++) {
        const from = (t * seeds.length + s) * batch;
        d.values[0].set(real.values.subarray(from, from + batch));
        g.values[0].set(latents.values.subarray(from, from + batch));
        updateDiscriminator(g, d);
      }
      made.set(d.weights, s * parameters);
    }
    return { discriminator: { shape: discriminator.shape, values: made } };
  },
);

/** Real samples lie in the first half of d's input, latents in g's. */
function updateDiscriminator(g: PlainNetwork, d: PlainNetwork): void {
  const fake = g.forward(batch);
  for (let i = 0; i < batch; i++) d.values[0][batch + i] = sigmoid(fake[i]);
  const logits = d.forward(2 * batch);
  for (let i = 0; i < 2 * batch; i++) logitGradient[i] = (sigmoid(logits[i]) - (i < batch ? 1 : 0)) / batch;
  d.backward(logitGradient, 2 * batch, { weights: true, input: false });
  d.descend(descend);
}
