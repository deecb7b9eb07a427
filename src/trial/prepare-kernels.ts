import { setFlagsFromString } from "node:v8";
import { type Host, type KernelPath, kernelChoice, kernelPaths, setHost } from "../engine/wasm/kernel-path.ts";
import { UsageError } from "../language/usage-error.ts";
import { optimiseAtOnce, v8Flags } from "./v8-flags.ts";

/** The environment variable that forces a path of the kernels. */
export const kernelsVariable = "GAN_REPRO_KERNELS";

/**
 * Sets the flags that the kernels want of this version of V8, and has them use the path of GAN_REPRO_KERNELS if it is set.
 * Every process and thread that trains calls it before it loads a kernel: flags do nothing to code that is compiled already.
 * @throws {UsageError} if the variable names no path
 * @throws {EngineError} if it names one that cannot run here
 */
export function prepareKernels(environment: NodeJS.ProcessEnv = process.env): void {
  const asked = pathIn(environment);
  const flags = flagsHere();
  for (const { set, when } of flags) if (when === "always") setFlagsFromString(set);
  setHost({ asked, ...registersOf256(flags) });
  if (asked) kernelChoice(); // a path that cannot run is refused now, and not in the middle of something
}

/** @throws {UsageError} */
function pathIn(environment: NodeJS.ProcessEnv): KernelPath | undefined {
  const text = environment[kernelsVariable];
  if (text === undefined || text === "") return undefined;
  const path = kernelPaths.find((known) => known === text);
  if (path) return path;
  throw new UsageError(`${kernelsVariable}: expected one of ${kernelPaths.join(", ")}, got "${text}"`);
}

const flagsHere = () => v8Flags.get(majorOf(process.versions.node)) ?? [];

export const majorOf = (version: string): number => Number.parseInt(version, 10);

function registersOf256(flags: ReturnType<typeof flagsHere>): Host {
  const flag = flags.find(({ when }) => when === "wide");
  if (!flag) {
    const versions = [...v8Flags].filter(([, own]) => own.some(({ when }) => when === "wide")).map(([major]) => major);
    return { narrowBecause: `256-bit registers need Node ${versions.join(" or ")}, this is ${process.versions.node}` };
  }
  if (process.arch !== "x64")
    return { narrowBecause: `256-bit registers need an x64 processor, this is ${process.arch}` };
  return {
    widen: (on) => setFlagsFromString(on ? flag.set : flag.unset),
    optimised: (run) => {
      for (const { set } of optimiseAtOnce) setFlagsFromString(set);
      try {
        return run();
      } finally {
        for (const { unset } of optimiseAtOnce) setFlagsFromString(unset);
      }
    },
  };
}
