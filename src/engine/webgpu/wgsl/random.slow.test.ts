import { afterAll, expect, test } from "vitest";
import { stream } from "../../../random/stream.ts";
import { onGpu } from "../../conformance/on-gpu.ts";
import { closeDevice } from "../device.ts";
import { random } from "./random.ts";

// The streams as the kernel makes them, against the host's.

const n = 4096;
/** Far from the start: the last block of 32 bits is among them. */
const from = 2 ** 33 - n;

const code = `${random}
@group(0) @binding(0) var<storage, read_write> numbers: array<f32>;
@group(0) @binding(1) var<storage, read> key: vec2u;
@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3u) {
  let block = threefry(key, ${from / 2}u + (id.x >> 1u));
  numbers[id.x] = uniformOf(block, (id.x & 1u) == 1u);
  numbers[${n}u + id.x] = normalOf(block, (id.x & 1u) == 1u);
}`;

afterAll(closeDevice);

onGpu((device) => {
  test("numbers made on the card are the host's: uniforms to the bit, normals to rounding", async () => {
    const { key, uniforms, normals } = stream(7, "data");
    const numbers = await run(device().device, key);
    expect(numbers.subarray(0, n)).toEqual(uniforms(n, from));
    const expected = normals(n, from);
    // A driver may fuse and divide as it likes: a few units in the last place of numbers up to 6.
    for (let i = 0; i < n; i++) expect(Math.abs(numbers[n + i] - expected[i])).toBeLessThan(4e-6);
  });
});

async function run(device: GPUDevice, key: readonly [number, number]): Promise<Float32Array> {
  const { STORAGE, COPY_SRC, COPY_DST, MAP_READ } = GPUBufferUsage;
  const numbers = device.createBuffer({ size: 8 * n, usage: STORAGE | COPY_SRC });
  const keyBuffer = device.createBuffer({ size: 8, usage: STORAGE | COPY_DST });
  device.queue.writeBuffer(keyBuffer, 0, Uint32Array.from(key));
  const pipeline = device.createComputePipeline({
    layout: "auto",
    compute: { module: device.createShaderModule({ code }) },
  });
  const buffers = [numbers, keyBuffer];
  const bindings = device.createBindGroup({
    layout: pipeline.getBindGroupLayout(0),
    entries: buffers.map((buffer, binding) => ({ binding, resource: { buffer } })),
  });
  const copy = device.createBuffer({ size: 8 * n, usage: MAP_READ | COPY_DST });
  const encoder = device.createCommandEncoder();
  const pass = encoder.beginComputePass();
  pass.setPipeline(pipeline);
  pass.setBindGroup(0, bindings);
  pass.dispatchWorkgroups(n / 64);
  pass.end();
  encoder.copyBufferToBuffer(numbers, 0, copy, 0, 8 * n);
  device.queue.submit([encoder.finish()]);
  await copy.mapAsync(GPUMapMode.READ);
  return new Float32Array(copy.getMappedRange().slice(0));
}
