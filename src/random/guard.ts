/** Trials that are training in this thread, and the Math.random of before the first of them began. */
let users = 0;
let original = Math.random;

/**
 * Runs `work` while Math.random throws, so that no number can enter a trial other than from its seeded streams.
 * Math.random works again when the last of several calls, nested or overlapping, has ended, also when one fails.
 */
export async function withoutMathRandom<T>(work: () => T | Promise<T>): Promise<T> {
  if (users++ === 0) {
    original = Math.random;
    Math.random = refuse;
  }
  try {
    return await work();
  } finally {
    if (--users === 0) Math.random = original;
  }
}

function refuse(): never {
  throw new Error("Math.random was called while a trial runs; draw from stream(seed, purpose) instead");
}
