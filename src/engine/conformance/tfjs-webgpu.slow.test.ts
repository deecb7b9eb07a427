import { conformanceOf } from "./available.ts";

// The engine's arithmetic is tested with every arm on tfjs:cpu; here the backend's kernels are, and each of them occurs in these.
await conformanceOf("tfjs:webgpu", {
  onSoftware: [
    "the notebook",
    "relu networks",
    "leaky-relu networks",
    "scaled and clamped outputs",
    "maxout and dropout, of inputs too",
    "gradients that are never zeroed, with cross-talk",
    "momentum",
  ],
});
