/** Contender `engine.ts NAME SIZE`: a discriminator update of SIZE seeds on the engine NAME. */
import { benchmarkArm, seedsOf } from "../../src/benchmark/arm.ts";
import { playGiven, updateTask } from "../../src/benchmark/peers/twin-task.ts";
import { engineNamed } from "../../src/engine/named.ts";
import { prepareKernels } from "../../src/trial/prepare-kernels.ts";
import { serve } from "./serve.ts";

prepareKernels();
const [name, size] = process.argv.slice(2);
const engine = await engineNamed(name);
const adversary = await engine.create(benchmarkArm, seedsOf(Number(size)));
await serve(
  async (updates) => {
    for (let update = 0; update < updates; update++) adversary.updateDiscriminator();
    await adversary.settle?.();
  },
  (given) => playGiven(updateTask(Number(size), "tensorflow"), engine, given),
);
