import { expect, test } from "vitest";
import { stream } from "../../random/stream.ts";
import { kernelStreams } from "./stream.ts";

test.each([
  [1, 0],
  [37, 8],
  [20_001, 16],
  [9, 2 ** 34],
])("%i numbers from position %i are the stream's own, to the bit", async (n, from) => {
  const [ours, theirs] = [(await kernelStreams())(3, "data"), stream(3, "data")];
  expect(ours.key).toEqual(theirs.key);
  expect(ours.uniforms(n, from)).toEqual(theirs.uniforms(n, from));
  expect(ours.normals(n, from)).toEqual(theirs.normals(n, from));
});
