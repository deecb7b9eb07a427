/** Bits of an operation's `code`. */
export const ofGenerator = 1;
export const fits = 2;
export const isGiven = 4;

/** Numbers of an operation, 32 bits each, in the order of the struct `Operation`. */
export const operationWords = 12;

/** How a source of random numbers becomes samples. */
export const sourceKinds = { uniform: 0, normal: 1, mixture: 2, grid: 3 } as const;

/** The keys of a seed's streams, in their order. The dropout streams' follow the low two bits of `code`. */
export const keysOfSeed = 7;
export const firstDropoutKey = 3;

/** Numbers of the uniform buffer `Parameters`, 32 bits each. */
export const parameterWords = 24;

/** Words that a thread keeps of one player's losses: a sum of 64 bits in units of 2⁻²⁴, and whether it is lost. */
export const lossWords = 4;
export const lossUnit = 2 ** -24;

/** What the kernel is told: see src/engine/webgpu/operations.ts and buffers.ts. */
export const declarations = `
/** One update. Positions are blocks of two numbers in a stream, and places are indices in \`given\`. */
struct Operation {
  code: u32,
  rows: u32,
  /** Multiplies the gradient of every sample's loss. */
  weight: f32,
  stepSize: f32,
  epsilon: f32,
  /** v <- momentum v + g, where the optimizer is not Adam. */
  momentum: f32,
  data: u32,
  latents: u32,
  masks: u32,
  input: u32,
  answer: u32,
  padding: u32,
}

/** shift + scale x. A mixture's table has three numbers a component: see componentTable; a grid is added to the samples. */
struct Source { kind: u32, table: u32, scale: f32, shift: f32 }

struct Parameters {
  updates: u32,
  firstSeed: u32,
  seeds: u32,
  hasLosses: u32,
  /** Of the data, and of the latents. */
  sources: array<Source, 2>,
  /** beta1, 1 - beta1, beta2 and 1 - beta2 of the discriminator's Adam and of the generator's; 0 without Adam. */
  betas: array<vec4f, 2>,
  /** 1 or 0: whether the generator wants its samples taken for real. */
  generatorLabel: f32,
  padding0: u32, padding1: u32, padding2: u32,
}

@group(0) @binding(0) var<uniform> parameters: Parameters;
/** The discriminators' rows, then the generators'. */
@group(0) @binding(1) var<storage, read_write> weights: array<vec4f>;
/** Likewise the first moments, then the second ones. */
@group(0) @binding(2) var<storage, read_write> moments: array<vec4f>;
@group(0) @binding(3) var<storage, read_write> losses: array<vec4u>;
@group(0) @binding(4) var<storage, read> operations: array<Operation>;
@group(0) @binding(5) var<storage, read> tiles: array<vec4u>;
@group(0) @binding(6) var<storage, read> keys: array<vec2u>;
@group(0) @binding(7) var<storage, read> tables: array<f32>;
/** Batches that the host made. */
@group(0) @binding(8) var<storage, read> given: array<f32>;`;
