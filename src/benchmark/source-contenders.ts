import type { Arm, GameArm, GanArm } from "../language/arm.ts";
import type { Contender } from "./contender.ts";
import { script, updateContender } from "./contenders.ts";

/** A source whose base arm is timed. */
export interface TimedSource {
  readonly about: { readonly id: string };
  readonly arms: Readonly<Record<string, Arm>>;
}

/** What a source changes in its other arms: the first one that is played. @throws {RangeError} if none is */
export function baseArmOf(arms: Readonly<Record<string, Arm>>): GanArm | GameArm {
  for (const arm of Object.values(arms)) if (arm.kind === "gan" || arm.kind === "game") return arm;
  throw new RangeError(`expected an arm that is played, got ${Object.keys(arms).join(", ")}`);
}

/** A round of every source's own base arm: on each engine that trains it in a moment, and for each ensemble size. */
export const sourceContenders = (sources: readonly TimedSource[]): Contender[] =>
  sources.flatMap(({ about: { id }, arms }) => {
    const arm = baseArmOf(arms);
    const { engines, sizes } = timedOn(arm);
    const json = JSON.stringify(unrecorded(arm));
    return sizes.flatMap((size) =>
      engines.map((engine) =>
        updateContender(engine, `${id}, S = ${size}`, script("arm.ts", engine, String(size), json)),
      ),
    );
  });

function timedOn(arm: GanArm | GameArm): { engines: readonly string[]; sizes: readonly number[] } {
  if (arm.kind === "game") return { engines: ["wasm"], sizes: [1] };
  // A round of 32 networks for digits takes plain JavaScript some seconds.
  return arm.data.kind === "mnist"
    ? { engines: ["wasm"], sizes: [1, 8] }
    : { engines: ["wasm", "reference"], sizes: [1, 32] };
}

/** What is recorded does not change a round. */
const unrecorded = (arm: GanArm | GameArm): GanArm | GameArm =>
  arm.kind === "game" ? arm : { ...arm, record: { metrics: [], rounds: [] } };
