import { execa } from "execa";
import { expect, test } from "vitest";
import { EngineError } from "../engine/engine.ts";
import { UsageError } from "../language/usage-error.ts";
import { prepareKernels } from "./prepare-kernels.ts";
import { optimiseAtOnce, v8Flags } from "./v8-flags.ts";

const own = v8Flags.get(Number.parseInt(process.versions.node, 10)) ?? [];
const temporary = own.some(({ when }) => when === "wide") ? optimiseAtOnce : [];

test("this Node knows every flag that is set in it, and none is its default", async () => {
  const { stdout } = await execa(process.execPath, ["--v8-options"]);
  for (const { set, unset } of [...own, ...temporary]) {
    const [name] = set.replace(/^--(no-)?/, "").split("=");
    const [, standard] = new RegExp(`^ +--${name} .*\n.*default: (\\S+)`, "m").exec(stdout) ?? [];
    expect(standard).toBe(unset);
    expect(set).not.toBe(unset);
  }
});

test("setting the flags prints nothing", async () => {
  const { all } = await execa(process.execPath, ["--import", "tsx", "--eval", load], {
    all: true,
    cwd: import.meta.dirname,
  });
  expect(all).toBe("");
});

const load = `
  const { prepareKernels } = await import("./prepare-kernels.ts");
  const { kernelChoice } = await import("../engine/wasm/kernel-path.ts");
  prepareKernels();
  kernelChoice();`;

test("a path that there is not is refused in one line", () => {
  const refused = () => prepareKernels({ GAN_REPRO_KERNELS: "fast" });
  expect(refused).toThrow(UsageError);
  expect(refused).toThrow('GAN_REPRO_KERNELS: expected one of wide, narrow, emulated, got "fast"');
});

test.skipIf(own.some(({ when }) => when === "wide"))(
  "a path that this Node does not have is refused before anything runs (skipped on a Node that has all)",
  () => {
    try {
      const wide = () => prepareKernels({ GAN_REPRO_KERNELS: "wide" });
      expect(wide).toThrow(EngineError);
      expect(wide).toThrow(`256-bit registers need Node 24 or 26, this is ${process.versions.node}`);
    } finally {
      prepareKernels();
    }
  },
);
