/**
 * shift + scale·x in place, each operation rounded to float32, as the SIMD kernels do it: so that "normal with this mean
 * and deviation" means the same bits everywhere.
 */
export function affine(numbers: Float32Array, scale: number, shift: number): Float32Array {
  const factor = Math.fround(scale);
  const summand = Math.fround(shift);
  for (let i = 0; i < numbers.length; i++) numbers[i] = summand + Math.fround(factor * numbers[i]);
  return numbers;
}
