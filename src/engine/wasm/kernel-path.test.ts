import { afterEach, describe, expect, test, vi } from "vitest";
import { EngineError } from "../engine.ts";
import { choose, describe as inWords } from "./kernel-path.ts";

afterEach(() => {
  vi.unstubAllGlobals();
});

describe("a processor that fuses", () => {
  const fuses = choose({}).path !== "emulated";

  test.skipIf(!fuses)("gets 128-bit registers where nothing can widen them (skipped where it does not fuse)", () => {
    expect(choose({})).toMatchObject({ path: "narrow", because: expect.stringContaining("cannot be told") });
    expect(choose({ narrowBecause: "of its age" })).toMatchObject({ path: "narrow", because: "of its age" });
  });

  test.skipIf(!fuses)("gets 256-bit registers where the products' bits are the known ones", () => {
    const widen = vi.fn();
    expect(choose({ widen }).path).toBe("wide");
    expect(widen.mock.calls).toEqual([[true]]);
  });

  test.skipIf(!fuses)("goes back to 128-bit registers, and says so, where they are others", () => {
    const widen = vi.fn();
    const choice = choose({ widen }, 123);
    expect(choice.path).toBe("narrow");
    expect(inWords(choice)).toMatch(
      /^fused .* in 128-bit registers \(256-bit registers gave other bits: expected 123, got \d+/,
    );
    expect(widen.mock.calls).toEqual([[true], [false]]);
  });

  test.skipIf(!fuses)("takes the path that was asked for", () => {
    const widen = vi.fn();
    expect(choose({ asked: "narrow", widen }).path).toBe("narrow");
    expect(choose({ asked: "emulated", widen }).path).toBe("emulated");
    expect(widen).not.toHaveBeenCalled();
  });

  test("refuses 256-bit registers, if they were asked for, where they cannot be had", () => {
    expect(() => choose({ asked: "wide" })).toThrow(EngineError);
    expect(() => choose({ asked: "wide" })).toThrow(
      /^the kernels' path "wide" cannot run here: .*; unset GAN_REPRO_KERNELS/,
    );
  });
});

describe("without relaxed SIMD", () => {
  test("the multiply-add is emulated, and that is said", () => {
    onlyCompile(2);
    const choice = choose({ widen: () => {} });
    expect(inWords(choice)).toMatch(/^emulated .*\(relaxed SIMD is missing\)$/);
  });

  test("a path that fuses is refused", () => {
    onlyCompile(2);
    expect(() => choose({ asked: "narrow" })).toThrow(/"narrow" cannot run here: relaxed SIMD is missing/);
  });
});

test("without SIMD there is one line that says what is needed", () => {
  onlyCompile(Number.POSITIVE_INFINITY);
  expect(() => choose({})).toThrow(
    new EngineError("expected WebAssembly with 128-bit SIMD, got none; use a processor or a Node that has it"),
  );
});

/** Has the compiler reject modules until the one of that number. */
function onlyCompile(number: number): void {
  const { Module, CompileError } = WebAssembly;
  let count = 0;
  class Picky extends Module {
    constructor(bytes: BufferSource) {
      if (++count < number) throw new CompileError("invalid opcode");
      super(bytes);
    }
  }
  vi.stubGlobal("WebAssembly", { ...allOf(WebAssembly), Module: Picky });
}

const allOf = (object: object) =>
  Object.fromEntries(Object.getOwnPropertyNames(object).map((name) => [name, Reflect.get(object, name)]));
