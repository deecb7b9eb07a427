import type { Arm } from "../language/arm.ts";

/** One arm trained from one seed by one engine. */
export interface Trial {
  readonly arm: Arm;
  readonly seed: number;
  readonly engine: string;
  /**
   * `trained`: everything measured is finite. `diverged`: a weight or a metric is not. `dead`: the generator was trained
   * and its samples have collapsed to a point (spread below 1 % of the data's), though all is finite. Neither of the
   * two can make a claim about itself true (see src/study/judge.ts).
   */
  readonly state: "trained" | "diverged" | "dead";
  /** Rounds (or iterations) at which `curves` were taken. */
  readonly rounds: Float64Array;
  /** Metric → its value at each of `rounds`. */
  readonly curves: Readonly<Record<string, Float64Array>>;
  /** Metric → its value when training ended. */
  readonly end: Readonly<Record<string, number>>;
  /** Larger arrays for figures: films, samples, trajectories. */
  readonly arrays: Readonly<Record<string, NdArray>>;
  /** SHA-256 (hex) of everything above but `arm` and `engine`: equal digests, equal bits. */
  readonly digest: string;
  /** Wall-clock seconds of training and measuring; not part of the digest. */
  readonly seconds: number;
}

/** Row-major array with its shape, as safetensors keeps it. */
export interface NdArray {
  readonly shape: readonly number[];
  readonly data: Float32Array | Float64Array | Uint8Array;
}
