import { fileURLToPath } from "node:url";
import { ensembleSizes } from "./arm.ts";
import type { Contender } from "./contender.ts";
import { digitArms } from "./digits.ts";

/** One discriminator update of the 1-D Gaussian GAN on our engines, for each ensemble size. */
export const updateContenders = (): Contender[] =>
  ensembleSizes.flatMap((size) =>
    ["wasm", "reference"].map((engine) =>
      updateContender(engine, ensembleGroup(size), script("engine.ts", engine, String(size))),
    ),
  );

/** One update of both players of the GAN on digits on our engine, for each of its arms. */
export const digitContenders = (): Contender[] =>
  Object.keys(digitArms).map((arm) => updateContender("wasm", arm, script("digits.ts", "wasm", arm)));

/** The group of an ensemble's contenders. */
export const ensembleGroup = (size: number): string => `S = ${size}`;

export const updateContender = (name: string, group: string, command: Contender["command"]): Contender => ({
  name,
  group,
  unit: "ms",
  value: (seconds) => seconds * 1000,
  command,
  folder: suite,
});

/** Batch, inputs and units of the matrix product that is timed: the first layer of a network for MNIST. */
export const product = { batch: 64, inputs: 784, units: 128 } as const;

/** Floating-point operations of one multiplyAdds iteration: 12 chains of 4 lanes, a multiplication and an addition each. */
export const multiplyAddOperations = 12 * 4 * 2;

/** Iterations of multiplyAdds in one repetition. */
export const multiplyAddIterations = 100_000;

/** What the products are compared with: the most that the processor can do this way. */
export const limit = "multiply-add loop";

/** How fast the dense layers' matrix products are, and how fast a loop of multiply-adds can be at all. */
export function speedContenders(): Contender[] {
  const { batch, inputs, units } = product;
  const productOperations = 2 * batch * inputs * units;
  const speed = (name: string, kernel: string, operations: number): Contender => ({
    name,
    group: "kernels",
    unit: "GFLOP/s",
    value: (seconds) => operations / seconds / 1e9,
    command: script("kernel.ts", kernel),
    folder: suite,
  });
  const size = `${batch}×${inputs}×${units}`;
  return [
    speed(limit, "multiplyAdds", multiplyAddIterations * multiplyAddOperations),
    speed(`forward ${size}`, "denseForward", productOperations),
    speed(`input gradient ${size}`, "denseInputGradient", productOperations),
    speed(`weight gradient ${size}`, "denseWeightGradient", productOperations),
  ];
}

/** Where our own programs start, and find their packages. */
export const suite = fileURLToPath(new URL("../..", import.meta.url));

export const script = (file: string, ...parameters: string[]): Contender["command"] => [
  process.execPath,
  "--import",
  "tsx",
  peerFile(file),
  ...parameters,
];

export const peerFile = (file: string): string =>
  fileURLToPath(new URL(`../../scripts/peers/${file}`, import.meta.url));
