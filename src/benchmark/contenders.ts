import { fileURLToPath } from "node:url";
import { ensembleSizes } from "./arm.ts";
import type { Contender } from "./contender.ts";

/** One discriminator update of the 1-D Gaussian GAN, for each ensemble size: on our engines, and on PyTorch if there is one. */
export function updateContenders(python: string | undefined): Contender[] {
  return ensembleSizes.flatMap((size) => {
    const engines = ["wasm", "reference"].map((engine) =>
      updateContender(engine, size, [process.execPath, "--import", "tsx", peer("engine.ts"), engine, String(size)]),
    );
    if (python === undefined) return engines;
    const torch = (name: string, style: string) =>
      updateContender(name, size, [python, peer("torch_gan.py"), String(size), style]);
    return [...engines, torch("pytorch, as the notebook writes it", "notebook"), torch("pytorch, tuned", "tuned")];
  });
}

function updateContender(name: string, size: number, command: Contender["command"]): Contender {
  return { name: `${name}, S = ${size}`, unit: "ms", value: (seconds) => seconds * 1000, command };
}

/** Batch, inputs and units of the matrix product that is timed: the first layer of a network for MNIST. */
export const product = { batch: 64, inputs: 784, units: 128 } as const;

/** Floating-point operations of one multiplyAdds iteration: 12 chains of 4 lanes, a multiplication and an addition each. */
export const multiplyAddOperations = 12 * 4 * 2;

/** Iterations of multiplyAdds in one repetition. */
export const multiplyAddIterations = 100_000;

/** How fast the dense layers' matrix products are, and how fast strict SIMD can be at all. */
export function speedContenders(): Contender[] {
  const { batch, inputs, units } = product;
  const productOperations = 2 * batch * inputs * units;
  const speed = (name: string, kernel: string, operations: number): Contender => ({
    name,
    unit: "GFLOP/s",
    value: (seconds) => operations / seconds / 1e9,
    command: [process.execPath, "--import", "tsx", peer("kernel.ts"), kernel],
  });
  const size = `${batch}×${inputs}×${units}`;
  return [
    speed("multiply-add loop", "multiplyAdds", multiplyAddIterations * multiplyAddOperations),
    speed(`forward ${size}`, "denseForward", productOperations),
    speed(`input gradient ${size}`, "denseInputGradient", productOperations),
    speed(`weight gradient ${size}`, "denseWeightGradient", productOperations),
  ];
}

const peer = (file: string): string => fileURLToPath(new URL(`../../scripts/peers/${file}`, import.meta.url));
