import { defineConfig } from "vitest/config";

/** Tests that train, compile or start whole commands: proofs that take seconds to minutes each. */
const slow = "{src,scripts,specs}/**/*.slow.test.{ts,tsx}";

/** Those of them that need a graphics card, or a program that plays one: several at once abort each other's work. */
const adapter = "src/engine/{webgpu/**/*,conformance/*webgpu}.slow.test.ts";

/** One a core; vitest leaves a core free, which of two is half of all. */
const maxWorkers = "100%";

/** Milliseconds. Tests compute, and a laptop that is busy with something else must not make them red: only a hang is caught. */
const patience = 600_000;

export default defineConfig({
  test: {
    testTimeout: patience,
    hookTimeout: patience,
    setupFiles: ["src/testing/prepare-kernels.ts"],
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["{src,scripts,specs}/**/*.test.{ts,tsx}"],
          exclude: [slow],
          maxWorkers,
          isolate: false, // loading every module again for each of a hundred files takes longer than the tests
        },
      },
      {
        extends: true,
        test: {
          name: "slow",
          include: [slow],
          exclude: [adapter],
          maxWorkers,
          testTimeout: 6 * patience,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: "adapter",
          include: [adapter],
          maxWorkers: 1,
          testTimeout: 6 * patience,
          sequence: { groupOrder: 2 },
        },
      },
      {
        extends: true,
        // Each spec trains on a pool over all cores, so one at a time.
        test: {
          name: "specs",
          include: ["specs/**/*.spec.ts"],
          maxWorkers: 1,
          hookTimeout: 6 * patience,
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
});
