/** Networks in plain JavaScript: loops over typed arrays, as fast as they get without a library. Not for training in earnest. */

export type Numbers = Float32Array | Float64Array;
/** What weights, samples and gradients are held in. */
export type NumbersType = Float32ArrayConstructor | Float64ArrayConstructor;

export const numbersTypes: Readonly<Record<string, NumbersType>> = { float32: Float32Array, float64: Float64Array };

/** A step of an optimizer on all weights: `moments` are two arrays of its own, as long as the weights. */
export type Descend = (weights: Numbers, gradient: Numbers, moments: readonly [Numbers, Numbers], t: number) => void;

/**
 * Dense layers with one activation between them and none after the last. Weights are flat, layer after layer: kernel
 * `[inputs, units]` row-major, then bias `[units]`.
 */
export class PlainNetwork {
  readonly weights: Numbers;
  readonly gradient: Numbers;
  /** What comes out of each layer after activation and dropout, `[rows, units]`; the network's input stands first. */
  readonly values: Numbers[];
  /** Factors of dropout after each hidden layer, `[rows, units]`; none where nothing is dropped. */
  masks: readonly Numbers[] | undefined;
  readonly #deltas: Numbers[];
  readonly #moments: readonly [Numbers, Numbers];
  #steps = 0;

  /** @param rows samples at most */
  constructor(
    readonly widths: readonly number[],
    rows: number,
    readonly activation: "sigmoid" | "relu",
    type: NumbersType,
  ) {
    const parameters = widths.slice(1).reduce((sum, units, l) => sum + (widths[l] + 1) * units, 0);
    this.weights = new type(parameters);
    this.gradient = new type(parameters);
    this.#moments = [new type(parameters), new type(parameters)];
    this.values = widths.map((units) => new type(rows * units));
    this.#deltas = widths.map((units) => new type(rows * units));
    this.#initialise();
  }

  /** From `values[0]` to what is returned, the last of `values`: logits. */
  forward(rows: number): Numbers {
    let at = 0;
    for (let l = 1; l < this.widths.length; l++) {
      const [inputs, units] = [this.widths[l - 1], this.widths[l]];
      dense(this.weights, at, this.values[l - 1], this.values[l], rows, inputs, units);
      at += (inputs + 1) * units;
      if (l < this.widths.length - 1) activate(this.activation, this.values[l], rows * units, this.masks?.[l - 1]);
    }
    return this.values[this.widths.length - 1];
  }

