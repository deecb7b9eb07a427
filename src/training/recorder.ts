import type { Adversary } from "../engine/engine.ts";
import type { GanArm, Metric } from "../experiment/arm.ts";
import { Frames, vector } from "./frames.ts";
import { latentGrid } from "./latent.ts";
import { measure, part } from "./measure.ts";
import type { Teacher } from "./pretrain.ts";

/** What one seed's training left behind. */
export interface Recorded {
  readonly rounds: Float64Array;
  readonly curves: Readonly<Record<string, Float64Array>>;
  readonly end: Readonly<Record<string, number>>;
  readonly arrays: Readonly<Record<string, { shape: number[]; data: Float32Array }>>;
  /** Both players' weights and all metrics are finite. */
  readonly finite: boolean;
}

/**
 * Measures an ensemble while it trains, and keeps the frames of its film. It draws from streams of its own and changes
 * nothing, so a trial trains alike however often it is looked at.
 */
export function recorder(adversary: Adversary, arm: GanArm, teacher?: Teacher) {
  const { metrics, film } = arm.record;
  const last = arm.schedule.rounds;
  const due = new Set([...arm.record.rounds, last]);
  const dueFilm = new Set(film?.rounds ?? []);

  const rounds: number[] = [];
  const seeds = adversary.seeds.map(() => ({ curves: new Map<Metric, number[]>(), frames: new Frames() }));

  async function record(round: number): Promise<void> {
    if (due.has(round)) {
      const values = await measure(adversary, arm, round, teacher);
      rounds.push(round);
      for (const [s, { curves }] of seeds.entries()) {
        for (const metric of metrics) {
          const curve = curves.get(metric) ?? [];
          curves.set(metric, curve);
          curve.push(values.get(metric)![s]);
        }
      }
    }
    if (film && dueFilm.has(round)) {
      const z = latentGrid(arm.latent, film.points);
      const x = Float32Array.from(
        { length: film.points },
        (_, i) => film.x[0] + ((film.x[1] - film.x[0]) * i) / (film.points - 1),
      );
      const [generated, probability] = [await adversary.sample(z), await adversary.discriminate(x)];
      for (const [s, { frames }] of seeds.entries()) {
        frames.add(round, z, x, part(generated, s, seeds.length), part(probability, s, seeds.length));
      }
    }
  }

  return {
    afterRound: (round: number) => (due.has(round) || dueFilm.has(round) ? record(round) : undefined),
    async finish(): Promise<Recorded[]> {
      const weights = [await adversary.weights("generator"), await adversary.weights("discriminator")];
      return seeds.map(({ curves, frames }, s) => {
        const recorded = [...curves].map(([metric, values]) => [metric, Float64Array.from(values)] as const);
        return {
          rounds: Float64Array.from(rounds),
          curves: Object.fromEntries(recorded),
          end: Object.fromEntries(recorded.map(([metric, values]) => [metric, values[values.length - 1]])),
          arrays: {
            "weights.generator": vector(part(weights[0], s, seeds.length)),
            "weights.discriminator": vector(part(weights[1], s, seeds.length)),
            ...frames.arrays(),
          },
          finite:
            weights.every((w) => part(w, s, seeds.length).every(Number.isFinite)) &&
            recorded.every(([, values]) => values.every(Number.isFinite)),
        };
      });
    },
  };
}
