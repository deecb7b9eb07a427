import { EngineError } from "../engine.ts";
import { newMemory } from "./arena.ts";
import { checksum, type Exports, fuses, knownChecksum } from "./kernel-check.ts";
import { emulated, fused } from "./kernels.generated.ts";

/**
 * How the kernels multiply and add. `wide` and `narrow` use the processor's fused multiply-add, in registers of 256 and of 128
 * bits; `emulated` computes it from what every processor has. All three give the same bits.
 */
export const kernelPaths = ["wide", "narrow", "emulated"] as const;
export type KernelPath = (typeof kernelPaths)[number];

/** The kernels that run here. */
export interface KernelChoice {
  readonly path: KernelPath;
  readonly module: WebAssembly.Module;
  /** Why it is none of the faster paths; undefined if it is the fastest or was asked for. */
  readonly because?: string;
}

/** What the surroundings can do that WebAssembly cannot. A browser can do nothing of it. */
export interface Host {
  /** The path that the user asked for. */
  readonly asked?: KernelPath;
  /** Makes the compiler join pairs of 128-bit operations, or not, in what it compiles from now on. */
  readonly widen?: (on: boolean) => void;
  /** Runs something with each kernel compiled by the optimising compiler, the only one that joins, after its first call. */
  readonly optimised?: <T>(run: () => T) => T;
  /** Why there is no `widen`. */
  readonly narrowBecause?: string;
}

let host: Host = {};
let choice: KernelChoice | undefined;

/** Tells what the surroundings can do, before the first kernels are loaded. */
export function setHost(given: Host): void {
  host = given;
  choice = undefined;
}

/**
 * The fastest path that computes the right bits here, found out once.
 * @throws {EngineError} if there is none, or the path that was asked for is not to be had
 */
export function kernelChoice(): KernelChoice {
  choice ??= choose(host);
  return choice;
}

/** One line for people. */
export function describe({ path, because }: Pick<KernelChoice, "path" | "because">): string {
  return because ? `${meanings[path]} (${because})` : meanings[path];
}

const meanings: Readonly<Record<KernelPath, string>> = {
  wide: "fused multiply-add in 256-bit registers",
  narrow: "fused multiply-add in 128-bit registers",
  emulated: "emulated fused multiply-add, with the same bits but many times slower",
};

/**
 * As {@link kernelChoice}.
 * @param known the checksum of a path that computes the right bits
 */
export function choose({ asked, ...host }: Host, known = knownChecksum): KernelChoice {
  if (asked === "emulated") return { path: asked, module: compileEmulated() };
  const fusing = compileFused();
  if (typeof fusing === "string") {
    if (asked) throw new EngineError(refusal(asked, fusing));
    return { path: "emulated", module: compileEmulated(), because: fusing };
  }
  if (asked === "narrow") return { path: asked, module: fusing };
  const objection = widen(host, known);
  if (!objection) return { path: "wide", module: fusing };
  if (asked) throw new EngineError(refusal(asked, objection));
  return { path: "narrow", module: fusing, because: objection };
}

const refusal = (asked: KernelPath, reason: string): string =>
  `the kernels' path "${asked}" cannot run here: ${reason}; unset GAN_REPRO_KERNELS to use the fastest that can`;

/** The fused module, or why it is of no use here. */
function compileFused(): WebAssembly.Module | string {
  let module: WebAssembly.Module;
  try {
    module = new WebAssembly.Module(decodeBase64(fused.base64));
  } catch (error) {
    if (error instanceof WebAssembly.CompileError) return "relaxed SIMD is missing";
    throw error;
  }
  return fuses(instantiate(module)) ? module : "the processor has no fused multiply-add, or it is not used";
}

/** Has pairs of operations joined in whatever is compiled from now on; returns why not if it cannot be. */
function widen(
  {
    widen,
    narrowBecause = "the compiler cannot be told to join pairs of operations",
    optimised = (run) => run(),
  }: Host,
  known: number,
): string | undefined {
  if (!widen) return narrowBecause;
  widen(true);
  const sums = optimised(() => {
    checked ??= new WebAssembly.Module(withName(decodeBase64(fused.base64)));
    const kernels = instantiate(checked);
    return [128, 256].map((width) => checksum(kernels, width));
  });
  if (sums.every((sum) => sum === known)) return undefined;
  widen(false);
  return `256-bit registers gave other bits: expected ${known}, got ${sums.join(" and ")}`;
}

/** It is kept, for threads that check it later: compiled code is shared by all modules of a process that have the same bytes. */
let checked: WebAssembly.Module | undefined;

/** A section that says nothing, so that the code which is checked is not the code which trains: that is compiled later. */
const withName = (module: Uint8Array) => Uint8Array.of(...module, 0, 2, 1, "n".charCodeAt(0)); // id, length, name's length, name

function compileEmulated(): WebAssembly.Module {
  try {
    return new WebAssembly.Module(decodeBase64(emulated.base64));
  } catch (error) {
    if (!(error instanceof WebAssembly.CompileError)) throw error;
    throw new EngineError("expected WebAssembly with 128-bit SIMD, got none; use a processor or a Node that has it");
  }
}

const instantiate = (module: WebAssembly.Module): Exports => {
  memory ??= newMemory();
  const missing = triedPages - memory.buffer.byteLength / pageBytes;
  if (missing > 0) memory.grow(missing);
  const { exports } = new WebAssembly.Instance(module, { env: { memory } });
  return { ...(exports as unknown as Omit<Exports, "memory">), memory };
};

/** What all that is tried runs in: half a megabyte. */
let memory: WebAssembly.Memory | undefined;
const triedPages = 8;
const pageBytes = 65_536;

/** The memory that things were tried in, zeroed, once: each memory takes gigabytes of addresses until it is collected. */
export function spareMemory(): WebAssembly.Memory | undefined {
  const spare = memory;
  memory = undefined;
  if (spare) new Uint8Array(spare.buffer).fill(0);
  return spare;
}

function decodeBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
