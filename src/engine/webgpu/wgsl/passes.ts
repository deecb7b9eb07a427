import type { PackedLayer, PackedNetwork } from "../packed-network.ts";
import { activated, bounded, derivative } from "./activation.ts";
import { float, lines, range } from "./numbers.ts";

/** A network's names in the kernel. */
export interface Names {
  /** Its variables begin with it: `g` or `d`. */
  readonly prefix: "g" | "d";
  /** First vector of its rows in `W`. */
  readonly weightsAt: number;
  /** Expressions of the index in `A` of a sample's first slot of inputs, and of its first slot of gradients. */
  readonly inputs: string;
  readonly gradients: string;
}

/** Vectors that hold n numbers, then a 1, then zeros. */
export const withOne = (n: number, number: (i: number) => string): string[] =>
  range(Math.floor(n / 4) + 1).map((vector) => {
    const component = (i: number) => (i < n ? number(i) : i === n ? "1.0f" : "0.0f");
    return `vec4f(${range(4).map((c) => component(4 * vector + c))})`;
  });

/**
 * f(input) of one sample: its own thread's work, without barriers. Wants the input in the variables `${prefix}0_…`,
 * leaves what goes into each hidden layer in `A`, the last activations in `${prefix}Activated…` and the outputs in
 * `${prefix}Output…`, all declared.
 */
export function forward({ layout, layers }: PackedNetwork, names: Names): string {
  const { prefix } = names;
  return layers
    .map((layer, l) => {
      const isLast = l === layers.length - 1;
      const load = l === 0 ? "" : lines(layer.vectors, (i) => `let ${input(names, l, i)} = ${slot(names, layer, i)};`);
      if (!isLast) return `${load}\n${hiddenUnits(layer, layers[l + 1], l, names)}`;
      const units = lines(layer.units, (unit) => {
        const row = `${names.weightsAt + layer.rowsAt + unit * layer.vectors}u`;
        const y = activated(layer.activation, layer.slope, "sum");
        return `{ ${dot(layer, l, row, names)} ${prefix}Activated${unit} = ${y}; }
${prefix}Output${unit} = ${bounded(layout, `${prefix}Activated${unit}`)};`;
      });
      return `${load}\n${units}`;
    })
    .join("\n");
}

function hiddenUnits(layer: PackedLayer, next: PackedLayer, l: number, names: Names): string {
  const { units } = layer;
  const [lastVector] = withOne(units % 4, () => "0.0f");
  const kept = layer.dropout > 0 ? ` * ${keptFactor(layer, l, names, "unit")}` : "";
  return `${slot(names, next, next.vectors - 1)} = ${lastVector};
for (var unit = 0u; unit < ${units}u; unit++) {
  let row = ${names.weightsAt + layer.rowsAt}u + unit * ${layer.vectors}u;
  ${dot(layer, l, "row", names)}
  A[${names.inputs} + ${next.inputAt}u + (unit >> 2u)][unit & 3u] = ${activated(layer.activation, layer.slope, "sum")}${kept};
}`;
}

/** `sum`, the product of a unit's row and the input. */
function dot(layer: PackedLayer, l: number, row: string, names: Names): string {
  const products = range(layer.vectors).map((i) => {
    const product = `W[${row} + ${i}u] * ${input(names, l, i)}`;
    return i === 0 ? `var sums = ${product};` : `sums = ${product} + sums;`;
  });
  return `${products.join(" ")} let sum = (sums.x + sums.y) + (sums.z + sums.w);`;
}

const input = ({ prefix }: Names, l: number, i: number): string => `${prefix}${l}_${i}`;

const slot = ({ inputs }: Names, { inputAt }: PackedLayer, i: number): string => `A[${inputs} + ${inputAt + i}u]`;

/** 0 where the unit is dropped, else 1/(1 − p). */
const keptFactor = ({ units, dropout }: PackedLayer, l: number, { prefix }: Names, unit: string): string =>
  `keptFactor(maskKey, ${prefix}Mask${l}, sampleAt * ${units}u + ${unit}, ${float(dropout)}, ${float(1 / (1 - dropout))})`;

