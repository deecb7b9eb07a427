import { expect, test } from "vitest";
import { benchmarkArm } from "../src/benchmark/arm.ts";
import { digitArms } from "../src/benchmark/digits.ts";
import { testArms } from "../src/engine/conformance/arms.ts";
import type { GanArm } from "../src/language/arm.ts";
import { arms as notebook } from "./gaussian-1d/arms.ts";
import { arms as slides } from "./mnist/arms.ts";

/** All that decides how long an update takes and what it computes: what is recorded, and for how long, is left out. */
const trained = ({ record, schedule: { rounds, ...schedule }, ...arm }: GanArm) => ({ ...arm, schedule });

test("the 1-D GAN that is timed and held to the reference is the notebook's own arm", () => {
  expect(trained(benchmarkArm)).toEqual(trained(notebook.notebook));
  expect(trained(testArms["the notebook"])).toEqual(trained(notebook.notebook));
});

test("the GANs on digits that are timed are the slides' own arms", () => {
  expect(trained(digitArms.momentum)).toEqual(trained(slides.vanilla));
  expect(trained(digitArms.Adam)).toEqual(trained(slides["sigmoid, Adam"]));
  const { discriminator } = slides["tanh, Adam, dropout"];
  expect(trained(digitArms["Adam, dropout"])).toEqual(trained({ ...slides["sigmoid, Adam"], discriminator }));
});
