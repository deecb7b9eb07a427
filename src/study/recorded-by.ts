import { gameOf } from "../games/define.ts";
import { spacedIterations } from "../games/follow.ts";
import { curvesOf, metricsOf } from "../games/metrics.ts";
import type { Arm } from "../language/arm.ts";

/** What a trial of an arm will have been measured on, when it is trained. */
export interface RecordedBy {
  /** Metrics that have a value when training ends. */
  readonly end: readonly string[];
  /** Metrics that have a value at each of `rounds`. */
  readonly curves: readonly string[];
  /** Rounds or iterations, ascending. */
  readonly rounds: readonly number[];
}

/** Known before anything trains, from the arm alone. */
export function recordedBy(arm: Arm): RecordedBy {
  switch (arm.kind) {
    case "gan": {
      const { record, schedule } = arm;
      const rounds = new Set([...record.rounds.filter((round) => round <= schedule.rounds), schedule.rounds]);
      return { end: record.metrics, curves: record.metrics, rounds: [...rounds] };
    }
    case "sample":
    case "image-sample":
      return { end: arm.metrics, curves: [], rounds: [] };
    case "game": {
      const game = gameOf(arm.game);
      return {
        end: Object.keys(metricsOf(game)),
        curves: curvesOf(game),
        rounds: [...spacedIterations(arm.iterations)],
      };
    }
    case "classifier":
      return { end: ["testAccuracy"], curves: [], rounds: [] };
  }
}
