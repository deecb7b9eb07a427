/** Contender `kernel.ts NAME`: one kernel of the wasm engine, on a matrix product of the size in contenders.ts. */
import { multiplyAddIterations, product } from "../../src/benchmark/contenders.ts";
import { loadKernels } from "../../src/engine/wasm/kernels.ts";
import { prepareKernels } from "../../src/trial/prepare-kernels.ts";
import { serve } from "./serve.ts";

prepareKernels();
const kernels = await loadKernels();
const { batch, inputs, units } = product;
const blocks = batch / 8;
const layer = kernels.alloc(4 * (inputs + 1) * units);
const x = kernels.alloc(4 * batch * inputs);
const y = kernels.alloc(4 * batch * units);
const gradient = kernels.alloc(4 * (inputs + 1) * units);
const scratch = kernels.alloc(64 * Math.max(inputs, batch));
kernels.float32(layer, inputs * units).forEach((_, i, weights) => {
  weights[i] = ((i % 17) - 8) / 100;
});
kernels.float32(x, batch * inputs).fill(0.5);

const work: Record<string, () => void> = {
  multiplyAdds: () => kernels.multiplyAdds(multiplyAddIterations, 0.999, 0.001),
  denseForward: () => kernels.denseForward(blocks, inputs, units, layer, x, y, 0, 0),
  denseInputGradient: () => kernels.denseInputGradient(blocks, inputs, units, layer, y, x, x, 0, 0, scratch),
  denseWeightGradient: () => kernels.denseWeightGradient(blocks, inputs, units, x, y, gradient, scratch),
};
const name = process.argv[2];
if (!(name in work)) throw new RangeError(`expected one of ${Object.keys(work).join(", ")}, got ${name}`);
await serve((repetitions) => {
  for (let i = 0; i < repetitions; i++) work[name]();
});
