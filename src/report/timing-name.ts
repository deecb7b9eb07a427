import { countOf } from "./format.ts";
import type { Timing } from "./results.ts";

/** What was timed, in words. */
export function timingName(timing: Timing): string {
  switch (timing.kind) {
    case "update":
      return `discriminator update of ${countOf(timing.seeds, "seed")} on ${engineLabel(timing)}`;
    case "trial":
      return `trial of ${timing.source}, ${timing.arm}`;
    case "throughput":
      return `${timing.of} of ${timing.engine} at ${countOf(timing.seeds, "seed")}`;
  }
}

/** "wasm", or "wasm, all 4 cores" where several threads were busy at once. */
export const engineLabel = ({ engine, cores }: { readonly engine: string; readonly cores: number }): string =>
  cores === 1 ? engine : `${engine}, all ${cores} cores`;
