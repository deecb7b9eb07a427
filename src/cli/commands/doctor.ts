import { timeEngine } from "../../benchmark/time-engine.ts";
import { EngineError, engineNames } from "../../engine/engine.ts";
import { engineNamed } from "../../engine/named.ts";
import { chooseEngines, onlyWasm } from "../../study/engines.ts";
import { environment } from "../../study/environment.ts";
import type { SuiteCommand } from "../command.ts";

/** `npm run doctor`: which engines work here, on what, and how fast; why the others don't. */
export const doctorCommand: SuiteCommand<object> = {
  name: "doctor",
  description: "Shows which engines work on this machine, on which device and how fast, and why the others do not.",
  options: [],
  async act() {
    const { node, platform, cpu, cores, kernels } = environment(onlyWasm);
    console.log(`Node ${node}, ${platform}, ${cores} × ${cpu}`);
    console.log(`Kernels        ${kernels}`);
    for (const name of engineNames) console.log(`${name.padEnd(14)} ${await diagnosis(name)}`);
    const { name, device } = await chooseEngines("auto", { many: true });
    console.log(`auto           is ${name}${device ? ` on ${device}` : ""} here`);
    return 0;
  },
};

async function diagnosis(engineName: string): Promise<string> {
  try {
    const { device = "the CPU" } = await engineNamed(engineName);
    const timings = await timeEngine(engineName);
    const speeds = timings.map(
      ({ median, unit }) => `${median < 10 ? median.toPrecision(2) : median.toFixed(0)} ${unit}`,
    );
    return `works on ${device}: ${speeds.join(", ")} an update of 1, 8, 32 seeds of the 1-D GAN's discriminator`;
  } catch (error) {
    if (error instanceof EngineError) return `does not work here: ${error.message}`;
    throw error;
  }
}
