import type { Adversary } from "../../engine/engine.ts";
import type { GanArm, Metric } from "../../language/arm.ts";
import type { ImageInstruments } from "../image-instruments.ts";

/** Metrics that are measured together, because they look at the same thing. */
export interface Probe {
  readonly metrics: readonly Metric[];
  /** One value a seed, `[S]`, for each of `metrics`, or for more of them than were asked for. */
  measure(context: ProbeContext): Promise<Measurements>;
}

/** The trained generator that another one was fitted to, where that was so. */
export type Teacher = Pick<Adversary, "sample" | "dispose">;

export interface ProbeContext {
  readonly adversary: Adversary;
  readonly arm: GanArm;
  readonly round: number;
  readonly teacher?: Teacher;
  /** For arms that learn images. */
  readonly instruments?: ImageInstruments;
}

export type Measurements = Partial<Record<Metric, Float64Array>>;

/** Measures each seed's share of an ensemble's array. */
export const eachSeed = ({ adversary }: ProbeContext, measureOne: (s: number) => number): Float64Array =>
  Float64Array.from(adversary.seeds, (_, s) => measureOne(s));
