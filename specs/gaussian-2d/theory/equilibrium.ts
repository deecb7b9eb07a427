/** The exact claims on the equilibrium: what G minimises where D answers best, and where the deck's networks stand still. */

import { discriminatorTerms, generatorTerms } from "../../../src/engine/losses.ts";
import { logLossGradient } from "../../../src/engine/reference/loss.ts";
import { backward, forward } from "../../../src/engine/reference/network.ts";
import type { Pair, Plane } from "../../../src/language/arm.ts";
import type { ExactResult } from "../../../src/language/claim.ts";
import { affineGaussian, type PlaneGaussian } from "../../../src/measure/gaussian.ts";
import { stream } from "../../../src/random/stream.ts";
import { arms } from "../arms.ts";
import { networks } from "./networks.ts";

/** z·matrix + shift with z ~ N(0, I). */
interface Generator {
  readonly matrix: readonly [Pair, Pair];
  readonly shift: Pair;
}

const { matrix, shift } = arms.deck.data as Plane;
const target: Generator = { matrix, shift };

/** The same distribution from latents turned by a right angle: another map. */
const turnedLatents: Generator = { matrix: [matrix[1], [-matrix[0][0], -matrix[0][1]]], shift };

const scaled = (factor: number): Generator => ({
  matrix: matrix.map((row) => row.map((value) => factor * value)) as unknown as Generator["matrix"],
  shift,
});

const others: Readonly<Record<string, Generator>> = {
  "moved by ½": { matrix, shift: [shift[0] + 1 / 2, shift[1]] },
  "a tenth wider": scaled(1.1),
  "a tenth narrower": scaled(0.9),
  "without its tilt": {
    matrix: [
      [Math.hypot(matrix[0][0], matrix[1][0]), 0],
      [0, Math.hypot(matrix[0][1], matrix[1][1])],
    ],
    shift,
  },
};

/** log D* and log(1 − D*) at a point, given log p_data − log p_G there. */
export type Answer = (logOdds: number) => readonly [ofReal: number, ofFake: number];

/** D* = p_data/(p_data + p_G), which no other D beats (Goodfellow et al. 2014, Proposition 1). */
export const bestAnswer: Answer = (logOdds) => [-softplus(-logOdds), -softplus(logOdds)];

/** What the best answer says of data said of fakes, and the other way round. */
export const exchangedAnswer: Answer = (logOdds) => bestAnswer(-logOdds);

/** Smallest difference from −ln 4 that counts as one; the quadrature's error is below 1e-9. */
const clearly = 1e-3;

/** Is E log D + E log(1 − D) smallest, at −ln 4, where G's distribution is the target's, and larger at all others? */
export function isSmallestAtTheTarget(answer: Answer): ExactResult {
  const least = -Math.log(4);
  const atTarget = [target, turnedLatents].map((generator) => objective(generator, answer));
  const elsewhere = Object.entries(others).map(([name, generator]) => [name, objective(generator, answer)] as const);
  return {
    holds:
      atTarget.every((value) => Math.abs(value - least) < 1e-9) &&
      elsewhere.every(([, value]) => value > least + clearly),
    detail:
      `The objective is ${atTarget.map((value) => shown(value, 9)).join(" and ")} for two maps to the target's distribution ` +
      `(−ln 4 = ${shown(least, 9)}, ±1e-9); ${elsewhere.map(([name, value]) => `${name} ${shown(value, 4)}`).join(", ")}.`,
  };
}

const shown = (value: number, digits: number): string => value.toFixed(digits).replace("-", "−");

/** E log D(x) + E log(1 − D(G(z))), by the trapezoidal rule over the normal draws that either is made of. */
function objective(generator: Generator, answer: Answer): number {
  const [data, fakes] = [target, generator].map(({ matrix, shift }) => affineGaussian(matrix, shift));
  const expected = (from: Generator, side: 0 | 1) =>
    overNormalDraws((z) => {
      const x = mapped(from, z);
      return answer(logDensity(data, x) - logDensity(fakes, x))[side];
    });
  return expected(target, 0) + expected(generator, 1);
}

const width = 0.1;
const reach = 85;

