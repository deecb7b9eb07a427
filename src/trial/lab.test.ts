import { expect, test } from "vitest";
import { biasGame, game, imageSample, vary } from "../language/describe.ts";
import { classifierArm, classifierSeed, prerequisitesOf } from "./lab.ts";
import { jobsOf } from "./plan.ts";

const digits = imageSample({ size: 10, stream: "digits", metrics: ["frechet"] });
const toy = game({ game: biasGame(), method: "extragradient", stepSize: 0.1, iterations: 10, start: [-3, 0] });

test("jobs on digits need the classifier first, and only once", () => {
  const jobs = jobsOf([digits, toy, vary(digits, { size: 20 })], [1, 2], () => "wasm");
  expect(prerequisitesOf(jobs)).toEqual(jobsOf([classifierArm], [classifierSeed], () => "wasm"));
});

test("others need nothing", () => {
  expect(prerequisitesOf(jobsOf([toy], [1], () => "wasm"))).toEqual([]);
});
