import { afterAll, expect, test } from "vitest";
import { testArms } from "../conformance/arms.ts";
import { onGpu } from "../conformance/on-gpu.ts";
import { wasmEngine } from "../wasm/index.ts";
import { WebGpuAdversary } from "./adversary.ts";
import { closeDevice, type Device, GpuError, openDevice } from "./device.ts";
import { pipelineOf } from "./pipeline.ts";

const arm = testArms["leaky-relu networks"];

afterAll(closeDevice);

onGpu(() => {
  test("after a device is lost, the next call fails and the next ensemble opens a new device", async () => {
    const device = await openDevice();
    const adversary = await WebGpuAdversary.create(device, arm, [1], { host: wasmEngine });
    adversary.updateDiscriminator();
    const before = await adversary.weights("discriminator");
    device.device.destroy();
    adversary.updateDiscriminator();
    await expect(adversary.settle()).rejects.toThrow(/expected .* to keep computing, got a lost device/);
    await expect(adversary.weights("discriminator")).rejects.toThrow(GpuError);
    await expect(WebGpuAdversary.create(device, arm, [1], { host: wasmEngine })).rejects.toThrow(GpuError);
    adversary.dispose();

    const again = await WebGpuAdversary.create(await openDevice(), arm, [1], { host: wasmEngine });
    again.updateDiscriminator();
    expect(await again.weights("discriminator")).toEqual(before);
  });

  test("a device that is lost while it is waited for does not keep anyone waiting", async () => {
    const device = await openDevice();
    const adversary = await WebGpuAdversary.create(device, arm, [1], { host: wasmEngine });
    for (let update = 0; update < 100; update++) adversary.updateDiscriminator();
    const settled = adversary.settle();
    device.device.destroy();
    // What had been sent off may have been done before the device went.
    await settled.catch((error) => expect(error).toBeInstanceOf(GpuError));
    await expect(adversary.settle()).rejects.toThrow("lost device");
  });

  test("a kernel that does not compile says why", async () => {
    const device = await openDevice();
    await expect(
      pipelineOf(device, { code: "fn main() { let x: f32 = 1u; }", entryPoint: "main", bindings: [] }),
    ).rejects.toThrow(/^expected a kernel that compiles, got: Error while parsing WGSL/);
    expect(() => device.check()).not.toThrow();
  });

  test("errors reach the caller that caused them, even while others are waiting", async () => {
    const device = await openDevice();
    const make = (size: number) =>
      device.checked(`${size} bytes`, () => device.device.createBuffer({ size, usage: 8 }));
    const made = await Promise.allSettled([make(16), make(2 ** 50), make(32)]);
    expect(made.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
    expect((made[1] as PromiseRejectedResult).reason.message).toMatch(`expected ${2 ** 50} bytes, got: `);
  });

  test("two that ask at once get one device", async () => {
    const [first, second] = await Promise.all([openDevice(), openDevice()]);
    expect(first).toBe(second);
  });

  test("too little memory says so", async () => {
    const device = await openDevice();
    const tooMuch = () => device.device.createBuffer({ size: 2 ** 50, usage: GPUBufferUsage.STORAGE });
    await expect(device.checked("a petabyte", tooMuch)).rejects.toThrow(/expected a petabyte, got/);
  });

  test("errors that the driver reports later surface at the next read", async () => {
    const device: Device = await openDevice();
    const adversary = await WebGpuAdversary.create(device, arm, [1], { host: wasmEngine });
    device.device.createBuffer({ size: 16, usage: 0x8000 });
    await expect(adversary.settle()).rejects.toThrow("to do as told");
  });
});
