import type { Measured } from "../language/claim.ts";
import type { Trial } from "../trial/trial.ts";

/** A trial as predicates see it. */
export function measured({ seed, end, curves, rounds }: Trial): Measured {
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
      const index = rounds.indexOf(round);
      const curve = curves[metric];
      if (!curve || index < 0) {
        const known = curve
          ? `a recorded round (${rounds.join(", ")})`
          : `one of the curves ${Object.keys(curves).join(", ")}`;
        throw new RangeError(`expected ${known}, got "${metric}" at ${round}`);
      }
      return curve[index];
    },
  };
}
