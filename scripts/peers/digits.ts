/** Contender `digits.ts NAME ARM`: an update of both players of an arm of src/benchmark/digits.ts on the engine NAME. */
import { digitArms } from "../../src/benchmark/digits.ts";
import { digitTask, playGiven } from "../../src/benchmark/peers/twin-task.ts";
import { imagePixels } from "../../src/data/images.ts";
import { engineNamed } from "../../src/engine/named.ts";
import { stream } from "../../src/random/stream.ts";
import { prepareKernels } from "../../src/trial/prepare-kernels.ts";
import { serve } from "./serve.ts";

prepareKernels();
const [name, armName] = process.argv.slice(2);
const arm = digitArms[armName];
const engine = await engineNamed(name);
const adversary = await engine.create(arm, [1]);
// Cutting batches out of the images is not what is timed.
const real = stream(1, "data").uniforms(arm.schedule.batch * imagePixels);
await serve(
  async (rounds) => {
    for (let round = 0; round < rounds; round++) {
      adversary.updateDiscriminator(real);
      adversary.updateGenerator();
    }
    await adversary.settle?.();
  },
  (given) => playGiven(digitTask(armName, "standard"), engine, given),
);
