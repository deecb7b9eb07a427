import { expect, test } from "vitest";
import type { Field } from "./field.ts";
import { extragradient, gradientDescent } from "./methods.ts";
import { bisect, criticalStepSize, determinant, eigenvalues, jacobian, spectralRadius, trace } from "./theory.ts";

// Dirac-GAN-like linear field: a rotation with friction 1 on the first axis, as at the bias game's equilibrium.
const a = 3.5;
const field: Field = ([d, g]) => [(-1 + a) * d + a * g, -a * d - a * g];

test("the Jacobian of a linear field is its matrix", () => {
  const j = jacobian(field, [0.3, -0.7]);
  expect(j[0][0]).toBeCloseTo(a - 1, 8);
  expect(j[0][1]).toBeCloseTo(a, 8);
  expect(j[1][0]).toBeCloseTo(-a, 8);
  expect(j[1][1]).toBeCloseTo(-a, 8);
});

test("eigenvalues solve the characteristic equation, complex and real", () => {
  for (const m of [
    [
      [2.5, 3.5],
      [-3.5, -3.5],
    ],
    [
      [2, 1],
      [0, -3],
    ],
  ] as const) {
    for (const [re, im] of eigenvalues(m)) {
      expect(re * re - im * im - trace(m) * re + determinant(m)).toBeCloseTo(0, 10);
      expect(2 * re * im - trace(m) * im).toBeCloseTo(0, 10);
    }
  }
});

test("gradient descent on trace −1, determinant a loses stability at 1/a", () => {
  // |1 + ηλ|² = 1 + η·trace + η²·determinant = 1 − η + aη² reaches 1 at η = 1/a
  expect(criticalStepSize((eta) => gradientDescent(field, eta), [0, 0], 0.01, 1)).toBeCloseTo(1 / a, 5);
});

test("extragradient's map is I + ηJ + η²J²", () => {
  const eta = 0.2;
  const [re, im] = eigenvalues(jacobian(field, [0, 0]))[0];
  const mapped = [1 + eta * re + eta * eta * (re * re - im * im), eta * im + eta * eta * 2 * re * im];
  const radius = spectralRadius(jacobian(extragradient(field, eta), [0, 0]));
  expect(radius).toBeCloseTo(Math.sqrt(mapped[0] ** 2 + mapped[1] ** 2), 8);
});

test("bisect says when its bracket holds no change", () => {
  expect(() => bisect((x) => x > 5, 0, 1)).toThrow(
    "expected a condition false at 0 and true at 1, got false and false",
  );
});
