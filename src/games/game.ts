import type { z } from "zod";
import type { GameSettings } from "../language/arm.ts";
import type { MetricInWords } from "../language/metrics.ts";
import type { Field, Point, Step } from "./field.ts";

/**
 * A game of a few parameters: everything that the suite has to know of it. It is the default export of `<kind>.game.ts` in
 * this folder, made with `defineGame`, and is found there by its kind: no list of games is kept anywhere.
 * @typeParam Settings what an arm may set, `kind` included
 */
export interface Game<Settings extends GameSettings = GameSettings> {
  /** The name that stands in an arm, and the first part of the file's name: lower-case letters, digits and hyphens. */
  readonly kind: Settings["kind"];
  /** A strict schema of the settings, without defaults: whatever a run depends on stands in its arm. */
  readonly settings: z.ZodType<Settings>;
  /** The game's parameters, in the order of every {@link Point}. */
  readonly parameters: readonly Parameter[];
  /**
   * Where a run begins if its arm does not say: one point for all seeds, or drawn from the seed by named streams. If neither the
   * start nor the field depends on the seed, then all seeds are one and the same run, and a claim may count it only once.
   */
  start(settings: Settings, seed: number): Point;
  /** The game's vector field; what it needs of data is drawn from the seed by named streams. */
  field(settings: Settings, seed: number): Field;
  /** The equilibrium, if it is known. With it a run's distances from it are recorded (see `follow`). */
  equilibrium?(settings: Settings): Equilibrium;
  /** What this game alone measures on a run: the values of `metrics`, under their names. */
  measure?(run: Run<Settings>): Readonly<Record<string, number>>;
  /**
   * What `measure` gives, in words. A claim can name them, and the parameters, when the game's file adds their names to
   * `MetricsOfGames` (see src/language/metrics.ts).
   */
  readonly metrics?: Readonly<Record<string, MetricInWords>>;
  /** The settings as a reader of the report should see them: name and value, `kind` left out. */
  describe(settings: Settings): readonly (readonly [name: string, value: string])[];
  /** Seconds that one evaluation of the field takes on one core, roughly. */
  secondsAnEvaluation(settings: Settings): number;
}

/** One number that a player moves. */
export interface Parameter {
  /** Names the metric that holds its value when the run ends, such as `biasD`. */
  readonly name: string;
  /** As formulas write it, such as `b_D`. */
  readonly symbol: string;
  /** A few words, such as "the discriminator's bias". */
  readonly label: string;
  /** Who moves it. Methods that take turns let the discriminator move first. */
  readonly player: Player;
}

export type Player = "discriminator" | "generator";

/** Where a game ought to come to rest. */
export interface Equilibrium {
  readonly at: Point;
  /** Distance below which a run counts as arrived. */
  readonly arrivedWithin: number;
}

/** A run that has ended, for a game to measure. */
export interface Run<Settings> {
  readonly settings: Settings;
  readonly seed: number;
  readonly field: Field;
  /** One iteration of the method that was followed. */
  readonly step: Step;
  /** Every iterate, the start included: `[iterations + 1, parameters]`, row by row. */
  readonly path: Float64Array;
  /** The iterates over which long-run behaviour is judged: from `first` to `last`, both included. */
  readonly tail: { readonly first: number; readonly last: number };
}
