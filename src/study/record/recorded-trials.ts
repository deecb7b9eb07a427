import type { Arm } from "../../language/arm.ts";
import { firstDecisive } from "../../language/seeds.ts";
import type { Trial } from "../../trial/trial.ts";
import { onlyAtRecorded } from "../measured.ts";
import { digestsIn, lengthOf, numbersOf } from "./columns.ts";
import type { RecordedArm } from "./record.ts";

/**
 * An arm's trials as far as a record keeps them: state, digest, metrics at the end, and those at rounds that claims look at. To ask
 * for anything else is an error.
 * @throws {RangeError} if a column does not have a number a trial
 */
export function recordedTrials(arm: Arm, engine: string, recorded: RecordedArm): Trial[] {
  const { count, states } = recorded;
  const digests = digestsIn(recorded.digests, count);
  const end = Object.entries(recorded.end).map(([metric, column]) => [metric, numbersOf(column, count)] as const);
  const at = Object.entries(recorded.at).map(([name, column]) => {
    const first = count - lengthOf(column);
    return { ...cellOf(name), name, first, values: numbersOf(column, count - first) };
  });
  const rounds = [...new Set(at.map(({ round }) => round))].sort((a, b) => a - b);
  return Array.from({ length: count }, (_, s) => {
    const curves: Record<string, Float64Array> = {};
    const known = at.filter(({ first }) => s >= first);
    for (const { metric, round, values, first } of known) {
      curves[metric] ??= new Float64Array(rounds.length).fill(Number.NaN);
      curves[metric][rounds.indexOf(round)] = values[s - first];
    }
    return onlyAtRecorded(
      {
        arm,
        seed: firstDecisive + s,
        engine,
        state: stateOf[states[s] as keyof typeof stateOf],
        rounds: Float64Array.from(rounds),
        curves,
        end: Object.fromEntries(end.map(([metric, values]) => [metric, values[s]])),
        arrays: {},
        digest: digests[s],
        seconds: Number.NaN,
      },
      new Set(known.map(({ name }) => name)),
    );
  });
}

const stateOf = { t: "trained", x: "diverged", d: "dead" } as const;
export const letterOf = { trained: "t", diverged: "x", dead: "d" } as const;

function cellOf(name: string): { metric: string; round: number } {
  const [metric, round] = name.split("@");
  return { metric, round: Number(round) };
}
