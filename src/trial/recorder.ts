import { part } from "../engine/by-seed.ts";
import type { Adversary } from "../engine/engine.ts";
import type { GanArm, Metric } from "../language/arm.ts";
import type { ImageInstruments } from "../measure/image-instruments.ts";
import { measure } from "../measure/measure.ts";
import type { Probe, Teacher } from "../measure/probes/probe.ts";
import { SampleImages } from "../measure/sample-images.ts";
import { Frames, vector } from "./frames.ts";

/** What one seed's training left behind. */
export interface Recorded {
  readonly rounds: Float64Array;
  readonly curves: Readonly<Record<string, Float64Array>>;
  readonly end: Readonly<Record<string, number>>;
  readonly arrays: Readonly<Record<string, { shape: number[]; data: Float32Array | Uint8Array }>>;
  /** Both players' weights and all metrics are finite; a loss may lack before the first update. */
  readonly finite: boolean;
}

/**
 * Measures an ensemble while it trains, and keeps the frames of its film. It draws from streams of its own and changes
 * nothing, so a trial trains alike however often it is looked at.
 */
export function recorder(
  adversary: Adversary,
  arm: GanArm,
  { probes, ...given }: { probes: readonly Probe[]; teacher?: Teacher; instruments?: ImageInstruments },
) {
  const { film, samples } = arm.record;
  const last = arm.schedule.rounds;
  const due = new Set([...arm.record.rounds, last]);
  const dueFilm = new Set(film?.rounds ?? []);
  const dueSamples = new Set(samples ? [...samples.rounds, last] : []);

  const rounds: number[] = [];
  /** For each record, one number per metric and seed. */
  const measured: Map<Metric, Float64Array>[] = [];
  const frames = film && new Frames(arm, film, adversary.seeds.length);
  const images = samples && new SampleImages(arm, samples.count);

  async function record(round: number): Promise<void> {
    if (due.has(round)) {
      rounds.push(round);
      measured.push(await measure({ adversary, arm, round, ...given }, probes));
    }
    if (dueFilm.has(round)) await frames?.add(round, adversary);
    if (dueSamples.has(round)) await images?.add(round, adversary);
  }

  return {
    afterRound: (round: number) =>
      due.has(round) || dueFilm.has(round) || dueSamples.has(round) ? record(round) : undefined,
    async finish(): Promise<Recorded[]> {
      const weights = [await adversary.weights("generator"), await adversary.weights("discriminator")];
      const S = adversary.seeds.length;
      return adversary.seeds.map((_, s) => {
        const curves = arm.record.metrics.map(
          (metric) => [metric, Float64Array.from(measured, (values) => values.get(metric)![s])] as const,
        );
        return {
          rounds: Float64Array.from(rounds),
          curves: Object.fromEntries(curves),
          end: Object.fromEntries(curves.map(([metric, values]) => [metric, endOf(metric, values, rounds, arm)])),
          arrays: {
            ...(images?.arrays(s) ?? {
              "weights.generator": vector(part(weights[0], s, S)),
              "weights.discriminator": vector(part(weights[1], s, S)),
            }),
            ...frames?.arrays(s),
          },
          finite:
            weights.every((w) => part(w, s, S).every(Number.isFinite)) &&
            curves.every(([metric, values]) => areFinite(metric, values, rounds, arm)),
        };
      });
    },
  };
}

/** The last value, or the mean over the end of training. */
function endOf(metric: Metric, values: Float64Array, rounds: readonly number[], { record }: GanArm): number {
  const { averaged } = record;
  if (!averaged?.metrics.includes(metric)) return values[values.length - 1];
  const counted = values.filter((_, i) => rounds[i] >= averaged.from || i === values.length - 1);
  return counted.reduce((sum, value) => sum + value, 0) / counted.length;
}

/** A loss lacks where there was no update to take it from. */
function areFinite(metric: Metric, values: Float64Array, rounds: readonly number[], { schedule }: GanArm): boolean {
  const updates = { discriminatorLoss: schedule.discriminatorSteps, generatorLoss: schedule.generatorSteps };
  const own = metric in updates ? updates[metric as keyof typeof updates] : 1;
  const mayLack = (i: number) => metric in updates && (rounds[i] === 0 || own === 0);
  return values.every((value, i) => Number.isFinite(value) || mayLack(i));
}
