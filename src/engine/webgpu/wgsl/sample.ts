import type { MemoryPlan } from "../memory-plan.ts";
import { throughOutput } from "./activation.ts";
import { sourceKinds } from "./interface.ts";
import { lossGradient, lossSums } from "./loss.ts";
import { lines, range } from "./numbers.ts";
import { backward, backwardToInput, forward, type Names, withOne } from "./passes.ts";

/** Functions that make a number of a sample, or of a dropout mask. */
export const sampling = `
/** Number \`index\` of a draw of \`length\` blocks that starts at block \`start\`; see src/random/draws.ts. */
fn drawn(source: Source, key: vec2u, start: u32, length: u32, index: u32) -> f32 {
  let isOdd = (index & 1u) == 1u;
  var block = start + (index >> 1u);
  var scale = source.scale;
  var shift = source.shift;
  if (source.kind == ${sourceKinds.mixture}u) {
    let choice = uniformOf(threefry(key, block), isOdd);
    var component = source.table;
    while (choice >= tables[component]) { component += 3u; }
    shift = tables[component + 1u];
    scale = tables[component + 2u];
    block += length;
  }
  let words = threefry(key, block);
  if (source.kind == ${sourceKinds.normal}u || source.kind == ${sourceKinds.mixture}u) {
    return shift + scale * normalOf(words, isOdd);
  }
  let number = shift + scale * uniformOf(words, isOdd);
  if (source.kind == ${sourceKinds.grid}u) { return number + tables[source.table + index]; }
  return number;
}

/** A factor of inverted dropout; masks have no structure, so \`index\` counts samples and units alike. */
fn keptFactor(key: vec2u, start: u32, index: u32, rate: f32, survivor: f32) -> f32 {
  return select(0.0f, survivor, uniformOf(threefry(key, start + (index >> 1u)), (index & 1u) == 1u) >= rate);
}`;

/**
 * Writes what goes into the first network, drawn or given, to a sample's first slots: both networks keep their input
 * there. A mixture's choices and normals are two draws, so its draws start twice as far apart.
 */
export function drawnInput({ discriminator, generator }: MemoryPlan): string {
  const { inputs } = discriminator.layout;
  const dimensions = generator.layout.inputs;
  const vectors = Math.max(discriminator.layers[0].vectors, generator.layers[0].vectors);
  return `let width = select(${inputs}u, ${dimensions}u, isFake);
${lines(vectors, (i) => `A[own + ${i}u] = vec4f(0.0f);`)}
A[own + (width >> 2u)][width & 3u] = 1.0f;
let comesFromHost = fits || (isGiven && !isFake);
let source = parameters.sources[select(0u, 1u, isFake)];
let key = keys[firstKey + select(0u, select(1u, 2u, ofG), isFake)];
let start = select(operation.data, operation.latents, isFake);
let length = ((rows * width + 7u) >> 3u) << 2u;
for (var feature = 0u; feature < width; feature++) {
  let index = sampleAt * width + feature;
  var number: f32;
  if (comesFromHost) { number = given[operation.input + seed * rows * width + index]; }
  else { number = drawn(source, key, start, length, index); }
  A[own + (feature >> 2u)][feature & 3u] = number;
}`;
}

/** Forward and back through the networks that the update needs, for one sample. */
export function passes(plan: MemoryPlan): string {
  const { discriminator, generator, gradientsAt } = plan;
  const firstOfD = discriminator.layers[0];
  const firstOfG = generator.layers[0];
  const { outputs } = generator.layout;
  const g: Names = {
    prefix: "g",
    weightsAt: discriminator.vectors,
    inputs: "own",
    gradients: `own + ${gradientsAt}u`,
  };
  // Where the generator learns its layers' inputs stay, and the discriminator's take the places of its own gradients.
  const d: Names = { prefix: "d", weightsAt: 0, inputs: "inputsOfD", gradients: g.gradients };
  const takesFakes = withOne(outputs, (i) => `gOutput${i}`);
  return `let inputsOfD = own + select(0u, ${gradientsAt - firstOfD.vectors}u, ofG);
${lines(firstOfD.vectors, (i) => `var d0_${i} = A[own + ${i}u];`)}
${lines(outputs, (i) => `var gActivated${i}: f32; var gOutput${i}: f32; var gGradient${i}: f32;`)}
if (isFake) {
${lines(firstOfG.vectors, (i) => `let g0_${i} = A[own + ${i}u];`)}
${forward(generator, g)}
${takesFakes.map((vector, i) => `d0_${i} = ${vector};`).join("\n")}
}
if (!(ofG && fits)) {
if (!ofG) { ${lines(firstOfD.vectors, (i) => `A[own + ${i}u] = d0_${i};`)} }
var dActivated0: f32; var dOutput0: f32;
${forward(discriminator, d)}
let label = select(select(1.0f, 0.0f, isFake), parameters.generatorLabel, ofG);
var dGradient0: f32;
if (fits) {
  let error = operation.weight * (dOutput0 - given[operation.answer + seed * rows + sampleAt]);
  dGradient0 = ${throughOutput(discriminator.layout, "error", "dActivated0")};
} else {
  ${lossGradient(discriminator.layout)}
}
${lossSums}
${backward(discriminator, d, "!ofG")}
if (ofG) {
${lines(firstOfD.vectors, (i) => `var dInput_${i}: vec4f;`)}
${backwardToInput(discriminator, d)}
${lines(outputs, (i) => `gGradient${i} = dInput_${i >> 2}[${i & 3}];`)}
}
}
if (ofG) {
if (fits) {
${lines(outputs, (i) => `gGradient${i} = operation.weight * (gOutput${i} - given[operation.answer + (seed * rows + sampleAt) * ${outputs}u + ${i}u]);`)}
}
${range(outputs)
  .map((i) => `gGradient${i} = ${throughOutput(generator.layout, `gGradient${i}`, `gActivated${i}`)};`)
  .join("\n")}
${backward(generator, g, true)}
}`;
}
