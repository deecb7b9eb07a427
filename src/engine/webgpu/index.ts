import type { Engine } from "../engine.ts";
import { WebGpuAdversary } from "./adversary.ts";
import { openDevice } from "./device.ts";
import type { Host } from "./host-evaluation.ts";
import { refusal } from "./memory-plan.ts";

/** Seeds of an ensemble: enough to fill a large card several times, and some 10 MB of a small GAN's weights and moments. */
const ensemble = 1024;

/**
 * Small GANs by the thousand on any graphics card: one workgroup trains one seed, many updates a dispatch, with numbers
 * drawn on the card. On one card and driver a seed gives the same bits together with any other seeds; another may round
 * differently. Not for networks that exceed a workgroup's memory (MNIST's), which are unsupported.
 * @param host answers on the CPU what the card does not
 * @throws {EngineError} if no graphics card answers
 */
export async function openWebGpuEngine(host: Host): Promise<Engine> {
  const { gpu, limits } = await openDevice();
  return {
    name: "webgpu",
    device: gpu.device,
    ensemble,
    refusal: (arm) => refusal(arm, limits),
    create: async (arm, seeds) => WebGpuAdversary.create(await openDevice(), arm, seeds, { host }),
  };
}
