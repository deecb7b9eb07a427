import { dotsSource } from "./kernel-dots.ts";

/**
 * Writes the register tiles of the wasm engine's matrix products, src/engine/wasm/assembly/tiles.generated.ts: every
 * number of outputs a tile may have is a function of its own, as AssemblyScript has no arrays of registers.
 *
 * V8 has 16 vector registers on x86-64. A tile of 6 outputs by 16 numbers has 12 sums in registers of 256 bits, or, by 8
 * numbers, in registers of 128 bits; two vectors of the batch and one weight fill the rest. What its compilers ask for
 * (measured on Node 20, 22 and 24; a tile that misses one of these takes twice as long):
 * - neighbouring halves of a vector stand next to each other in loads, multiplications and stores, so that Node 24 packs
 *   them into 256 bits;
 * - sums start either from memory or from constants, but not from the one or the other, or they stay at 128 bits;
 * - the loop over the depth tests before the iteration, a loop around it after it, and one step is an iteration: unrolled
 *   ones spill registers.
 */
export function tilesSource(): string {
  const sizes = Array.from({ length: mostOutputs }, (_, i) => mostOutputs - i);
  const both = [2, 1] as const;
  return [
    "// Made by `npm run build` from scripts/kernel-tiles.ts; do not edit.",
    "//",
    "// Sums run over the depth in its order (dotTile: eight of them, one a lane) and every step is one fused multiply-add, so",
    "// the bits of a result depend neither on the tile that made it nor on the width of the registers.",
    'import { fusedMultiplyAdd } from "./fused-multiply-add";',
    'import { laneSum, laneSums } from "./lanes";',
    "",
    "/** Outputs of the largest tile. */",
    `export const MOST_OUTPUTS: i32 = ${mostOutputs};`,
    "",
    dispatch("forward", forwardParameters, forwardComment),
    dispatch("backward", backwardParameters, backwardComment),
    dispatch("outer", outerParameters, outerComment),
    ...sizes.flatMap((outputs) => both.map((eights) => forwardTile(outputs, eights))),
    ...sizes.flatMap((outputs) => both.map((eights) => backwardTile(outputs, eights))),
    ...sizes.flatMap((outputs) => both.map((eights) => outerTile(outputs, eights))),
    dotsSource(),
    ceilingSource,
    ...both.map(ceiling),
  ].join("\n");
}

/** Outputs of the largest tile. */
const mostOutputs = 6;

/** Eights of numbers a tile is wide: 16 with registers of 256 bits, 8 with registers of 128. */
type Eights = 1 | 2;

const forwardParameters =
  "depth: i32, w: usize, wStride: usize, x: usize, xNext: usize, bias: usize, out: usize, outNext: usize, resume: bool";
const forwardComment = `
 * out[block][r] = bias[r] + the sum over k of w[k][r] * x[block][k], r < outputs, k < depth, for 1 or 2 blocks of 8 samples.
 * @param wStride bytes from w[k] to w[k + 1]
 * @param xNext bytes from the first block of x to the second, as outNext for out
 * @param resume whether the sums go on from what stands in out, rather than from the bias`;

function forwardTile(outputs: number, eights: Eights): string {
  const vectors = 2 * eights;
  return [
    `function forward${outputs}x${eights}(${forwardParameters}): void {`,
    ...each(outputs, (r) => {
      const copies = each(vectors - 1, (v) => `, ${sum(r, v + 1)} = ${sum(r, 0)}`).join("");
      return `  let ${sum(r, 0)} = v128.load_splat<f32>(bias, ${4 * r})${copies};`;
    }),
    "  if (resume) {",
    ...eachSum(outputs, vectors, (r, v) => `    ${sum(r, v)} = v128.load(${place(v)}, ${offset(r, v)});`),
    "  }",
    ...(eights === 2 ? ["  let y = x + xNext;"] : []),
    "  const end = w + <usize>depth * wStride;",
    "  while (w < end) {",
    ...step(outputs, eights, { weightStep: 4, second: eights === 2 ? ["y", 0] : undefined }, "    "),
    "    w += wStride;",
    "    x += 32;",
    ...(eights === 2 ? ["    y += 32;"] : []),
    "  }",
    ...eachSum(outputs, vectors, (r, v) => `  v128.store(${place(v)}, ${sum(r, v)}, ${offset(r, v)});`),
    "}",
    "",
  ].join("\n");
}

const backwardParameters =
  "panels: i32, w: usize, panelBytes: usize, z: usize, zNext: usize, out: usize, outNext: usize";
const backwardComment = `
 * out[block][r] = the sum over k of w[r][k] * z[block][k], r < outputs, for 1 or 2 blocks of 8 samples, k going through
 * whole panels of 16 units: w[r] is a row of 16 in each of them, 64 bytes before w[r + 1].
 * @param panelBytes from one panel to the next
 * @param zNext bytes from the first block of z to the second, as outNext for out`;

function backwardTile(outputs: number, eights: Eights): string {
  const vectors = 2 * eights;
  return [
    `function backward${outputs}x${eights}(${backwardParameters}): void {`,
    ...zeroSums(outputs, vectors),
    "  let x = z;",
    ...(eights === 2 ? ["  let y = z + zNext;"] : []),
    "  const last = w + <usize>panels * panelBytes;",
    "  do {",
    "    const end = w + 64;",
    "    while (w < end) {",
    ...step(outputs, eights, { weightStep: 64, second: eights === 2 ? ["y", 0] : undefined }, "      "),
    "      w += 4;",
    "      x += 32;",
    ...(eights === 2 ? ["      y += 32;"] : []),
    "    }",
    "    w += panelBytes - 64;",
    "  } while (w < last);",
    ...eachSum(outputs, vectors, (r, v) => `  v128.store(${place(v)}, ${sum(r, v)}, ${offset(r, v)});`),
    "}",
    "",
  ].join("\n");
}

