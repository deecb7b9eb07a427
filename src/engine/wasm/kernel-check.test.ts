import { expect, test } from "vitest";
import { newMemory } from "./arena.ts";
import { checksum, type Exports, fuses, knownChecksum } from "./kernel-check.ts";
import { choose } from "./kernel-path.ts";

test.each([
  { name: "the emulation", module: choose({ asked: "emulated" }).module },
  { name: "what runs here", module: choose({}).module },
])("products by $name have the known checksum, in tiles of either width", ({ module }) => {
  expect([128, 256].map((width) => checksum(instance(module), width))).toEqual([knownChecksum, knownChecksum]);
});

test("the emulation passes for fused, and two roundings do not", () => {
  const emulated = instance(choose({ asked: "emulated" }).module);
  expect(fuses(emulated)).toBe(true);
  expect(fuses({ ...emulated, fusedMultiplyAdds: twice(emulated.memory) })).toBe(false);
});

function instance(module: WebAssembly.Module): Exports {
  const memory = newMemory();
  memory.grow(7);
  const { exports } = new WebAssembly.Instance(module, { env: { memory } });
  return { ...(exports as unknown as Omit<Exports, "memory">), memory };
}

const twice =
  ({ buffer }: WebAssembly.Memory): Exports["fusedMultiplyAdds"] =>
  (n, ...addresses) => {
    const [a, b, c, out] = addresses.map((at) => new Float32Array(buffer, at, n));
    for (let i = 0; i < n; i++) out[i] = Math.fround(a[i] * b[i]) + c[i];
  };
