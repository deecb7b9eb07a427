import type { Measured } from "../language/claim.ts";
import type { Trial } from "../trial/trial.ts";

/** A trial as predicates see it. */
export function measured(trial: Trial): Measured {
  const { seed, end, curves, rounds } = trial;
  const tell = listeners.get(trial);
  const known = recorded.get(trial);
  return {
    seed,
    end: new Proxy(end, {
      get(target, metric: string) {
        if (!(metric in target)) {
          throw new RangeError(`expected one of the metrics ${Object.keys(target).join(", ")}, got "${metric}"`);
        }
        return target[metric];
      },
    }),
    at(metric, round) {
      if (known && !known.has(cellName(metric, round))) {
        throw new RangeError(
          `expected what the record of seed ${seed} has (${[...known].join(", ")}), got "${metric}" at ${round}; train that seed again ` +
            "(`npm run train`), and `npm run decide` records it",
        );
      }
      const index = rounds.indexOf(round);
      const curve = curves[metric];
      if (!curve || index < 0) {
        const expected = curve
          ? `a recorded round (${rounds.join(", ")})`
          : `one of the curves ${Object.keys(curves).join(", ")}`;
        throw new RangeError(`expected ${expected}, got "${metric}" at ${round}`);
      }
      tell?.(metric, round);
      return curve[index];
    },
  };
}

/** A metric at a round, as records and messages name it. */
export const cellName = (metric: string, round: number): string => `${metric}@${round}`;

/** Told of each metric that is asked for at a round. */
export type Listener = (metric: string, round: number) => void;

const listeners = new WeakMap<Trial, Listener>();
const recorded = new WeakMap<Trial, ReadonlySet<string>>();

/** The same trial, which tells what is asked of its curves. */
export function listenedTo(trial: Trial, tell: Listener): Trial {
  const copy = { ...trial };
  listeners.set(copy, tell);
  const known = recorded.get(trial);
  if (known) recorded.set(copy, known);
  return copy;
}

/** Whether a trial can be asked for a metric at a round ("metric@round") that others of its arm were asked for. */
export const hasCell = (trial: Trial, cell: string): boolean => recorded.get(trial)?.has(cell) ?? true;

/** A trial of which a record has some metrics at some rounds ("metric@round"): any other is an error and not NaN. */
export function onlyAtRecorded(trial: Trial, known: ReadonlySet<string>): Trial {
  recorded.set(trial, known);
  return trial;
}
