import type { NetworkLayout } from "../layout.ts";

/** Copies parameters of a network from the order of the contract to the kernels' (assembly/panels.ts). Both `[P]`. */
export function toPanels(layout: NetworkLayout, rows: Float32Array, panels: Float32Array): void {
  panels.set(rows);
  for (const { panel, row, width } of panelRows(layout)) panels.set(rows.subarray(row, row + width), panel);
}

/** Copies them back. */
export function fromPanels(layout: NetworkLayout, panels: Float32Array, rows: Float32Array): void {
  rows.set(panels);
  for (const { panel, row, width } of panelRows(layout)) rows.set(panels.subarray(panel, panel + width), row);
}

/** Units of a panel, as in assembly/panels.ts. */
const unitsOfPanel = 16;

/** Where the pieces of each kernel's rows lie in either order; kernels of a single panel lie alike in both. */
function* panelRows({ layers }: NetworkLayout): Generator<{ panel: number; row: number; width: number }> {
  for (const { inputs, units, pieces, kernelAt } of layers) {
    const columns = units * pieces;
    if (columns <= unitsOfPanel) continue;
    for (let first = 0; first < columns; first += unitsOfPanel) {
      const width = Math.min(unitsOfPanel, columns - first);
      for (let input = 0; input < inputs; input++) {
        yield {
          panel: kernelAt + inputs * first + input * width,
          row: kernelAt + input * columns + first,
          width,
        };
      }
    }
  }
}