/**
 * The way back of one sample. Wants the gradient of what went into the last activations in `${prefix}Gradient…` and
 * leaves that of every layer's sums in `A`.
 * @param keepsLast whether the last layer's are left there, too
 */
export function backward({ layers }: PackedNetwork, names: Names, keepsLast: string | boolean): string {
  const { prefix } = names;
  const last = layers[layers.length - 1];
  const gradient = (unit: number) => (unit < last.units ? `${prefix}Gradient${unit}` : "0.0f");
  const store = lines(
    Math.ceil(last.units / 4),
    (i) => `${gradientSlot(names, last, i)} = vec4f(${range(4).map((c) => gradient(4 * i + c))});`,
  );
  const kept = typeof keepsLast === "string" ? `if (${keepsLast}) { ${store} }` : store;
  const hidden = range(layers.length - 1).map((i) => layers.length - 1 - i);
  return `${keepsLast === false ? "" : kept}
${hidden.map((l) => `{ ${inputGradient(layers, l, names)}\n${throughActivation(layers[l - 1], layers[l], l, names)} }`).join("\n")}`;
}

/** The gradient of the network's input, after {@link backward}: in `${prefix}Input_…`, declared. */
export function backwardToInput({ layers }: PackedNetwork, names: Names): string {
  return `{ ${inputGradient(layers, 0, names)}
${lines(layers[0].vectors, (i) => `${names.prefix}Input_${i} = back_${i};`)} }`;
}

/** `back_…`, the gradient of what goes into layer l. */
function inputGradient(layers: readonly PackedLayer[], l: number, names: Names): string {
  const layer = layers[l];
  const first = names.weightsAt + layer.rowsAt;
  const start = lines(layer.vectors, (i) => `var back_${i} = vec4f(0.0f);`);
  const add = (row: string, gradient: string) =>
    lines(layer.vectors, (i) => `back_${i} = W[${row} + ${i}u] * ${gradient} + back_${i};`);
  if (l === layers.length - 1) {
    const units = lines(layer.units, (unit) =>
      add(`${first + unit * layer.vectors}u`, `${names.prefix}Gradient${unit}`),
    );
    return `${start}\n${units}`;
  }
  return `${start}
for (var unit = 0u; unit < ${layer.units}u; unit++) {
  let row = ${first}u + unit * ${layer.vectors}u;
  let gradient = A[${names.gradients} + ${layer.gradientAt}u + (unit >> 2u)][unit & 3u];
  ${add("row", "gradient")}
}`;
}

/** From the gradient of what goes into layer l to that of the sums of the layer below. */
function throughActivation(below: PackedLayer, layer: PackedLayer, l: number, names: Names): string {
  const vectors = Math.ceil(below.units / 4);
  const { activation, slope } = below;
  if (below.dropout === 0) {
    return lines(
      vectors,
      (i) =>
        `{ let y = ${slot(names, layer, i)}; ${gradientSlot(names, below, i)} = back_${i} * ${derivative(activation, slope, "y", "vec4f")}; }`,
    );
  }
  // Where a unit was kept its activation is what was handed on, unscaled. The two slots may be the same.
  return `for (var unit = 0u; unit < ${below.units}u; unit++) {
  let kept = ${keptFactor(below, l - 1, names, "unit")};
  let y = A[${names.inputs} + ${layer.inputAt}u + (unit >> 2u)][unit & 3u] * ${float(1 - below.dropout)};
  A[${names.gradients} + ${below.gradientAt}u + (unit >> 2u)][unit & 3u] = kept * ${derivative(activation, slope, "y")};
}
${lines(vectors, (i) => `${gradientSlot(names, below, i)} = back_${i} * ${gradientSlot(names, below, i)};`)}`;
}

const gradientSlot = ({ gradients }: Names, { gradientAt }: PackedLayer, i: number): string =>
  `A[${gradients} + ${gradientAt + i}u]`;
