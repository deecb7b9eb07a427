import { z } from "zod";
import { type Metric, metricNames } from "./metrics.ts";
import { count, interval, list, notNegative, number, type Plain, settings, size, word } from "./setting.ts";

export type { Metric };

export const metricsSchema = list(z.enum(metricNames, { error: `one of the metrics ${metricNames.join(", ")}` }));

const rounds = list(count, "a list of rounds").refine((all) => all.every((round, i) => i === 0 || round > all[i - 1]), {
  error: "rounds in ascending order, each once",
});

/** Points of a grid of which both ends are drawn. */
const gridSize = number("a whole number of 2 or more", (value) => Number.isSafeInteger(value) && value >= 2);

const filmSchema = z.union(
  [
    settings({
      rounds,
      /** Points of the grids: of latents for the generator, of x for the discriminator. */
      points: gridSize,
      /** Ends of the grid of x. */
      x: interval,
    }),
    settings({ rounds, keeps: word("weights") }),
  ],
  { error: 'settings (rounds, and either points and x or keeps: "weights")' },
);

/**
 * Frames of one dimension, `frames.generator` on a grid of latents and `frames.discriminator` on a grid of x; or of the
 * plane, both players' weights.
 */
export type Filming = Plain<z.infer<typeof filmSchema>>;

export const recordingSchema = settings({
  metrics: metricsSchema,
  /** Rounds at which metrics are taken, ascending; the end of training is always among them. */
  rounds,
  /** Metrics whose end value is the mean over the recorded rounds from `from` on: for games that never settle. */
  averaged: settings({ metrics: metricsSchema, from: notNegative }).optional(),
  /** Rounds at which frames are kept. */
  film: filmSchema.optional(),
  /**
   * Images that are kept, in place of both players' weights: `samples` `[rounds, count, 784]`, bytes from background to
   * ink, of the same latents each time.
   */
  samples: settings({ rounds, count: size }).optional(),
});

/** What is written down while training. Recording draws from streams of its own and never changes the training. */
export interface Recording extends Plain<z.infer<typeof recordingSchema>> {}
