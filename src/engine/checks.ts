/**
 * Checks a word that an engine looks up, because a miss would train something else in silence.
 * @param what is expected, with its article: "an activation"
 * @throws {RangeError} if the word is none of those
 */
export function expectWord<Word extends string>(what: string, word: string, words: readonly Word[]): Word {
  if ((words as readonly string[]).includes(word)) return word as Word;
  throw new RangeError(`expected ${what} (${words.join(", ")}), got ${JSON.stringify(word)}`);
}

/**
 * Checks the length of an array of all seeds.
 * @param what the numbers are: "weights", "numbers of real samples"
 * @param shape the number of seeds, then what belongs to each
 * @throws {RangeError} if the array has not as many numbers as its shape says
 */
export function expectNumbers(numbers: ArrayLike<number>, what: string, [seeds, ...each]: readonly number[]): void {
  const expected = each.reduce((product, size) => product * size, seeds);
  if (numbers.length === expected) return;
  const shape = [ofSeeds(seeds), ...each].join(" × ");
  throw new RangeError(`expected ${expected} ${what} (${shape}), got ${numbers.length}`);
}

/**
 * Rows of an array of samples that is either `[n, features]`, the same for all seeds, or `[S, n, features]`. The length
 * alone cannot tell the two apart, so without `n` it is the former.
 * @throws {RangeError} if the length is neither
 */
export function rowsOf(samples: ArrayLike<number>, features: number, seeds: number, n?: number): number {
  const rows = n ?? samples.length / features;
  const isShared = samples.length === rows * features;
  const isPerSeed = samples.length === seeds * rows * features;
  if (Number.isSafeInteger(rows) && (isShared || isPerSeed)) return rows;
  const lengths = n === undefined ? [] : [...new Set([n * features, seeds * n * features])];
  const wanted = lengths.join(" or ") || `a multiple of ${features}`;
  throw new RangeError(`expected ${wanted} numbers for samples of ${features} features, got ${samples.length}`);
}

/**
 * Rows a seed of a batch that a network is fitted to.
 * @param input `[S, rows, inputs]`
 * @param target `[S, rows, outputs]`
 * @throws {RangeError} if their lengths are not those of the same number of rows, at least 1
 */
export function rowsOfFit(
  { inputs, outputs }: { readonly inputs: number; readonly outputs: number },
  seeds: number,
  input: ArrayLike<number>,
  target: ArrayLike<number>,
): number {
  const rows = input.length / (seeds * inputs);
  if (!Number.isSafeInteger(rows) || rows < 1) {
    throw new RangeError(`expected a multiple of ${ofSeeds(seeds)} × ${inputs} numbers of input, got ${input.length}`);
  }
  expectNumbers(target, "numbers of target", [seeds, rows, outputs]);
  return rows;
}

/**
 * What an object holds until it is disposed of.
 * @param held undefined once disposed of
 * @param what it is, for the message
 * @throws {Error} if it was disposed of
 */
export function live<Held>(held: Held | undefined, what = "adversary"): Held {
  if (held === undefined) throw new Error(`expected a live ${what}, got one that was disposed; create another`);
  return held;
}

const ofSeeds = (seeds: number): string => (seeds === 1 ? "1 seed" : `${seeds} seeds`);
