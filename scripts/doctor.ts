/** `npm run doctor`: which engines work here, and how fast. */
import { timeEngine } from "../src/benchmark/time-engine.ts";
import { engineNames } from "../src/engine/engine.ts";
import { onlyWasm } from "../src/reproduction/engines.ts";
import { environment } from "../src/reproduction/environment.ts";

const { node, platform, cpu, cores } = environment(onlyWasm);
console.log(`Node ${node}, ${platform}, ${cores} × ${cpu}`);
for (const name of engineNames) {
  try {
    const [one] = await timeEngine(name);
    console.log(`${name}: works, ${one.median.toFixed(0)} ${one.unit} an update of the 1-D GAN's discriminator`);
  } catch (error) {
    console.log(`${name}: does not work here: ${(error as Error).message}`);
  }
}
