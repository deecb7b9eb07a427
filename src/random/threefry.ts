import { standardNormalPair } from "./box-muller.ts";

/** Two unsigned 32-bit words. */
export type WordPair = readonly [low: number, high: number];

/**
 * Threefry-2x32 with 20 rounds: a bijection of 64-bit counters for every key (Salmon, Moraes, Dror and Shaw 2011,
 * "Parallel random numbers: as easy as 1, 2, 3", section 3.3; the Random123 library).
 */
export function threefry2x32(key: WordPair, counter: WordPair): WordPair {
  const schedule = [key[0], key[1], key[0] ^ key[1] ^ SKEIN_PARITY];
  let x = (counter[0] + schedule[0]) | 0;
  let y = (counter[1] + schedule[1]) | 0;
  for (let round = 0; round < 20; round++) {
    x = (x + y) | 0;
    y = rotateLeft(y, ROTATIONS[round % 8]) ^ x;
    if (round % 4 === 3) {
      const injection = (round + 1) / 4;
      x = (x + schedule[injection % 3]) | 0;
      y = (y + schedule[(injection + 1) % 3] + injection) | 0;
    }
  }
  return [x >>> 0, y >>> 0];
}

const SKEIN_PARITY = 0x1bd11bda;

/** Bits by which each round rotates; table 2 of the paper's Random123 implementation. */
const ROTATIONS = [13, 15, 26, 6, 17, 29, 16, 24];

const rotateLeft = (word: number, bits: number): number => (word << bits) | (word >>> (32 - bits));

/**
 * Numbers `from … from + n − 1` of the stream with this key, uniform on [0, 1): the high 24 bits of word (i & 1) of
 * block i >> 1, times 2⁻²⁴, exact in float32.
 * @throws {RangeError} if a position is not a non-negative safe integer.
 */
export function uniforms(key: WordPair, n: number, from = 0): Float32Array {
  checkPositions(n, from);
  const numbers = new Float32Array(n);
  for (let i = -(from % 2); i < n; i += 2) {
    const [first, second] = blockOf(key, from + i);
    if (i >= 0) numbers[i] = (first >>> 8) * TWO_TO_MINUS_24;
    if (i + 1 < n) numbers[i + 1] = (second >>> 8) * TWO_TO_MINUS_24;
  }
  return numbers;
}

/**
 * Standard normals in float32 at the given positions: Box and Muller (1958) on the two words of a block, the cosine at its
 * even position and the sine at its odd one.
 * @throws {RangeError} if a position is not a non-negative safe integer.
 */
export function normals(key: WordPair, n: number, from = 0): Float32Array {
  checkPositions(n, from);
  const numbers = new Float32Array(n);
  for (let i = -(from % 2); i < n; i += 2) {
    const [first, second] = blockOf(key, from + i);
    // The radius needs a number in (0, 1], as log 0 has none.
    const radiusUniform = ((first >>> 8) + 1) * TWO_TO_MINUS_24;
    const angleUniform = (second >>> 8) * TWO_TO_MINUS_24;
    const [cosine, sine] = standardNormalPair(radiusUniform, angleUniform);
    if (i >= 0) numbers[i] = cosine;
    if (i + 1 < n) numbers[i + 1] = sine;
  }
  return numbers;
}

const TWO_TO_MINUS_24 = 2 ** -24;
const TWO_TO_32 = 2 ** 32;

/** The block of an even position and the odd one after it. */
function blockOf(key: WordPair, position: number): WordPair {
  const block = Math.floor(position / 2);
  return threefry2x32(key, [block % TWO_TO_32, Math.floor(block / TWO_TO_32)]);
}

function checkPositions(n: number, from: number): void {
  if (!Number.isSafeInteger(n) || n < 0 || !Number.isSafeInteger(from) || from < 0 || !Number.isSafeInteger(from + n)) {
    throw new RangeError(`expected n and from to be non-negative integers below 2^53, got n = ${n} and from = ${from}`);
  }
}
