/** A float32 constant. */
export const float = (x: number): string => `${Math.fround(x)}f`;

export const range = (n: number): number[] => Array.from({ length: n }, (_, i) => i);

export const lines = (n: number, line: (i: number) => string): string => range(n).map(line).join("\n");

/** A sum of terms, 0u without any. */
export const sum = (terms: readonly string[]): string => (terms.length === 0 ? "0u" : terms.join(" + "));
