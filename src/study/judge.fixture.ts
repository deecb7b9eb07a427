import { biasGame } from "../games/bias.game.ts";
import { game } from "../language/describe.ts";
import type { Trial } from "../trial/trial.ts";

const arm = game({ game: biasGame(), method: "extragradient", stepSize: 0.1, iterations: 10, start: [0, 0] });

/** A trial that ended with a given standard deviation. */
export const trial = (seed: number, sd: number, state: Trial["state"] = "trained"): Trial => ({
  arm,
  seed,
  engine: "wasm",
  state,
  rounds: Float64Array.of(0, 10),
  // Every seed starts somewhere else.
  curves: { sd: Float64Array.of(1 + seed / 100, sd) },
  end: { sd },
  arrays: {},
  digest: "",
  seconds: 0,
});

/** Trials of seeds 1 … count. */
export const trials = (count: number, sd: (seed: number) => number, state: Trial["state"] = "trained"): Trial[] =>
  Array.from({ length: count }, (_, i) => trial(i + 1, sd(i + 1), state));
