import { ganLayout } from "../engine/layout.ts";
import type { GanArm } from "../language/arm.ts";
import type { ImageInstruments } from "../measure/image-instruments.ts";
import type { Probe } from "../measure/probes/probe.ts";
import type { Outcome, Tools } from "./kind.ts";
import { playAndRecord } from "./play-and-record.ts";

export const file = "trial/gan.ts";
export const usesEngine = true;

/** How games on one kind of data are measured. */
export interface Measuring {
  readonly probes: readonly Probe[];
  /** Whether a generator's samples have collapsed to a point. @param end metric → value when training ended */
  hasCollapsed(arm: GanArm, end: Outcome["end"]): boolean;
  /** What arms of images learn from and are measured with. */
  instrumentsOf?(classifier: Outcome | undefined): Promise<ImageInstruments>;
}

/** Plays Goodfellow et al. 2014, Algorithm 1, with what the arm changes in it. */
export async function train(
  arm: GanArm,
  seeds: readonly number[],
  { engine, classifier, part }: Tools<Measuring>,
): Promise<Outcome[]> {
  const instruments = await part.instrumentsOf?.(classifier);
  const recorded = await playAndRecord(arm, seeds, engine, part.probes, instruments);
  return recorded.map(({ finite, ...rest }) => ({
    state: !finite ? "diverged" : isPlayed(arm) && part.hasCollapsed(arm, rest.end) ? "dead" : "trained",
    ...rest,
  }));
}

/** Whether the generator is trained at all: only then can training have killed it. */
export const isPlayed = ({ schedule }: GanArm): boolean => schedule.rounds > 0 && schedule.generatorSteps > 0;

/** The module, a {@link Measuring}, that measures games on this kind of data. */
export function part({ data }: GanArm): string {
  switch (data.kind) {
    case "mnist":
      return "trial/gan-of-digits.ts";
    case "affine-normal":
      return "trial/gan-in-the-plane.ts";
    default:
      return "trial/gan-of-numbers.ts";
  }
}

export const needsClassifier = ({ data }: GanArm): boolean => data.kind === "mnist";

export const estimatedSeconds = (arm: GanArm): number =>
  arm.data.kind === "mnist" ? digitsSeconds(arm) : ganUpdates(arm) * secondsAnUpdate;

/** Measured on a 2-core AVX2 machine for networks of the toy sources' size; only ratios matter. */
const secondsAnUpdate = 35e-6;

/** Networks as wide as images, and metrics that take half a second; Parzen's estimate takes longer. */
function digitsSeconds(arm: GanArm): number {
  const { generator, discriminator } = ganLayout(arm);
  const weights = (generator.parameters + discriminator.parameters) * arm.schedule.batch;
  const { metrics, rounds } = arm.record;
  return ganUpdates(arm) * weights * secondsAWeight + rounds.length * (metrics.includes("parzen") ? 10 : 0.5);
}

/** Seconds per weight for one sample in one update. */
const secondsAWeight = 1.4e-10;

function ganUpdates({ schedule, pretraining }: GanArm): number {
  const game = schedule.rounds * (schedule.discriminatorSteps + schedule.generatorSteps);
  if (!pretraining) return game;
  const { updates, target } = pretraining;
  return game + updates + (target.kind === "generator-of" ? ganUpdates(target.arm) : 0);
}
