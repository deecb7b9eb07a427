/**
 * Contender `arm.ts ENGINE SIZE ARM`: a round of an arm, given as JSON: the updates of both players for SIZE seeds on the
 * engine ENGINE; of a game one iteration of each seed, in which no engine has a part.
 */
import { seedsOf } from "../../src/benchmark/arm.ts";
import { engineNamed } from "../../src/engine/named.ts";
import { loadGame } from "../../src/games/load.ts";
import { methods } from "../../src/games/methods.ts";
import type { GameArm, GanArm } from "../../src/language/arm.ts";
import { stream } from "../../src/random/stream.ts";
import { prepareKernels } from "../../src/trial/prepare-kernels.ts";
import { serve } from "./serve.ts";

prepareKernels();
const [engineName, size, json] = process.argv.slice(2);
const arm: GanArm | GameArm = JSON.parse(json);
const seeds = seedsOf(Number(size));
const play = arm.kind === "game" ? await iterationOf(arm) : await roundOf(arm);
await serve((repetitions) => {
  for (let i = 0; i < repetitions; i++) play();
});

async function roundOf(arm: GanArm): Promise<() => void> {
  const engine = await engineNamed(engineName);
  const adversary = await engine.create(arm, seeds);
  const { batch, discriminatorSteps, generatorSteps } = arm.schedule;
  // Where only the host can make real batches, making them is not what is timed.
  const isGiven = arm.data.kind === "mnist" || arm.data.kind === "affine-normal" || arm.batches !== undefined;
  const features = arm.generator.layers.at(-1)!.units;
  const real = isGiven ? stream(1, "data").uniforms(seeds.length * batch * features) : undefined;
  return () => {
    for (let step = 0; step < discriminatorSteps; step++) adversary.updateDiscriminator(real);
    for (let step = 0; step < generatorSteps; step++) adversary.updateGenerator();
  };
}

async function iterationOf(arm: GameArm): Promise<() => void> {
  const game = await loadGame(arm.game.kind);
  const players = game.parameters.map(({ player }) => player);
  const runs = seeds.map((seed) => ({
    step: methods[arm.method](game.field(arm.game, seed), arm.stepSize, players),
    at: arm.start ?? game.start(arm.game, seed),
  }));
  return () => {
    for (const run of runs) run.at = run.step(run.at);
  };
}
