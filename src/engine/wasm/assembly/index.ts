// The kernels of the wasm engine: everything that touches a number while a network trains.
//
// One batch of activations lies in memory as [batch / 8][feature][8]: a block holds 8 samples side by side, so SIMD runs
// over the batch and a layer of 1, 10 or 20 units wastes no lane. A row is the 8 samples of one feature, 32 bytes.
// A layer's parameters are its kernel in panels (panels.ts), followed by its bias [units].
//
// Nothing is allocated, every sum has a fixed order, and a multiplication and addition are either fused everywhere
// (fused-multiply-add.ts) or nowhere, so the results are the same to the bit on every machine.

export { activationGradient, add, dropout, multiply, outputGradient, scaleAndClamp } from "./activation";
export { toBlocks, toRows } from "./blocks";
export { denseForward, denseInputGradient } from "./dense";
export { fusedMultiplyAdds } from "./fused-multiply-add";
export { expMap, generatorForce } from "./game";
export { crossEntropyGradient, logLoss, logLossGradient, squaredErrorGradient } from "./loss";
export { maxout, maxoutGradient } from "./maxout";
export { mapFloat32, multiplyAdds } from "./measure";
export { adam, momentum, sgd } from "./optimizer";
export { setWidth } from "./panels";
export { fillNormals, fillUniforms, mixComponents } from "./random";
export { denseWeightGradient } from "./weight-gradient";

/** First address that is free for the driver's arena. */
export function heapBase(): usize {
  return __heap_base;
}
