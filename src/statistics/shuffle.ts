/**
 * Puts values in random order, in place (Fisher and Yates).
 * @param uniforms in [0, 1), as many as there are values
 */
export function shuffle<T>(values: { [index: number]: T; readonly length: number }, uniforms: ArrayLike<number>): void {
  for (let i = values.length - 1; i > 0; i--) {
    const j = Math.floor(uniforms[i] * (i + 1));
    const value = values[i];
    values[i] = values[j];
    values[j] = value;
  }
}
