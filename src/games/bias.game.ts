import type { z } from "zod";
import type { MetricInWords } from "../language/metrics.ts";
import { number, type Plain, settings, size, word } from "../language/setting.ts";
import { stream } from "../random/stream.ts";
import { defineGame } from "./define.ts";
import type { Field, Point } from "./field.ts";
import { generatorForce } from "./force.ts";
import type { Run } from "./game.ts";
import { nearest, stationaryPoints } from "./stationary.ts";
import { jacobian, spectralRadius } from "./theory.ts";

const schema = settings({
  kind: word("bias"),
  /** Points of either kind: drawn from the seed, or the draw-free grid x_i = (i + ½)/n. */
  points: settings({ kind: word("drawn", "grid"), count: size }),
  /** D = margin + (1 − 2·margin)·exp(−u²); the notebook's margin is 0.001, 0 leaves D as it is. */
  margin: number("a number from 0 to below ½", (margin) => margin >= 0 && margin < 0.5),
  /** The generator's output is clamped to ±clamp; null leaves it as it is. */
  clamp: number("a number above 0, or null", (clamp) => clamp > 0).nullable(),
});

export interface BiasGame extends Plain<z.infer<typeof schema>> {}

/** The game as the notebook plays it, on 1000 points of either kind drawn from the seed, with some settings changed. */
export const biasGame = (changes: Partial<Omit<BiasGame, "kind">> = {}): BiasGame => ({
  kind: "bias",
  points: { kind: "drawn", count: 1000 },
  margin: 0.001,
  clamp: 5,
  ...changes,
});

/** Where D is undecided and G's shifted input is the data: u is centred, so D sees both alike. */
export const equilibrium = [-1 / 2, -1] as const;

const metrics = {
  amplitude: {
    symbol: "range of b_G",
    unit: "parameters",
    label: "Range of b_G at the end",
    definition: "Largest minus smallest b_G over the last 1000 iterations.",
  },
  /** At the equilibrium nearest to the tail of the run; NaN if none is within 1 of b_G = −1, or without margins. */
  spectralRadius: {
    symbol: "ρ(J)",
    unit: "1",
    label: "Spectral radius",
    definition:
      "Spectral radius of the method's map at the equilibrium of the seed's own points: below 1 the run contracts.",
  },
  /** NaN without margins, where every point is a pole. */
  stationaryPoints: {
    symbol: "stationary points",
    unit: "points",
    label: "Stationary points of the draw",
    definition:
      "Number of points at which neither player is pushed, in the game of the seed's own points: changes of the generator's sign in steps of 0.001.",
  },
} as const satisfies Record<string, MetricInWords>;

declare module "../language/metrics.ts" {
  interface MetricsOfGames {
    biasD: number;
    biasG: number;
    amplitude: number;
    spectralRadius: number;
    stationaryPoints: number;
  }
}

/**
 * The GAN of two biases: real ~ U[0, 1), input ~ U[1, 2), D(x) = exp(−(x + b_D)²), G(z) = z + b_G. Each seed draws its own
 * points; distances are to the equilibrium (−½, −1) of infinitely many.
 */
export default defineGame<BiasGame>({
  kind: "bias",
  settings: schema,
  parameters: [
    { name: "biasD", symbol: "b_D", label: "The discriminator's bias", player: "discriminator" },
    { name: "biasG", symbol: "b_G", label: "The generator's bias", player: "generator" },
  ],
  start: () => [-3, 0],
  field: (game, seed) => vectorField(game, pointsOf(game, seed)),
  equilibrium: () => ({ at: equilibrium, arrivedWithin: 1 / 4 }),
  metrics,
  measure: (run) => {
    const { low, high, mean } = biasGOverTail(run);
    const points = run.settings.margin > 0 ? stationaryPointsOf(run.field) : undefined;
    const own = nearest(points ?? [], mean);
    return {
      amplitude: high - low,
      spectralRadius: own ? spectralRadius(jacobian(run.step, own)) : Number.NaN,
      stationaryPoints: points?.length ?? Number.NaN,
    };
  },
  describe: ({ points, margin, clamp }) => [
    ["points", `${points.count.toLocaleString("en")}, ${points.kind}`],
    ["margin", `${margin}`],
    ["clamp", clamp === null ? "none" : `±${clamp}`],
  ],
  // Measured on a 2-core AVX2 machine: 4 ns a point.
  secondsAnEvaluation: ({ points }) => points.count * 4e-9,
});

/** The game's data: real ~ U[0, 1) and input ~ U[1, 2), n of each. */
export interface Points {
  readonly real: Float64Array;
  readonly input: Float64Array;
}

/**
 * The gradients exactly as the notebook writes them, with u = x + b_D and D = margin + (1 − 2·margin)·exp(−u²):
 *
 *     g_D = (Σ −2u_real + Σ 2u_fake·D/(1−D)) / 2n        D ascends
 *     g_G = (Σ 2u_fake·D/(1−D)) / 2n                      G descends
 *
 * The real sum needs no D, so it is −(mean + b_D) whatever the batch's order.
 */
export function vectorField({ margin, clamp }: BiasGame, { real, input }: Points): Field {
  const force = generatorForce(input, { margin, clamp: clamp ?? Number.POSITIVE_INFINITY });
  const meanReal = mean(real);
  return ([bD, bG]) => {
    const fake = force(bD, bG) / (2 * input.length);
    return [-(meanReal + bD) + fake, -fake];
  };
}

/** Points of one seed; the grid is the same for all seeds. */
export function pointsOf(game: BiasGame, seed: number): Points {
  const { kind, count } = game.points;
  if (kind === "grid") return gridPoints(count);
  return {
    real: Float64Array.from(stream(seed, "data/real").uniforms(count)),
    input: Float64Array.from(stream(seed, "data/input").uniforms(count), (u) => 1 + u),
  };
}

/** The draw-free data set: x_i = (i + ½)/n, and the same shifted by 1. */
export const gridPoints = (count: number): Points => ({
  real: Float64Array.from({ length: count }, (_, i) => (i + 0.5) / count),
  input: Float64Array.from({ length: count }, (_, i) => 1 + (i + 0.5) / count),
});

function mean(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}

function biasGOverTail({ path, tail: { first, last } }: Run<BiasGame>) {
  let [sum, low, high] = [0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let k = first; k <= last; k++) {
    const biasG = path[2 * k + 1];
    sum += biasG;
    low = Math.min(low, biasG);
    high = Math.max(high, biasG);
  }
  return { low, high, mean: sum / (last - first + 1) };
}

/**
 * Stationary points of the game of one seed's points. Where all u have one sign the generator is pushed one way, so that
 * every stationary point lies within the 1 that the inputs are wide: all are between b_G = −2 and 0.
 */
function stationaryPointsOf(field: Field): Point[] {
  // The field's components add up to −(mean + b_D) wherever it is evaluated.
  const [d, g] = field([0, 0]);
  return stationaryPoints(field, {
    biasD: d + g,
    low: equilibrium[1] - 1,
    high: equilibrium[1] + 1,
    spacing: 1e-3,
  });
}
