import { ganLayout } from "../engine/layout.ts";
import type { Arm, GanArm } from "../language/arm.ts";

/** Seconds that a trial takes on one core, roughly: enough to start the longest first and to tell the time left. */
export function estimatedSeconds(arm: Arm): number {
  switch (arm.kind) {
    case "gan":
      return arm.data.kind === "mnist" ? digitsSeconds(arm) : ganUpdates(arm) * secondsAnUpdate;
    case "classifier":
      return 15;
    case "game":
      return arm.iterations * (arm.method === "gradient-descent" ? 1 : 2) * arm.game.points.count * secondsAPoint;
    case "image-sample":
      return 1;
    case "sample":
      return 0.001;
  }
}

/** Measured on a 2-core AVX2 machine for networks of the toy sources' size; only ratios matter. */
const secondsAnUpdate = 35e-6;
const secondsAPoint = 4e-9;

/** Networks as wide as images, and metrics that take half a second; Parzen's estimate takes longer. */
function digitsSeconds(arm: GanArm): number {
  const { generator, discriminator } = ganLayout(arm);
  const weights = (generator.parameters + discriminator.parameters) * arm.schedule.batch;
  const { metrics, rounds } = arm.record;
  return ganUpdates(arm) * weights * secondsAWeight + rounds.length * (metrics.includes("parzen") ? 10 : 0.5);
}

/** Of one sample in one update. */
const secondsAWeight = 1.4e-10;

function ganUpdates({ schedule, pretraining }: GanArm): number {
  const game = schedule.rounds * (schedule.discriminatorSteps + schedule.generatorSteps);
  if (!pretraining) return game;
  const { updates, target } = pretraining;
  return game + updates + (target.kind === "generator-of" ? ganUpdates(target.arm) : 0);
}
