import { expect, test } from "vitest";
import { type Engine, EngineError } from "../engine/engine.ts";
import { chooseEngines, onlyWasm } from "./engines.ts";
import { base, play } from "./registration.fixture.ts";

/** A machine with a graphics card, or without, that says why it cannot train an arm. */
const machine = (openGpu: () => { isSoftware: boolean }, reason?: string) => ({
  openGpu: async () => openGpu(),
  engineNamed: async (name: string) => ({ name, device: "a card", refusal: () => reason }) as unknown as Engine,
});
const withCard = () => ({ isSoftware: false });
const fails = (error: Error) => () => {
  throw error;
};

test("by default everything is trained by wasm, and no graphics card is looked for", async () => {
  const unasked = machine(fails(new TypeError("looked for")));
  expect(await chooseEngines("auto", {}, unasked)).toBe(onlyWasm);
  expect(await chooseEngines("auto", { many: false }, unasked)).toBe(onlyWasm);
});

test("much is trained on a real graphics card, what is too wide by TensorFlow.js, and games by wasm", async () => {
  const { name, device, of } = await chooseEngines("auto", { many: true }, machine(withCard));
  expect([name, device]).toEqual(["webgpu", "a card"]);
  expect([of(base), of(play)]).toEqual(["webgpu", "wasm"]);
  const wide = await chooseEngines("auto", { many: true }, machine(withCard, "too wide"));
  expect(wide.of(base)).toBe("tfjs:webgpu");
});

test("without a card, or with one that is software, much is trained by wasm too", async () => {
  const auto = (openGpu: () => { isSoftware: boolean }) => chooseEngines("auto", { many: true }, machine(openGpu));
  expect(await auto(() => ({ isSoftware: true }))).toBe(onlyWasm);
  expect(await auto(fails(new EngineError("no adapter")))).toBe(onlyWasm);
  await expect(auto(fails(new TypeError("a mistake")))).rejects.toThrow("a mistake");
});

test("an engine that is asked for trains all networks, or says why it cannot", async () => {
  const { of } = await chooseEngines("webgpu", {}, machine(withCard));
  expect([of(base), of(play)]).toEqual(["webgpu", "wasm"]);
  const wide = await chooseEngines("webgpu", {}, machine(withCard, "too wide"));
  expect(() => wide.of(base)).toThrow("webgpu cannot train one of the arms: too wide");
  await expect(chooseEngines("cuda")).rejects.toThrow('got "cuda"');
});
