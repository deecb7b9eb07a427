import { expect, test } from "vitest";
import type { Data } from "../language/arm.ts";
import { affineNormal, normal } from "../language/describe.ts";
import { metricsOf } from "../language/metrics.ts";
import { probesOf } from "./probes/of-data.ts";

const data = {
  line: normal({ mean: 0, sd: 1 }),
  plane: affineNormal({
    matrix: [
      [1, 0],
      [0, 1],
    ],
    shift: [0, 0],
  }),
  digits: { kind: "mnist", normalisation: { kind: "range", low: 0, high: 1 } },
} as const satisfies Record<string, Data>;

test.each(["line", "plane", "digits"] as const)(
  "every metric that an arm of %s data may ask for is measured once",
  (shape) => {
    const measured = probesOf({ data: data[shape] }).flatMap(({ metrics }) => metrics);
    expect([...measured].sort()).toEqual(metricsOf(shape, ["samples", "latents", "discriminator", "training"]).sort());
  },
);
