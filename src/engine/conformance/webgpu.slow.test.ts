import { afterAll } from "vitest";
import { closeDevice } from "../webgpu/device.ts";
import { conformanceOf } from "./available.ts";

afterAll(closeDevice);

await conformanceOf("webgpu", {
  refuses: {
    "maxout networks": "got maxout; use the engine wasm",
    "maxout and dropout, of inputs too": "got dropout of inputs; use the engine wasm",
    "gradients that are never zeroed, with cross-talk": "got cross-talk",
    "cross-talk alone": "got cross-talk",
  },
});
