import { type Engine, EngineError, type EngineName } from "../engine/engine.ts";
import { type Gpu, openGpu } from "../engine/gpu/dawn.ts";
import { engineNamed } from "../engine/named.ts";
import type { Arm } from "../language/arm.ts";
import { UsageError } from "../language/usage-error.ts";

/** Which engine trains which arm in a run. */
export interface Engines {
  /** As results.json says it: the engine that was asked for, or that was chosen for most. */
  readonly name: EngineName;
  /** What that computes with, where it is not the CPU. */
  readonly device?: string;
  /** @throws {UsageError} if the engine that was asked for cannot train the arm */
  of(arm: Arm): EngineName;
}

/** Everything by the default engine: the bits that digests and figures are registered for. */
export const onlyWasm: Engines = { name: "wasm", of: () => "wasm" };

/** What there is to train with. */
interface Machine {
  engineNamed(name: string): Promise<Engine>;
  openGpu(): Promise<Pick<Gpu, "isSoftware">>;
}

/**
 * `auto` is `wasm`, whose bits the record is of. Only games of networks are trained by an engine at all; whatever else there is
 * counts as `wasm`'s.
 * @param many so much is trained, and verdicts rather than bits compared, that `auto` takes a real graphics card if one answers
 * @param machine what there is to train with: this one, unless a test plays another
 * @throws {RangeError} if there is no engine of that name
 * @throws {EngineError} if it does not work here
 */
export async function chooseEngines(
  asked: string,
  { many = false } = {},
  machine: Machine = { engineNamed, openGpu },
): Promise<Engines> {
  if (asked === "auto") return many && (await hasRealGpu(machine)) ? onGpu(machine) : onlyWasm;
  const engine = await machine.engineNamed(asked);
  return {
    name: engine.name,
    device: engine.device,
    of: (arm) => {
      if (arm.kind !== "gan") return "wasm";
      const reason = engine.refusal?.(arm);
      if (reason) throw new UsageError(`${engine.name} cannot train one of the arms: ${reason}`);
      return engine.name;
    },
  };
}

async function hasRealGpu({ openGpu: open }: Machine): Promise<boolean> {
  try {
    return !(await open()).isSoftware;
  } catch (error) {
    if (error instanceof EngineError) return false;
    throw error;
  }
}

/** Our own kernels for whatever fits into a workgroup's memory, TensorFlow.js for wider networks. */
async function onGpu(machine: Machine): Promise<Engines> {
  const { name, device, refusal } = await machine.engineNamed("webgpu");
  return {
    name,
    device,
    of: (arm) => {
      if (arm.kind !== "gan") return "wasm";
      return refusal?.(arm) ? "tfjs:webgpu" : name;
    },
  };
}
