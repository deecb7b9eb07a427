import { expect, test } from "vitest";
import { adam } from "../language/describe.ts";
import { StepSizes } from "./steps.ts";

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

test("a step size decays after every given number of updates", () => {
  const steps = new StepSizes({ kind: "sgd", stepSize: 1, decay: { factor: 0.5, every: 2 } });
  expect(Array.from({ length: 5 }, () => steps.next().stepSize)).toEqual([1, 1, 0.5, 0.5, 0.25]);
});

test("gradients that are never zeroed are momentum 1", () => {
  expect(new StepSizes({ kind: "sgd", stepSize: 1 }).next().momentum).toBe(0);
  expect(new StepSizes({ kind: "sgd", stepSize: 1 }, true).next().momentum).toBe(1);
  expect(new StepSizes({ kind: "momentum", stepSize: 1, momentum: 0.6 }).next().momentum).toBe(0.6);
});

// The update rules as their papers write them, on one weight whose gradient changes from update to update.
test.each(["standard", "tensorflow"] as const)(
  "folded into step size and ε, Adam's %s form stays what it is",
  (form) => {
    const [stepSize, beta1, beta2, epsilon] = [0.01, 0.9, 0.99, 0.1];
    const decay = { factor: 0.5, every: 3 };
    const steps = new StepSizes({ ...adam({ stepSize, beta1, beta2, epsilon, epsilonForm: form }), decay });
    let [m, v, written, folded] = [0, 0, 1, 1];
    for (let t = 1; t <= 10; t++) {
      const gradient = Math.sin(t);
      const alpha = stepSize * 0.5 ** Math.floor((t - 1) / 3);
      m = beta1 * m + (1 - beta1) * gradient;
      v = beta2 * v + (1 - beta2) * gradient ** 2;
      const [c1, c2] = [1 - beta1 ** t, 1 - beta2 ** t];
      written -=
        form === "standard"
          ? (alpha * (m / c1)) / (Math.sqrt(v / c2) + epsilon)
          : (((alpha * Math.sqrt(c2)) / c1) * m) / (Math.sqrt(v) + epsilon);
      const step = steps.next();
      folded -= (step.stepSize * m) / (Math.sqrt(v) + step.epsilon);
      expect(folded).toBeCloseTo(written, 13);
    }
  },
);
