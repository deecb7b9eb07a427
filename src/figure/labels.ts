/**
 * Moves labels apart: each as near to its own place as the others allow, none nearer than `apart` to the next.
 * @param places ascending or not, in pixels
 * @returns new places, in the order given
 */
export function spreadLabels(
  places: readonly number[],
  apart: number,
  [top, bottom]: readonly [number, number],
): number[] {
  const order = places.map((_, i) => i).sort((a, b) => places[a] - places[b] || a - b);
  const spread = order.map((i) => Math.min(bottom, Math.max(top, places[i])));
  for (let i = 1; i < spread.length; i++) spread[i] = Math.max(spread[i], spread[i - 1] + apart);
  // What was pushed out at the bottom pushes back.
  let floor = bottom;
  for (let i = spread.length - 1; i >= 0; i--) {
    spread[i] = Math.min(spread[i], floor);
    floor = spread[i] - apart;
  }
  const result = new Array<number>(places.length);
  order.forEach((original, i) => {
    result[original] = spread[i];
  });
  return result;
}
