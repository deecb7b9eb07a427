import type { Engine } from "../engine/engine.ts";
import type { GanArm } from "../language/arm.ts";
import type { ImageInstruments } from "../measure/image-instruments.ts";
import type { Probe, Teacher } from "../measure/probes/probe.ts";
import { startAtMeanImage } from "./mean-image.ts";
import { play } from "./play.ts";
import { pretrain } from "./pretrain.ts";
import { type Recorded, recorder } from "./recorder.ts";

/**
 * Trains one arm from the given seeds and records it.
 * @param probes what measures the arm's metrics; nothing else of the metrics is imported here, so that a trial's key covers
 *   no metric of other data
 * @param instruments for arms that learn images
 * @returns what was recorded of each seed, in the order of `seeds`
 * @throws {RangeError} if the engine cannot train the arm, or no probe measures one of its metrics
 */
export async function playAndRecord(
  arm: GanArm,
  seeds: readonly number[],
  engine: Engine,
  probes: readonly Probe[],
  instruments?: ImageInstruments,
): Promise<Recorded[]> {
  const adversary = await engine.create(arm, seeds);
  let teacher: Teacher | undefined;
  try {
    if (arm.start === "mean-image") await startAtMeanImage(adversary, arm, instruments?.train);
    teacher = await pretrain(adversary, arm, engine);
    const records = recorder(adversary, arm, { probes, teacher, instruments });
    await play(adversary, arm, { afterRound: records.afterRound, images: instruments?.train });
    return await records.finish();
  } finally {
    teacher?.dispose();
    adversary.dispose();
  }
}
