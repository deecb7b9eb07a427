import { beforeEach, expect, test, vi } from "vitest";
import { EngineError } from "../engine/engine.ts";
import { openGpu } from "../engine/gpu/dawn.ts";
import { engineNamed } from "../engine/named.ts";
import { chooseEngines, onlyWasm } from "./engines.ts";
import { base, play } from "./registration.fixture.ts";

vi.mock("../engine/gpu/dawn.ts", () => ({ openGpu: vi.fn() }));
vi.mock("../engine/named.ts", () => ({ engineNamed: vi.fn() }));

const isTooWide = vi.fn<() => string | undefined>();

beforeEach(() => {
  vi.mocked(openGpu).mockReset();
  isTooWide.mockReset();
  vi.mocked(engineNamed).mockImplementation(async (name) => ({ name, device: "a card", refusal: isTooWide }) as never);
});
const card = (isSoftware: boolean) => vi.mocked(openGpu).mockResolvedValue({ isSoftware } as never);

test("by default everything is trained by wasm, and no graphics card is looked for", async () => {
  card(false);
  expect(await chooseEngines("auto")).toBe(onlyWasm);
  expect(await chooseEngines("auto", { many: false })).toBe(onlyWasm);
  expect(openGpu).not.toHaveBeenCalled();
});

test("much is trained on a real graphics card, what is too wide by TensorFlow.js, and games by wasm", async () => {
  card(false);
  const { name, device, of } = await chooseEngines("auto", { many: true });
  expect([name, device]).toEqual(["webgpu", "a card"]);
  expect([of(base), of(play)]).toEqual(["webgpu", "wasm"]);
  isTooWide.mockReturnValue("too wide");
  expect(of(base)).toBe("tfjs:webgpu");
});

test("without a card, or with one that is software, much is trained by wasm too", async () => {
  card(true);
  expect(await chooseEngines("auto", { many: true })).toBe(onlyWasm);
  vi.mocked(openGpu).mockRejectedValue(new EngineError("no adapter"));
  expect(await chooseEngines("auto", { many: true })).toBe(onlyWasm);
  vi.mocked(openGpu).mockRejectedValue(new TypeError("a mistake"));
  await expect(chooseEngines("auto", { many: true })).rejects.toThrow("a mistake");
});

test("an engine that is asked for trains all networks, or says why it cannot", async () => {
  const { of } = await chooseEngines("webgpu");
  expect([of(base), of(play)]).toEqual(["webgpu", "wasm"]);
  isTooWide.mockReturnValue("too wide");
  expect(() => of(base)).toThrow("webgpu cannot train one of the arms: too wide");
});
