import type { Engine } from "../engine/engine.ts";
import type { GanArm } from "../language/arm.ts";
import type { ImageInstruments } from "../measure/image-instruments.ts";
import { probesOf } from "../measure/probes/of-data.ts";
import { playAndRecord } from "./play-and-record.ts";
import type { Recorded } from "./recorder.ts";

/**
 * Trains one arm from the given seeds and records it, whatever its data.
 * @param instruments for arms that learn images
 * @returns what was recorded of each seed, in the order of `seeds`
 * @throws {RangeError} if the engine cannot train the arm
 */
export const train = (
  arm: GanArm,
  seeds: readonly number[],
  engine: Engine,
  instruments?: ImageInstruments,
): Promise<Recorded[]> => playAndRecord(arm, seeds, engine, probesOf(arm), instruments);
