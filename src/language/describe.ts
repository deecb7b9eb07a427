/**
 * The words in which a spec describes its arms. Each returns plain data (see arm.ts) and fills in nothing silently
 * but what its signature shows.
 */
import type {
  Activation,
  Component,
  Data,
  Dense,
  GameArm,
  GameSettings,
  GanArm,
  ImageSampleArm,
  Initializer,
  Latent,
  Optimizer,
  Plane,
  SampleArm,
} from "./arm.ts";

export const gan = (settings: Omit<GanArm, "kind">): GanArm => ({ kind: "gan", ...settings });

export const sample = (settings: Omit<SampleArm, "kind">): SampleArm => ({ kind: "sample", ...settings });

export const imageSample = (settings: Omit<ImageSampleArm, "kind">): ImageSampleArm => ({
  kind: "image-sample",
  ...settings,
});
export const game = <Settings extends GameSettings>(settings: Omit<GameArm<Settings>, "kind">): GameArm<Settings> => ({
  kind: "game",
  ...settings,
});

/**
 * An arm with some settings changed. Nested settings are merged; arrays and everything else are replaced, and so are settings
 * of another kind as a whole, because what belongs to one kind means nothing to another.
 */
export function vary<Settings extends object>(base: Settings, changes: DeepPartial<Settings>): Settings {
  const merged: Record<string, unknown> = { ...(base as Record<string, unknown>) };
  for (const [name, value] of Object.entries(changes)) {
    const before = merged[name];
    merged[name] = isRecord(before) && isRecord(value) && isOfOneKind(before, value) ? vary(before, value) : value;
  }
  return merged as Settings;
}

export const normal = ({ mean, sd }: { mean: number; sd: number }): Data => ({ kind: "normal", mean, sd });

/** x = n·A + b with n ~ N(0, I) in the plane. @param matrix A, row by row */
export const affineNormal = ({ matrix, shift }: Omit<Plane, "kind">): Data => ({
  kind: "affine-normal",
  matrix,
  shift,
});

/** Normal components with their weights, which sum to 1. */
export const mixture = (components: readonly Component[]): Data => ({ kind: "mixture", components });

/** np.linspace(low, high, batch) + jitter·U[0, 1) */
export const stratifiedLatent = (range: { low: number; high: number; jitter: number }): Latent => ({
  kind: "stratified",
  dimensions: 1,
  ...range,
});

export const normalLatent = ({ dimensions }: { dimensions: number }): Latent => ({
  kind: "normal",
  dimensions,
  mean: 0,
  sd: 1,
});

export const uniformLatent = ({ dimensions = 1, low = 0, high = 1 } = {}): Latent => ({
  kind: "uniform",
  dimensions,
  low,
  high,
});

export const dense = (
  units: number,
  activation: Activation,
  init: Initializer = { kind: "glorot-uniform" },
): Dense => ({
  units,
  activation,
  init,
});

/** Units that take the largest of several linear pieces (Goodfellow et al. 2013). */
export const maxout = (units: number, pieces: number, init?: Initializer): Dense => ({
  ...dense(units, "maxout", init),
  pieces,
});

export const adam = (settings: {
  stepSize: number;
  beta1?: number;
  beta2?: number;
  epsilon?: number;
  epsilonForm?: "standard" | "tensorflow";
}): Optimizer => ({ kind: "adam", beta1: 0.9, beta2: 0.999, epsilon: 1e-8, epsilonForm: "standard", ...settings });

export const momentum = (settings: {
  stepSize: number;
  momentum: number;
  decay?: { factor: number; every: number };
}): Optimizer => ({ kind: "momentum", ...settings });

type DeepPartial<T> = {
  [K in keyof T]?: NonNullable<T[K]> extends readonly unknown[] ? T[K] : DeepPartialOf<T[K]>;
};

/** {@link DeepPartial}, distributed over the members of a union; what may be undefined still may. */
type DeepPartialOf<T> = T extends object ? DeepPartial<T> : T;

const isOfOneKind = (before: Record<string, unknown>, value: Record<string, unknown>): boolean =>
  value.kind === undefined || value.kind === before.kind;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
