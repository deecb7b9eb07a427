/**
 * Runs `work` while Math.random throws, so that no number can enter a trial beside its seeded streams. Restores
 * Math.random afterwards, also when `work` fails; may be nested.
 */
export async function withoutMathRandom<T>(work: () => T | Promise<T>): Promise<T> {
  const before = Math.random;
  Math.random = refuse;
  try {
    return await work();
  } finally {
    Math.random = before;
  }
}

function refuse(): never {
  throw new Error("Math.random was called while a trial runs; draw from stream(seed, purpose) instead");
}