const outerParameters = "blocks: i32, w: usize, blockBytes: usize, z: usize, out: usize";
const outerComment = `
 * out[r] = the sum over the samples s of w[r][s] * z[s], r < outputs, for 8 or 16 columns of z: the gradient of a kernel.
 * w lies in blocks of 8 samples, w[r + 1] 32 bytes after w[r]; the rows of z and of out are 64 bytes.
 * @param blockBytes from one block of w to the next`;

function outerTile(outputs: number, eights: Eights): string {
  const vectors = 2 * eights;
  return [
    `function outer${outputs}x${eights}(${outerParameters}): void {`,
    ...zeroSums(outputs, vectors),
    "  let x = z;",
    "  const last = w + <usize>blocks * blockBytes;",
    "  do {",
    "    const end = w + 32;",
    "    while (w < end) {",
    ...step(outputs, eights, { weightStep: 32, second: eights === 2 ? ["x", 32] : undefined }, "      "),
    "      w += 4;",
    "      x += 64;",
    "    }",
    "    w += blockBytes - 32;",
    "  } while (w < last);",
    ...eachSum(outputs, vectors, (r, v) => `  v128.store(out, ${sum(r, v)}, ${64 * r + 16 * v});`),
    "}",
    "",
  ].join("\n");
}

const ceilingSource = `/**
 * The speed limit of a tile: 12 registers that multiply and add without loading anything, 96 floating-point operations an
 * iteration and eight. Goes on from where the last call left off, and returns one of the sums.
 */
export function multiplyAddTile(eights: i32, iterations: i32, factor: f32, summand: f32): f32 {
  if (eights == 2) multiplyAdds2(iterations, factor, summand);
  else multiplyAdds1(iterations, factor, summand);
  return load<f32>(LIMITS);
}

/** The sums. They start from memory, because V8 packs pairs of loads. */
const LIMITS = memory.data(${12 * 2 * 16}, 16);
`;

function ceiling(eights: Eights): string {
  const sums = each(12 * eights, (i) => `a${i}`);
  return [
    `function multiplyAdds${eights}(iterations: i32, factor: f32, summand: f32): void {`,
    "  const m = f32x4.splat(factor), d = f32x4.splat(summand);",
    ...sums.map((name, i) => `  let ${name} = v128.load(LIMITS, ${16 * i});`),
    "  for (let i = 0; i < iterations; i++) {",
    ...sums.map((name) => `    ${name} = fusedMultiplyAdd(${name}, m, d);`),
    "  }",
    ...sums.map((name, i) => `  v128.store(LIMITS, ${name}, ${16 * i});`),
    "}",
    "",
  ].join("\n");
}

/** One step of the depth: `outputs` weights, each times all of the batch's vectors. */
function step(
  outputs: number,
  eights: Eights,
  { weightStep, second }: { weightStep: number; second?: readonly [address: string, offset: number] },
  indent: string,
): string[] {
  return [
    "const x0 = v128.load(x), x1 = v128.load(x, 16);",
    ...(second
      ? [`const x2 = v128.load(${second[0]}, ${second[1]}), x3 = v128.load(${second[0]}, ${second[1] + 16});`]
      : []),
    "let weight: v128;",
    ...each(outputs, (r) => [
      `weight = v128.load_splat<f32>(w, ${weightStep * r});`,
      ...each(2 * eights, (v) => `${sum(r, v)} = fusedMultiplyAdd(weight, x${v}, ${sum(r, v)});`),
    ]).flat(),
  ].map((line) => indent + line);
}

/** The function that calls the tile of the right size. */
function dispatch(name: string, parameters: string, comment: string): string {
  const names = parameters.split(", ").map((parameter) => parameter.split(":")[0]);
  const call = (outputs: number, eights: Eights) => `${name}${outputs}x${eights}(${names.join(", ")})`;
  const cases = (eights: Eights) =>
    each(mostOutputs - 1, (i) => `    if (outputs == ${mostOutputs - i}) ${call(mostOutputs - i, eights)};`)
      .concat(`    ${call(1, eights)};`)
      .join("\n    else ")
      .replaceAll("else     ", "else ");
  return [
    `/**${comment}`,
    " */",
    `export function ${name}Tile(outputs: i32, eights: i32, ${parameters}): void {`,
    "  if (eights == 2) {",
    cases(2),
    "  } else {",
    cases(1),
    "  }",
    "}",
    "",
  ].join("\n");
}

const sum = (r: number, v: number): string => `a${r}${v}`;

/** Where vector v of an output lies: the first block of 8 samples has vectors 0 and 1, the second 2 and 3. */
const place = (v: number): string => (v >= 2 ? "out + outNext" : "out");
const offset = (r: number, v: number): number => 32 * r + 16 * (v % 2);

const each = <T>(n: number, make: (i: number) => T): T[] => Array.from({ length: n }, (_, i) => make(i));

const eachSum = (outputs: number, vectors: number, make: (r: number, v: number) => string): string[] =>
  each(outputs, (r) => each(vectors, (v) => make(r, v))).flat();

const zeroSums = (outputs: number, vectors: number): string[] => [
  "  const zero = f32x4.splat(0);",
  ...each(outputs, (r) => `  let ${each(vectors, (v) => `${sum(r, v)} = zero`).join(", ")};`),
];
