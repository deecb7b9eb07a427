import { expect, test } from "vitest";
import { adam } from "../../experiment/describe.ts";
import { StepSizes } from "./step-sizes.ts";

test("Adam's bias corrections are in the step size, and in epsilon as in its Algorithm 1", () => {
  const settings = { stepSize: 0.01, beta1: 0.5, beta2: 0.75, epsilon: 1e-3 };
  const standard = new StepSizes(adam(settings));
  const tensorflow = new StepSizes(adam({ ...settings, epsilonForm: "tensorflow" }));
  standard.next();
  tensorflow.next();
  // Update 2: 1 − 0.5² = 0.75, √(1 − 0.75²) = √0.4375
  const [ofStandard, ofTensorflow] = [standard.next(), tensorflow.next()];
  expect(ofStandard.stepSize).toBeCloseTo((0.01 * Math.sqrt(0.4375)) / 0.75, 15);
  expect(ofStandard.epsilon).toBeCloseTo(1e-3 * Math.sqrt(0.4375), 15);
  expect(ofTensorflow).toEqual({ ...ofStandard, epsilon: 1e-3 });
});

test("a step size decays after every so many updates", () => {
  const steps = new StepSizes({ kind: "sgd", stepSize: 1, decay: { factor: 0.5, every: 2 } });
  expect(Array.from({ length: 5 }, () => steps.next().stepSize)).toEqual([1, 1, 0.5, 0.5, 0.25]);
});

test("gradients that are never zeroed are momentum 1", () => {
  expect(new StepSizes({ kind: "sgd", stepSize: 1 }).next().momentum).toBe(0);
  expect(new StepSizes({ kind: "sgd", stepSize: 1 }, true).next().momentum).toBe(1);
  expect(new StepSizes({ kind: "momentum", stepSize: 1, momentum: 0.6 }).next().momentum).toBe(0.6);
});