  /**
   * From the gradient with respect to the logits, `[rows, outputs]`, to those with respect to the weights (`gradient`), and to
   * the input, which is returned.
   */
  backward(logits: Numbers, rows: number, wants: { weights: boolean; input: boolean }): Numbers {
    const last = this.widths.length - 1;
    let at = this.weights.length;
    let delta = logits;
    for (let l = last; l > 0; l--) {
      const [inputs, units] = [this.widths[l - 1], this.widths[l]];
      at -= (inputs + 1) * units;
      if (wants.weights) weightGradient(this.gradient, at, this.values[l - 1], delta, rows, inputs, units);
      if (l === 1 && !wants.input) break;
      inputGradient(this.weights, at, delta, this.#deltas[l - 1], rows, inputs, units);
      delta = this.#deltas[l - 1];
      if (l > 1) throughActivation(this.activation, this.values[l - 1], delta, rows * inputs, this.masks?.[l - 2]);
    }
    return delta;
  }

  descend(how: Descend): void {
    how(this.weights, this.gradient, this.#moments, ++this.#steps);
  }

  /** Glorot and Bengio 2010, (16). */
  #initialise(): void {
    let at = 0;
    for (let l = 1; l < this.widths.length; l++) {
      const [inputs, units] = [this.widths[l - 1], this.widths[l]];
      const limit = Math.sqrt(6 / (inputs + units));
      for (let i = 0; i < inputs * units; i++) this.weights[at + i] = (2 * Math.random() - 1) * limit;
      at += (inputs + 1) * units;
    }
  }
}

/** Kingma and Ba 2015. @param isStandard whether ε is added after the correction of v */
export const adam =
  (stepSize: number, beta1: number, isStandard: boolean): Descend =>
  (weights, gradient, [first, second], t) => {
    const correction = Math.sqrt(1 - 0.999 ** t);
    const rate = (stepSize * correction) / (1 - beta1 ** t);
    const epsilon = 1e-8 * (isStandard ? correction : 1);
    for (let i = 0; i < weights.length; i++) {
      const g = gradient[i];
      const m = beta1 * first[i] + (1 - beta1) * g;
      const v = 0.999 * second[i] + 0.001 * g * g;
      first[i] = m;
      second[i] = v;
      weights[i] -= (rate * m) / (Math.sqrt(v) + epsilon);
    }
  };

export const momentum =
  (stepSize: number, share: number): Descend =>
  (weights, gradient, [velocity]) => {
    for (let i = 0; i < weights.length; i++) {
      velocity[i] = share * velocity[i] + gradient[i];
      weights[i] -= stepSize * velocity[i];
    }
  };

export const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

/** Standard normals, two at a time (Box and Muller 1958). */
export function fillNormals(values: Numbers, n: number, mean: number, sd: number): void {
  for (let i = 0; i < n; i += 2) {
    const radius = sd * Math.sqrt(-2 * Math.log(1 - Math.random()));
    const angle = 2 * Math.PI * Math.random();
    values[i] = mean + radius * Math.cos(angle);
    if (i + 1 < n) values[i + 1] = mean + radius * Math.sin(angle);
  }
}

/** y = x·W + b, four inputs at a time. */
function dense(w: Numbers, at: number, x: Numbers, y: Numbers, rows: number, inputs: number, units: number): void {
  const bias = at + inputs * units;
  const whole = inputs - (inputs % 4);
  for (let row = 0; row < rows; row++) {
    const from = row * inputs;
    const to = row * units;
    for (let u = 0; u < units; u++) y[to + u] = w[bias + u];
    for (let i = 0; i < whole; i += 4) {
      const x0 = x[from + i];
      const x1 = x[from + i + 1];
      const x2 = x[from + i + 2];
      const x3 = x[from + i + 3];
      const w0 = at + i * units;
      const w1 = w0 + units;
      const w2 = w1 + units;
      const w3 = w2 + units;
      for (let u = 0; u < units; u++) y[to + u] += x0 * w[w0 + u] + x1 * w[w1 + u] + x2 * w[w2 + u] + x3 * w[w3 + u];
    }
    for (let i = whole; i < inputs; i++) {
      const xi = x[from + i];
      const wi = at + i * units;
      for (let u = 0; u < units; u++) y[to + u] += xi * w[wi + u];
    }
  }
}

/** dW = xᵀ·dz and db, four rows at a time: `rows` is a multiple of 4. */
function weightGradient(
  gradient: Numbers,
  at: number,
  x: Numbers,
  dz: Numbers,
  rows: number,
  inputs: number,
  units: number,
): void {
  const bias = at + inputs * units;
  gradient.fill(0, at, bias + units);
  for (let row = 0; row < rows; row += 4) {
    const d0 = row * units;
    const d1 = d0 + units;
    const d2 = d1 + units;
    const d3 = d2 + units;
    for (let u = 0; u < units; u++) gradient[bias + u] += dz[d0 + u] + dz[d1 + u] + dz[d2 + u] + dz[d3 + u];
    for (let i = 0; i < inputs; i++) {
      const r = row * inputs + i;
      const x0 = x[r];
      const x1 = x[r + inputs];
      const x2 = x[r + 2 * inputs];
      const x3 = x[r + 3 * inputs];
      const g = at + i * units;
      for (let u = 0; u < units; u++) {
        gradient[g + u] += x0 * dz[d0 + u] + x1 * dz[d1 + u] + x2 * dz[d2 + u] + x3 * dz[d3 + u];
      }
    }
  }
}

/** dx = dz·Wᵀ, four rows at a time: `rows` is a multiple of 4. */
function inputGradient(
  w: Numbers,
  at: number,
  dz: Numbers,
  dx: Numbers,
  rows: number,
  inputs: number,
  units: number,
): void {
  for (let row = 0; row < rows; row += 4) {
    const d0 = row * units;
    const d1 = d0 + units;
    const d2 = d1 + units;
    const d3 = d2 + units;
    for (let i = 0; i < inputs; i++) {
      const wi = at + i * units;
      let s0 = 0;
      let s1 = 0;
      let s2 = 0;
      let s3 = 0;
      for (let u = 0; u < units; u++) {
        const weight = w[wi + u];
        s0 += dz[d0 + u] * weight;
        s1 += dz[d1 + u] * weight;
        s2 += dz[d2 + u] * weight;
        s3 += dz[d3 + u] * weight;
      }
      const to = row * inputs + i;
      dx[to] = s0;
      dx[to + inputs] = s1;
      dx[to + 2 * inputs] = s2;
      dx[to + 3 * inputs] = s3;
    }
  }
}

function activate(activation: "sigmoid" | "relu", y: Numbers, n: number, mask: Numbers | undefined): void {
  if (activation === "sigmoid") for (let i = 0; i < n; i++) y[i] = sigmoid(y[i]);
  else for (let i = 0; i < n; i++) y[i] = y[i] > 0 ? y[i] : 0;
  if (mask) for (let i = 0; i < n; i++) y[i] *= mask[i];
}

/** In place. What dropout kept of a rectified unit is positive exactly where the unit is. */
function throughActivation(
  activation: "sigmoid" | "relu",
  y: Numbers,
  delta: Numbers,
  n: number,
  mask: Numbers | undefined,
): void {
  if (activation === "sigmoid") for (let i = 0; i < n; i++) delta[i] *= y[i] * (1 - y[i]);
  else for (let i = 0; i < n; i++) if (!(y[i] > 0)) delta[i] = 0;
  if (mask) for (let i = 0; i < n; i++) delta[i] *= mask[i];
}
