import { expect, test, vi } from "vitest";

test("importing a game compiles nothing; its first force does", async () => {
  vi.resetModules();
  // Compiling the kernels begins with decoding them.
  const decode = vi.spyOn(globalThis, "atob");
  const { biasGame, gridPoints, vectorField } = await import("./bias.game.ts");
  const field = vectorField(biasGame(), gridPoints(10));
  expect(decode).not.toHaveBeenCalled();
  field([0, 0]);
  vectorField(biasGame(), gridPoints(20))([0, 0]);
  expect(decode).toHaveBeenCalledOnce();
  decode.mockRestore();
});

test("a force keeps its value when the caller's points change, and when another force is asked in between", async () => {
  const { generatorForce } = await import("./force.ts");
  const settings = { margin: 0.001, clamp: 5 };
  const input = Float64Array.of(1, 1.5, 2);
  const force = generatorForce(input, settings);
  const before = force(-0.3, 0.2);
  input.fill(7);
  generatorForce(Float64Array.of(1, 2, 3, 4, 5), settings)(0, 0);
  expect(force(-0.3, 0.2)).toBe(before);
});
