import type { GanArm, Metric } from "../src/language/arm.ts";
import type { ParityCheck } from "../src/study/parity.ts";
import { arms as notebook } from "./gaussian-1d/arms.ts";
import { arms as deck } from "./gaussian-2d/arms.ts";
import { arms as slides } from "./mnist/arms.ts";
import { arms as post } from "./pretrained-discriminator/arms.ts";

/** The arm for a few rounds, with one metric at their end. */
const briefly = (arm: GanArm, rounds: number, metric: Metric): GanArm => ({
  ...arm,
  schedule: { ...arm.schedule, rounds },
  record: { metrics: [metric], rounds: [] },
});

/**
 * One arm of each source that trains networks, for rounds in which float32 and float64 stay together: by round 100 of the
 * post, its second seed is 0.03 σ apart even between `reference` and `wasm`. The margins are small compared with what the claims are about: tenths of a standard deviation, tens of percent. (The games of bias-game are followed
 * in float64, by no engine.)
 */
export const parityChecks: readonly ParityCheck[] = [
  {
    source: "gaussian-1d",
    arm: briefly(notebook.notebook, 100, "wasserstein1"),
    metric: "wasserstein1",
    margin: 0.01,
    seeds: 8,
  },
  {
    source: "gaussian-2d",
    arm: briefly(deck.deck, 100, "wasserstein2"),
    metric: "wasserstein2",
    margin: 0.02,
    seeds: 8,
  },
  {
    source: "pretrained-discriminator",
    arm: briefly(post.post, 50, "wasserstein1"),
    metric: "wasserstein1",
    margin: 0.02,
    seeds: 8,
  },
  {
    source: "mnist",
    arm: briefly(slides.vanilla, 15, "frechetPooled"),
    metric: "frechetPooled",
    margin: 2,
    seeds: 4,
  },
];
