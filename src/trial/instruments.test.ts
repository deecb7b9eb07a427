import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { biasGame } from "../games/bias.game.ts";
import { game, imageSample, vary } from "../language/describe.ts";
import { theClassifier } from "./classifier.ts";
import { digestOf } from "./digest.ts";
import { prerequisitesOf, storedInstruments } from "./instruments.ts";
import { jobOf } from "./job.ts";
import { measuredOnce } from "./kind.ts";
import { jobsOf } from "./plan.ts";
import { openStore, type Store } from "./store.ts";

const digits = imageSample({ size: 10, stream: "digits", metrics: ["frechet"] });
const toy = game({ game: biasGame(), method: "extragradient", stepSize: 0.1, iterations: 10, start: [-3, 0] });
const classifier = jobOf(theClassifier.arm, theClassifier.seed, "wasm");

test("jobs on digits need the classifier first, and only once", () => {
  const jobs = jobsOf([digits, toy, vary(digits, { size: 20 })], [1, 2], () => "wasm");
  expect(prerequisitesOf(jobs)).toEqual([classifier]);
});

test("others need nothing", () => {
  expect(prerequisitesOf(jobsOf([toy], [1], () => "wasm"))).toEqual([]);
});

test("each store's digits are measured with its own classifier", async () => {
  const kept = [0.1, 0.2].map((testAccuracy) => storedInstruments(storeWith(testAccuracy)));
  await expect(kept[0]()).rejects.toThrow("got 0.1");
  await expect(kept[1]()).rejects.toThrow("got 0.2");
});

/** A store whose classifier knows little. */
function storeWith(testAccuracy: number): Store {
  const store = openStore(mkdtempSync(join(tmpdir(), "gan-repro-instruments-")));
  const outcome = measuredOnce({ testAccuracy }, { weights: { shape: [1], data: new Float32Array(1) } });
  const { arm, seed } = theClassifier;
  store.write(classifier, { arm, seed, engine: "wasm", ...outcome, digest: digestOf(seed, outcome), seconds: 1 });
  return store;
}
