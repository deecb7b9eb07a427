import type { MemoryPlan } from "../memory-plan.ts";
import type { Kernel } from "../pipeline.ts";
import { activations, clamping } from "./activation.ts";
import { gradients, startGradients, step } from "./gradient.ts";
import { declarations, firstDropoutKey, fits, isGiven, keysOfSeed, ofGenerator } from "./interface.ts";
import { lossFunction } from "./loss.ts";
import { lines } from "./numbers.ts";
import { random } from "./random.ts";
import { drawnInput, passes, sampling } from "./sample.ts";

/**
 * The kernel that trains: one workgroup a seed, any number of updates of either player in one dispatch. Thread t takes
 * the samples t, t + threads, … of a batch forward and back through both networks, by itself; then every thread sums the
 * gradients of the weights it owns, in the order of the samples, and takes their step. So the bits depend neither on the
 * number of threads, nor on the other workgroups, nor on how updates are shared out over dispatches.
 *
 * All four kinds of update (of either player, in the game or by regression) go through the same code, as the time to
 * compile it grows with its length; which one it is, is the same for all threads.
 */
export function trainingKernel(plan: MemoryPlan): Kernel {
  return { code: codeOf(plan), entryPoint: "train", bindings };
}

/** As the declarations of interface.ts have it. */
const bindings: readonly GPUBufferBindingType[] = [
  "uniform",
  ...Array<GPUBufferBindingType>(3).fill("storage"),
  ...Array<GPUBufferBindingType>(5).fill("read-only-storage"),
];

function codeOf(plan: MemoryPlan): string {
  const { threads, slots, vectors, discriminator, generator } = plan;
  const vectorsOfD = `${discriminator.vectors}u`;
  const vectorsOfG = `${generator.vectors}u`;
  return `${declarations}

/** The rows of both networks of this seed. */
var<workgroup> W: array<vec4f, ${vectors}>;
/** Of every sample of a chunk: inputs of layers, gradients of their sums. */
var<workgroup> A: array<vec4f, ${threads * slots}>;
${random}
${activations}
${clamping}
${lossFunction}
${sampling}

@compute @workgroup_size(${threads})
fn train(@builtin(workgroup_id) workgroup: vec3u, @builtin(local_invocation_index) thread: u32) {
  let seed = parameters.firstSeed + workgroup.x;
  let firstKey = seed * ${keysOfSeed}u;
  // Where this seed's rows stand in \`weights\` and \`moments\`, less where they stand in W.
  let rowsOfD = seed * ${vectorsOfD};
  let rowsOfG = parameters.seeds * ${vectorsOfD} + seed * ${vectorsOfG} - ${vectorsOfD};
  let secondMoments = parameters.seeds * ${vectors}u;
  let own = thread * ${slots}u;
  let firstLoss = seed * ${2 * threads}u + thread;
  var lossOfD = losses[firstLoss];
  var lossOfG = losses[firstLoss + ${threads}u];
  for (var i = thread; i < ${vectors}u; i += ${threads}u) {
    W[i] = weights[i + select(rowsOfG, rowsOfD, i < ${vectorsOfD})];
  }
  workgroupBarrier();

  for (var update = 0u; update < parameters.updates; update++) {
    let operation = operations[update];
    let ofG = (operation.code & ${ofGenerator}u) != 0u;
    let fits = (operation.code & ${fits}u) != 0u;
    let isGiven = (operation.code & ${isGiven}u) != 0u;
    let rows = operation.rows;
    let chunks = (rows + ${threads - 1}u) / ${threads}u;
    let segments = select(2u, 1u, ofG || fits);
${startGradients(plan)}
    for (var chunk = 0u; chunk < segments * chunks; chunk++) {
      let segment = select(0u, 1u, chunk >= chunks);
      let isFake = ofG || segment == 1u;
      let first = (chunk - segment * chunks) * ${threads}u;
      let sampleAt = first + thread;
      if (sampleAt < rows) {
${maskStarts(plan)}
${drawnInput(plan)}
${passes(plan)}
      }
      workgroupBarrier();
      let count = min(rows - first, ${threads}u);
${gradients(plan)}
      workgroupBarrier();
    }
${step(plan)}
    workgroupBarrier();
  }

  var isFinite = true;
  for (var i = thread; i < ${vectors}u; i += ${threads}u) {
    weights[i + select(rowsOfG, rowsOfD, i < ${vectorsOfD})] = W[i];
    // By the bits: a driver may assume that there are no such numbers.
    let exponents = bitcast<vec4u>(W[i]) & vec4u(0x7f800000u);
    isFinite = isFinite && all(exponents != vec4u(0x7f800000u));
  }
  // A seed whose weights are lost has no losses either, though an activation may have taken NaN for a number.
  if (!isFinite) {
    lossOfD.z = 1u;
    lossOfG.z = 1u;
  }
  losses[firstLoss] = lossOfD;
  losses[firstLoss + ${threads}u] = lossOfG;
}
`;
}

/**
 * Where the masks of each layer's dropout start in their stream. Real and fake samples have masks of their own, and where
 * a discriminator is fitted no generator's come first.
 */
function maskStarts({ discriminator, generator }: MemoryPlan): string {
  const dropped = (network: MemoryPlan["generator"]) =>
    network.layers.flatMap(({ dropout }, l) => (dropout > 0 ? [l] : []));
  const [ofG, ofD] = [dropped(generator), dropped(discriminator)];
  if (ofG.length + ofD.length === 0) return "";
  const blocks = (units: number) => `(((rows * ${units}u + 7u) >> 3u) << 2u)`;
  const start = (next: string, name: string) => `let ${name} = mask; mask += ${next};`;
  return `let maskKey = keys[firstKey + ${firstDropoutKey}u + (operation.code & 3u)];
var mask = operation.masks;
${lines(ofG.length, (i) => start(blocks(generator.layers[ofG[i]].units), `gMask${ofG[i]}`))}
if (fits && !ofG) { mask = operation.masks; }
${ofD
  .map((l) => {
    const length = blocks(discriminator.layers[l].units);
    return `let dMask${l} = mask + segment * ${length}; mask += segments * ${length};`;
  })
  .join("\n")}`;
}
