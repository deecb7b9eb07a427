import { expect, test } from "vitest";
import { wasmEngine } from "../../engine/wasm/index.ts";
import { stream } from "../../random/stream.ts";
import { digitArms } from "../digits.ts";
import { distance } from "./twin-check.ts";
import type { TwinArrays } from "./twin-file.ts";
import { digitTask, playGiven, twinInput } from "./twin-task.ts";

/** As a share of each weight: eight times the largest error of a float32 number. */
const ROUNDING = 2 ** -21;
/** A hundredth of what a step size that is 1 % larger does; a unit that fell on the other side of its kink does 0.04. */
const LIMIT = 1e-4;

test.each(Object.keys(digitArms))("no rounding error sets the checked updates of %s on another course", async (arm) => {
  const task = digitTask(arm, "standard");
  const input = await twinInput(task, wasmEngine);
  const plain = await playGiven(task, wasmEngine, input);
  for (let trial = 1; trial <= 8; trial++) {
    const moved = await playGiven(task, wasmEngine, perturbed(input, trial));
    for (const player of task.players) {
      const [a, b] = [moved[player].values, plain[player].values];
      const share = distance(a, b) / distance(b, input[player].values);
      expect(share, `trial ${trial}, ${player}`).toBeLessThan(LIMIT);
    }
  }
});

function perturbed(input: TwinArrays, trial: number): TwinArrays {
  const weights = (player: string) => {
    const { shape, values } = input[player];
    const u = stream(trial, `perturbed/${player}`).uniforms(values.length);
    return { shape, values: values.map((w, i) => w * (1 + (2 * u[i] - 1) * ROUNDING)) };
  };
  return { ...input, generator: weights("generator"), discriminator: weights("discriminator") };
}
