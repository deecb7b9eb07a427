import { biasGame } from "../games/bias.game.ts";
import type { Arm, GanArm } from "../language/arm.ts";
import { adam, affineNormal, dense, game, gan, normal, sample, uniformLatent, vary } from "../language/describe.ts";
import { toySeeds } from "../language/seeds.ts";
import { UsageError } from "../language/usage-error.ts";
import { source } from "./source.ts";

export const about = {
  id: "s",
  title: "Title",
  authors: "Authors",
  reference: "Reference",
  file: "file.txt",
  lead: "Lead.",
  differences: [],
  seeds: toySeeds,
};

/** Arms that are sound, to be spoilt by the tests. */
const optimizer = adam({ stepSize: 1e-3 });
export const base = gan({
  data: normal({ mean: 0, sd: 1 }),
  latent: uniformLatent(),
  generator: { layers: [dense(8, "tanh"), dense(1, "linear")] },
  discriminator: { layers: [dense(8, "tanh"), dense(1, "sigmoid")] },
  optimizer: { generator: optimizer, discriminator: optimizer },
  generatorLoss: "non-saturating",
  schedule: { rounds: 10, discriminatorSteps: 1, generatorSteps: 1, batch: 8 },
  record: { metrics: ["wasserstein1"], rounds: [0, 5] },
});
export const inPlane: GanArm = {
  ...base,
  data: affineNormal({
    matrix: [
      [1, 0],
      [0, 1],
    ],
    shift: [0, 0],
  }),
  latent: { kind: "normal", dimensions: 2, mean: 0, sd: 1 },
  generator: { layers: [dense(2, "linear")] },
  record: { metrics: ["wasserstein2"], rounds: [] },
};
export const ofDigits: GanArm = {
  ...base,
  data: { kind: "mnist", normalisation: { kind: "range", low: 0, high: 1 } },
  generator: { layers: [dense(784, "sigmoid")] },
  record: { metrics: ["frechet"], rounds: [] },
};
export const play = game({ game: biasGame(), method: "extragradient", stepSize: 0.1, iterations: 10, start: [-3, 0] });
export const draws = sample({ data: base.data, size: 100, stream: "draws", metrics: ["sd"] });

/** The faults of a source that is registered, one line each. */
export function refusal(register: () => unknown): string[] {
  try {
    register();
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return error.message.split("\n");
  }
  return [];
}

/** The faults that registering a source reports, after any change that an untyped caller makes to an arm. */
export const told = (arm: Arm, changes: object): string[] =>
  refusal(() => source(about, { "an arm": vary(arm as object, changes) as Arm }, [], () => {})).map((line) =>
    line.replace('s, arm "an arm": ', ""),
  );

export const layers = (...changed: object[]) => ({ layers: changed });
export const both = (changed: object) => ({ optimizer: { generator: changed } });
