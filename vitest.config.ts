import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    projects: [
      {
        extends: true,
        test: { name: "unit", include: ["src/**/*.test.{ts,tsx}", "scripts/**/*.test.ts"], testTimeout: 60_000 },
      },
      {
        extends: true,
        // Each spec trains on a pool over all cores, so one at a time.
        test: {
          name: "specs",
          include: ["specs/**/*.spec.ts"],
          maxWorkers: 1,
          testTimeout: 120_000,
          hookTimeout: 3_600_000,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
