import { readMnist } from "../data/mnist.ts";
import { wasmEngine } from "../engine/wasm/index.ts";
import type { Arm, ClassifierArm } from "../language/arm.ts";
import { classifierSettings } from "../measure/classifier/train.ts";
import { type ImageLab, imageLab } from "../measure/image-lab.ts";
import { type Job, jobOf } from "./plan.ts";
import { type Lab, runTrial } from "./run.ts";
import type { Store } from "./store.ts";
import type { Trial } from "./trial.ts";

const { seed, ...settings } = classifierSettings;

/** The classifier behind the metrics of digits, as an arm. */
export const classifierArm: ClassifierArm = { kind: "classifier", ...settings };

/** The one seed that it is trained from. */
export const classifierSeed = seed;

/** Arms that train on digits or measure them. */
const needsLab = (arm: Arm): boolean =>
  arm.kind === "image-sample" || (arm.kind === "gan" && arm.data.kind === "mnist");

/**
 * What has to be trained before the jobs: the classifier behind the metrics of digits, once for all workers, if any job
 * needs it.
 */
export function prerequisitesOf(jobs: readonly Job[]): Job[] {
  return jobs.some(({ arm }) => needsLab(arm)) ? [jobOf(classifierArm, classifierSeed, "wasm")] : [];
}

/**
 * What arms of digits need, with a classifier that is kept in the store like a trial. One a thread; whatever trains the
 * digits, it is `wasm`'s: all engines are measured by the same instrument.
 */
export const storedLab =
  (store: Store): Lab =>
  () => {
    made ??= makeLab(store);
    return made;
  };

let made: Promise<ImageLab> | undefined;

async function makeLab(store: Store): Promise<ImageLab> {
  const job = jobOf(classifierArm, classifierSeed, "wasm");
  const trial = store.read(job) ?? (await trainAndKeep(store, job));
  const weights = trial.arrays.weights.data as Float32Array;
  return imageLab(readMnist(), wasmEngine, {
    settings: classifierSettings,
    weights,
    testAccuracy: trial.end.testAccuracy,
  });
}

async function trainAndKeep(store: Store, job: Job): Promise<Trial> {
  const trial = await runTrial(classifierArm, classifierSeed, wasmEngine);
  store.write(job, trial);
  return trial;
}
