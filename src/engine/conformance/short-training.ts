// Trains a few networks for a moment and prints, as JSON, on which path of the kernels, on which path a worker of the pool
// would, and the weights' digest: of the 1-D GAN, of the GANs on digits, and of each network, loss and optimizer that engines are
// tested with.
import { createHash } from "node:crypto";
import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { benchmarkArm } from "../../benchmark/arm.ts";
import { digitArms } from "../../benchmark/digits.ts";
import { imagePixels } from "../../data/images.ts";
import type { GanArm } from "../../language/arm.ts";
import { stream } from "../../random/stream.ts";
import { prepareKernels } from "../../trial/prepare-kernels.ts";
import { wasmEngine } from "../wasm/index.ts";
import { kernelChoice } from "../wasm/kernel-path.ts";
import { testArms } from "./arms.ts";

prepareKernels();
const hash = createHash("sha256");
await train(benchmarkArm, [1, 2, 3], 10);
for (const arm of Object.values(testArms)) await train(arm, [1, 2], 2);
for (const arm of Object.values(digitArms)) {
  await train(arm, [1], 2, stream(1, "data").uniforms(arm.schedule.batch * imagePixels));
}
console.log(JSON.stringify({ path: kernelChoice().path, inWorker: await pathInWorker(), digest: hash.digest("hex") }));

async function train(arm: GanArm, seeds: readonly number[], rounds: number, real?: Float32Array): Promise<void> {
  const adversary = await wasmEngine.create(arm, seeds);
  for (let round = 0; round < rounds; round++) {
    adversary.updateDiscriminator(real);
    adversary.updateGenerator();
  }
  for (const player of ["generator", "discriminator"] as const) {
    const weights = await adversary.weights(player);
    hash.update(new Uint8Array(weights.buffer, weights.byteOffset, weights.byteLength));
  }
  adversary.dispose();
}

/** The path in a thread that starts as the pool's do. */
async function pathInWorker(): Promise<unknown> {
  const [entry, kernelPath] = ["../../trial/worker-entry.mjs", "../wasm/kernel-path.ts"].map((file) =>
    JSON.stringify(new URL(file, import.meta.url)),
  );
  const code = `
    import(${entry})
      .then(() => import(${kernelPath}))
      .then(({ kernelChoice }) => require("node:worker_threads").parentPort.postMessage(kernelChoice().path));`;
  const worker = new Worker(code, { eval: true });
  const [path] = await once(worker, "message");
  await worker.terminate();
  return path;
}
