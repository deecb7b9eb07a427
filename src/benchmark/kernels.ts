import { networkLayout } from "../engine/layout.ts";
import { loadKernels } from "../engine/wasm/kernels.ts";
import { WasmWorkspace } from "../engine/wasm/workspace.ts";
import type { Activation, Optimizer } from "../language/arm.ts";
import { adam, dense, momentum } from "../language/describe.ts";
import { stream } from "../random/stream.ts";
import { limit, multiplyAddIterations, multiplyAddOperations } from "./contenders.ts";
import { type Measurement, measurementOf } from "./measurement.ts";

/** Work of one kernel. */
interface Work {
  readonly name: string;
  /** Multiply-adds of a product, numbers of anything else. */
  readonly operations: number;
  readonly run: () => void;
}

/** Batch, inputs and units of the layers whose products are timed: those of the GANs on digits and on numbers. */
const shapes = [
  [64, 784, 128],
  [64, 128, 784],
  [64, 128, 128],
  [64, 10, 20],
] as const;

/**
 * Times the wasm engine's kernels by turns in this thread, each beside a plain multiply-add loop: the time of one
 * multiply-add of a product, of one number of anything else. A product that the compiler does not vectorise takes several
 * times as long as the loop, whatever the machine.
 * @param slice seconds of a turn
 */
export async function timeKernels({ rounds, slice }: { rounds: number; slice: number }): Promise<Measurement[]> {
  const entries = (await allWork()).map((work) => ({
    work,
    repetitions: repetitionsFor(work, slice),
    samples: [] as number[],
  }));
  for (let round = 0; round < rounds; round++) {
    for (const { work, repetitions, samples } of entries) {
      samples.push((secondsOf(work, repetitions) / repetitions / work.operations) * picoseconds);
    }
  }
  return entries.map(({ work, samples }) => measurementOf({ name: work.name, group: "kernels", unit: "ps" }, samples));
}

const picoseconds = 1e12;

async function allWork(): Promise<Work[]> {
  const kernels = await loadKernels();
  return [
    {
      name: limit,
      operations: (multiplyAddIterations * multiplyAddOperations) / 2, // which counts both as operations
      run: () => kernels.multiplyAdds(multiplyAddIterations, 0.999, 0.001),
    },
    ...(await Promise.all(shapes.map(productsOf))).flat(),
    await activationOf("sigmoid"),
    await activationOf("tanh"),
    await drawsOf("normal"),
    await drawsOf("uniform"),
    await stepOf("Adam", adam({ stepSize: 1e-3 })),
    await stepOf("momentum", momentum({ stepSize: 1e-3, momentum: 0.5 })),
  ];
}

/** The three products of a layer: its output, the gradient of its weights, the gradient of its input. */
async function productsOf([batch, inputs, units]: (typeof shapes)[number]): Promise<Work[]> {
  const { network, workspace } = await layerOf(inputs, units, "linear");
  const pass = network.pass({ rows: batch });
  const below = workspace.draws({ kind: "uniform", scale: 1, shift: 0 }, "below", batch, inputs);
  below.fill(0, 0, pass.inputs[0]);
  const to = network.pass({ rows: batch }).inputs[0];
  const shape = `${batch}×${inputs}×${units}`;
  const operations = batch * inputs * units;
  return [
    { name: `forward ${shape}`, operations, run: () => pass.forward(0) },
    { name: `weight gradient ${shape}`, operations, run: () => pass.backwardToWeights(0) },
    { name: `input gradient ${shape}`, operations, run: () => pass.backwardToInput(0, to, false) },
  ];
}

/** A layer of one input: a multiply-add, a bias and an activation for each unit. */
async function activationOf(activation: Activation): Promise<Work> {
  const [batch, units] = [64, 784];
  const { network } = await layerOf(1, units, activation);
  const pass = network.pass({ rows: batch });
  pass.load(0, stream(1, "inputs").uniforms(batch));
  return { name: activation, operations: batch * units, run: () => pass.forward(0) };
}

async function drawsOf(kind: "normal" | "uniform"): Promise<Work> {
  const numbers = 6400;
  const { network, workspace } = await layerOf(1, 1, "linear");
  const { inputs } = network.pass({ rows: numbers });
  const draws = workspace.draws({ kind, scale: 1, shift: 0 }, "draws", numbers, 1);
  let t = 0;
  return { name: `${kind} draws`, operations: numbers, run: () => draws.fill(0, t++, inputs[0]) };
}

async function stepOf(name: string, optimizer: Optimizer): Promise<Work> {
  const [inputs, units] = [784, 128];
  const { network } = await layerOf(inputs, units, "linear", optimizer);
  const step = { stepSize: 1e-3, epsilon: 1e-8, momentum: 0.5 };
  return { name: `${name} step`, operations: (inputs + 1) * units, run: () => network.descend(0, step, "gradient") };
}

async function layerOf(
  inputs: number,
  units: number,
  activation: Activation,
  optimizer: Optimizer = { kind: "sgd", stepSize: 0 },
) {
  const workspace = new WasmWorkspace(await loadKernels(), [1]);
  const layout = networkLayout({ layers: [dense(units, activation)] }, inputs, "network");
  const weights = stream(1, "weights").uniforms(layout.parameters);
  return { workspace, network: workspace.network({ layout, optimizer, initial: [weights], accumulates: false }) };
}

/** Repetitions that fill a slice; finding out has V8 compile the kernel once more, with all it knows. */
function repetitionsFor(work: Work, slice: number): number {
  let repetitions = 1;
  let seconds = secondsOf(work, repetitions);
  while (seconds < slice / 2) {
    repetitions *= 2;
    seconds = secondsOf(work, repetitions);
  }
  return Math.max(1, Math.round((repetitions * slice) / seconds));
}

/** CPU seconds: on a busy machine others have the core for part of a slice. */
function secondsOf({ run }: Work, repetitions: number): number {
  const before = process.cpuUsage();
  for (let i = 0; i < repetitions; i++) run();
  const { user, system } = process.cpuUsage(before);
  return Math.max(user + system, 1) / 1e6; // from microseconds, of which a clock that stood still is one
}
