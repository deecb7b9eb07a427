import { activate, activationGradient } from "./activation";
import { transpose } from "./blocks";
import { floats, rows } from "./layout";
import { nextTile, PANEL, panelWidth, tileEights } from "./panels";
import { backwardTile, forwardTile } from "./tiles.generated";

/**
 * Y = activation(Wᵀ X + b) over `blocks` blocks of 8 samples.
 * @param layer kernel in panels of [inputs][16 units], then bias [units]
 */
export function denseForward(
  blocks: i32, inputs: i32, units: i32, layer: usize, x: usize, y: usize, activation: i32, slope: f32,
): void {
  const bias = layer + floats(inputs * units);
  for (let block = 0, together = 1; block < blocks; block += together) {
    together = min(tileEights, blocks - block);
    const from = x + rows(block * inputs);
    for (let unit = 0; unit < units; unit += PANEL) {
      const width = panelWidth(unit, units);
      const panel = layer + floats(inputs * unit);
      const to = y + rows(block * units + unit);
      panelForward(together, inputs, width, panel, from, rows(inputs), bias + floats(unit), to, rows(units), false);
      // Now, while they are in the first-level cache.
      activate(width * 8, to, activation, slope);
      if (together == 2) activate(width * 8, to + rows(units), activation, slope);
    }
  }
}

/** Biases of a tile without any. */
const ZEROS = memory.data(32, 16);

/** One panel [depth][width] times 1 or 2 blocks. @param bias 0 (no address) for none */
@inline
function panelForward(
  blocks: i32, depth: i32, width: i32, panel: usize, x: usize, xNext: usize, bias: usize, out: usize, outNext: usize,
  resume: bool,
): void {
  for (let done = 0, outputs = 0; done < width; done += outputs) {
    outputs = nextTile(width - done);
    const at = floats(done);
    const from = bias ? bias + at : ZEROS;
    forwardTile(outputs, blocks, depth, panel + at, floats(width), x, xNext, from, out + rows(done), outNext, resume);
  }
}

/**
 * dX = (W dZ) * activation'(X): the gradient with respect to what went into the activation before this layer.
 * @param x the layer's input, which is that activation's output
 * @param scratch 64 * inputs bytes
 */
export function denseInputGradient(
  blocks: i32, inputs: i32, units: i32, layer: usize, dz: usize, dx: usize, x: usize, activation: i32, slope: f32,
  scratch: usize,
): void {
  const panels = units / PANEL;
  const left = units % PANEL;
  const whole = units - left;
  // The last, narrow panel is turned round, so that it is a panel of `inputs` outputs.
  if (left) transpose(inputs, left, layer + floats(inputs * whole), scratch);
  for (let block = 0, together = 1; block < blocks; block += together) {
    together = min(tileEights, blocks - block);
    const from = dz + rows(block * units);
    const to = dx + rows(block * inputs);
    if (panels) panelsBackward(together, panels, inputs, layer, from, rows(units), to);
    if (left) {
      const rest = from + rows(whole);
      panelForward(together, left, inputs, scratch, rest, rows(units), 0, to, rows(inputs), panels > 0);
    }
  }
  activationGradient(blocks * inputs * 8, x, activation, slope, dx);
}

/** Whole panels times 1 or 2 blocks of dZ. */
@inline
function panelsBackward(blocks: i32, panels: i32, inputs: i32, layer: usize, z: usize, zNext: usize, out: usize): void {
  for (let done = 0, outputs = 0; done < inputs; done += outputs) {
    outputs = nextTile(inputs - done);
    const panelBytes = floats(inputs * PANEL);
    backwardTile(outputs, blocks, panels, layer + floats(done * PANEL), panelBytes, z, zNext, out + rows(done), rows(inputs));
  }
}