/** E f(z), z ~ N(0, I) in the plane: the rule's error falls faster than any power of the width for what is smooth. */
function overNormalDraws(f: (z: Pair) => number): number {
  let sum = 0;
  for (let i = -reach; i <= reach; i++) {
    for (let j = -reach; j <= reach; j++) {
      const z = [i * width, j * width] as const;
      sum += f(z) * Math.exp(-(z[0] * z[0] + z[1] * z[1]) / 2);
    }
  }
  return (sum * width * width) / (2 * Math.PI);
}

/** Without −ln 2π, which cancels. */
function logDensity({ mean, covariance: { xx, xy, yy } }: PlaneGaussian, [x, y]: Pair): number {
  const determinant = xx * yy - xy * xy;
  const [dx, dy] = [x - mean[0], y - mean[1]];
  return -(yy * dx * dx - 2 * xy * dx * dy + xx * dy * dy) / determinant / 2 - Math.log(determinant) / 2;
}

const mapped = ({ matrix: [a, b], shift }: Generator, [z1, z2]: Pair): Pair => [
  z1 * a[0] + z2 * b[0] + shift[0],
  z1 * a[1] + z2 * b[1] + shift[1],
];

const softplus = (x: number): number => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));

const draws = 64;
const turns = 4;

/** D = ½ everywhere, with hidden layers of any weights: those drawn, from N(0, 1), for seed 1. */
function undecided(): Float64Array {
  const weights = Float64Array.from(stream(1, "theory/discriminator").normals(networks.discriminator.parameters));
  return weights.fill(0, networks.discriminator.layers[networks.discriminator.layers.length - 1].kernelAt);
}

/** D with every weight 0. */
const empty = (): Float64Array => new Float64Array(networks.discriminator.parameters);

/** Have both players' gradients no length where D is ½ and G, moved along the first axis, is the target? */
export function standsStill(moved: number): ExactResult {
  const generator = { ...turnedLatents, shift: [shift[0] + moved, shift[1]] as const };
  const [ofD, ofG] = gradientNorms(undecided(), generator);
  return {
    holds: ofD < 1e-12 && ofG < 1e-12,
    detail:
      `The norms of the gradients are ${ofD.toExponential(1)} (D) and ${ofG.toExponential(1)} (G, either loss); up to 1e-12 ` +
      "counts as none.",
  };
}

/** The norm of D's gradient where all its weights are 0 and G is far from the target. */
export const gradientOfAnEmptyD = (): number =>
  Math.hypot(...gradientNorms(empty(), { ...target, shift: [shift[0] + 5, shift[1]] }));

/** Over a sample of latents that turning by a right angle maps to itself, as it does their distribution. */
function gradientNorms(discriminator: Float64Array, generator: Generator): [ofD: number, ofG: number] {
  const drawn = stream(1, "theory/latents").normals(2 * draws);
  const latents = Array.from({ length: draws * turns }, (_, i): Pair => {
    const [x, y] = [drawn[2 * (i % draws)], drawn[2 * (i % draws) + 1]];
    return (
      [
        [x, y],
        [-y, x],
        [-x, -y],
        [y, -x],
      ] as const
    )[Math.floor(i / draws)];
  });
  const real = latents.flatMap((z) => mapped(target, z));
  const fake = latents.flatMap((z) => mapped(generator, z));
  const both = forward(
    networks.discriminator,
    discriminator,
    Float64Array.from([...real, ...fake]),
    2 * latents.length,
  );
  const ofLoss = logLossGradient(networks.discriminator, both, discriminatorTerms(1 / 2));
  const judged = forward(networks.discriminator, discriminator, Float64Array.from(fake), latents.length);
  const atFakes = (["non-saturating", "saturating"] as const).map(
    (loss) =>
      backward(
        networks.discriminator,
        discriminator,
        judged,
        logLossGradient(networks.discriminator, judged, generatorTerms[loss]),
      ).input,
  );
  return [
    Math.hypot(...backward(networks.discriminator, discriminator, both, ofLoss).weights),
    Math.max(...atFakes.map((gradient) => Math.hypot(...gradient))),
  ];
}
