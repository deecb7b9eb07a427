/** np.linspace(low, high, n), ends included, each value rounded to float32 once. @returns `[n]` */
export const grid = (low: number, high: number, n: number): Float32Array =>
  Float32Array.from({ length: n }, (_, i) => low + ((high - low) * i) / (n - 1));
