import type { PackedNetwork } from "../packed-network.ts";
import type { Kernel } from "../pipeline.ts";
import { activations, clamping } from "./activation.ts";
import { lines } from "./numbers.ts";
import { forward, type Names, withOne } from "./passes.ts";

/** Threads of a workgroup, and so rows that it takes through the network at once. */
export const evaluationThreads = 64;

/** Workgroups of a seed, at most: each loads the network once and takes every so manieth chunk of rows. */
export const groupsOfSeed = 4;

/**
 * The kernel that evaluates one player: workgroup (g, s) takes chunks g, g + groups, … of the rows through the network of
 * seed s, without dropout.
 */
export function evaluationKernel(network: PackedNetwork, threads = evaluationThreads): Kernel {
  return {
    code: codeOf(withoutDropout(network), threads),
    entryPoint: "evaluate",
    bindings: ["uniform", "read-only-storage", "read-only-storage", "storage"],
  };
}

/** Bytes of workgroup memory that it takes. */
export const evaluationBytes = ({ vectors, inputSlots }: PackedNetwork, threads = evaluationThreads): number =>
  16 * (vectors + threads * (inputSlots | 1));

const withoutDropout = (network: PackedNetwork): PackedNetwork => ({
  ...network,
  layers: network.layers.map((layer) => ({ ...layer, dropout: 0 })),
});

function codeOf(network: PackedNetwork, threads: number): string {
  const { layout, layers, vectors, inputSlots } = network;
  const { inputs, outputs } = layout;
  const slots = inputSlots | 1;
  const names: Names = { prefix: "g", weightsAt: 0, inputs: "own", gradients: "" };
  const row = withOne(inputs, (i) => `input[first + ${i}u]`);
  return `
struct Parameters {
  rows: u32,
  groups: u32,
  /** Of the player's first row in \`weights\`. */
  firstVector: u32,
  /** Numbers from one seed's input to the next one's: 0 where all share it. */
  seedStride: u32,
  /** The bits of NaN, which WGSL has no word for. */
  nan: u32,
}
@group(0) @binding(0) var<uniform> parameters: Parameters;
@group(0) @binding(1) var<storage, read> weights: array<vec4f>;
@group(0) @binding(2) var<storage, read> input: array<f32>;
@group(0) @binding(3) var<storage, read_write> output: array<f32>;
var<workgroup> W: array<vec4f, ${vectors}>;
var<workgroup> A: array<vec4f, ${threads * slots}>;
var<workgroup> isLost: atomic<u32>;
${activations}
${clamping}

@compute @workgroup_size(${threads})
fn evaluate(@builtin(workgroup_id) workgroup: vec3u, @builtin(local_invocation_index) thread: u32) {
  let seed = workgroup.y;
  let own = thread * ${slots}u;
  for (var i = thread; i < ${vectors}u; i += ${threads}u) {
    W[i] = weights[parameters.firstVector + seed * ${vectors}u + i];
    let exponents = bitcast<vec4u>(W[i]) & vec4u(0x7f800000u);
    if (any(exponents == vec4u(0x7f800000u))) { atomicStore(&isLost, 1u); }
  }
  workgroupBarrier();
  // An activation may take NaN for a number; a network that has it among its weights says nothing else.
  let lost = atomicLoad(&isLost) != 0u;
  for (var at = workgroup.x * ${threads}u + thread; at < parameters.rows; at += parameters.groups * ${threads}u) {
    let first = seed * parameters.seedStride + at * ${inputs}u;
    ${lines(layers[0].vectors, (i) => `let g0_${i} = ${row[i]};`)}
    ${lines(outputs, (i) => `var gActivated${i}: f32; var gOutput${i}: f32;`)}
    ${forward(network, names)}
    let to = (seed * parameters.rows + at) * ${outputs}u;
    ${lines(outputs, (i) => `output[to + ${i}u] = select(gOutput${i}, bitcast<f32>(parameters.nan), lost);`)}
  }
}
`;
}
