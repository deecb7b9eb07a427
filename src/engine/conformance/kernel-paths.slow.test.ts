import { fileURLToPath } from "node:url";
import { execa } from "execa";
import { expect, test } from "vitest";
import { v8Flags } from "../../trial/v8-flags.ts";
import { choose, type KernelPath } from "../wasm/kernel-path.ts";

const fuses = choose({}).path === "narrow";
const own = v8Flags.get(Number.parseInt(process.versions.node, 10)) ?? [];
const widens = fuses && process.arch === "x64" && own.some(({ when }) => when === "wide");

interface Trained {
  readonly path: KernelPath;
  readonly inWorker: KernelPath;
  readonly digest: string;
}

const train = async (environment: Record<string, string>, flags: readonly string[] = []): Promise<Trained> => {
  const fixture = fileURLToPath(new URL("short-training.ts", import.meta.url));
  const { stdout, stderr } = await execa(process.execPath, [...flags, "--import", "tsx", fixture], {
    env: environment,
  });
  expect(stderr).toBe("");
  return JSON.parse(stdout);
};

const fastest = await train({ GAN_REPRO_KERNELS: "" });

test("the fastest path runs, in workers too", () => {
  const path = widens ? "wide" : fuses ? "narrow" : "emulated";
  expect(fastest).toMatchObject({ path, inWorker: path });
});

test("the emulated path gives the same bits", async () => {
  const emulated = await train({ GAN_REPRO_KERNELS: "emulated" });
  expect(emulated).toEqual({ path: "emulated", inWorker: "emulated", digest: fastest.digest });
});

test.skipIf(!fuses)("so does the narrow one (skipped on a processor that does not fuse)", async () => {
  const narrow = await train({ GAN_REPRO_KERNELS: "narrow" });
  expect(narrow).toEqual({ path: "narrow", inWorker: "narrow", digest: fastest.digest });
});

test.skipIf(!widens)("so does the wide one (skipped where Node or the processor has none)", async () => {
  const wide = await train({ GAN_REPRO_KERNELS: "wide" });
  expect(wide).toEqual({ path: "wide", inWorker: "wide", digest: fastest.digest });
});

test.skipIf(!fuses || process.arch !== "x64")(
  "a processor that does not fuse is noticed, and emulated (skipped where V8 cannot pretend that it is one)",
  async () => {
    const older = await train({ GAN_REPRO_KERNELS: "" }, ["--no-enable-fma3"]);
    expect(older).toEqual({ path: "emulated", inWorker: "emulated", digest: fastest.digest });
  },
);
