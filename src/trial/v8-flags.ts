/** A flag of V8 that the kernels want. */
export interface V8Flag {
  /** As `v8.setFlagsFromString` takes it. */
  readonly set: string;
  /** What undoes it. */
  readonly unset: string;
  /** `wide`: only where registers of 256 bits are to be used; the others whatever runs. */
  readonly when: "always" | "wide";
  readonly because: string;
}

const relaxedSimd: V8Flag = {
  set: "--experimental-wasm-relaxed-simd",
  unset: "--no-experimental-wasm-relaxed-simd",
  when: "always",
  because: "relaxed SIMD, which has the fused multiply-add, is finished but not yet switched on by default in V8 11.3",
};

const noLoopUnrolling: V8Flag = {
  set: "--no-wasm-loop-unrolling",
  unset: "--wasm-loop-unrolling",
  when: "always",
  because: "an unrolled tile needs more registers than there are, and each spilled one costs a store and a load a step",
};

const revectorize: V8Flag = {
  set: "--experimental-wasm-revectorize",
  unset: "--no-experimental-wasm-revectorize",
  when: "wide",
  because: "pairs of operations on 128 bits become one on 256; Node 22 has the flag, but joins nothing",
};

/**
 * The flags for each major version of Node. A version that is not listed gets none, because V8 prints an error for each flag
 * that it does not know: its kernels have the same bits, in 128 bits.
 */
export const v8Flags: ReadonlyMap<number, readonly V8Flag[]> = new Map([
  [20, [relaxedSimd, noLoopUnrolling]],
  [22, [noLoopUnrolling]],
  [24, [revectorize]],
  [26, [revectorize]],
]);

/**
 * What has V8 optimise a kernel at once after its first call, and what restores the default. For versions with `wide` alone.
 * Keeping out the baseline compiler would be simpler, but without what it notes V8 14.6 crashes.
 */
export const optimiseAtOnce: readonly Pick<V8Flag, "set" | "unset">[] = [
  { set: "--wasm-sync-tier-up", unset: "--no-wasm-sync-tier-up" },
  { set: "--wasm-tiering-budget=1", unset: "--wasm-tiering-budget=13000000" },
];
