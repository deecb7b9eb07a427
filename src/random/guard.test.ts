import { afterEach, expect, test } from "vitest";
import { withoutMathRandom } from "./guard.ts";

const original = Math.random;

afterEach(() => {
  Math.random = original;
});

test("Math.random throws while the work runs", async () => {
  await expect(withoutMathRandom(() => Math.random())).rejects.toThrow("draw from stream(seed, purpose) instead");
});

test("gives back what the work gives", async () => {
  await expect(withoutMathRandom(async () => 7)).resolves.toBe(7);
});

test("Math.random works again afterwards", async () => {
  await withoutMathRandom(() => {});
  expect(Math.random).toBe(original);
});

test("Math.random works again after an error", async () => {
  const failing = withoutMathRandom(async () => {
    throw new Error("diverged");
  });
  await expect(failing).rejects.toThrow("diverged");
  expect(Math.random).toBe(original);
});

test("an inner guard's end does not end the outer one", async () => {
  const outer = withoutMathRandom(async () => {
    await withoutMathRandom(() => {});
    Math.random();
  });
  await expect(outer).rejects.toThrow("Math.random was called");
});

test("while one of two overlapping trainings still runs, Math.random throws; when both have ended, it works", async () => {
  const [first, second] = [pending(), pending()];
  const guards = [withoutMathRandom(() => first.promise), withoutMathRandom(() => second.promise)];
  first.resolve();
  await guards[0];
  expect(() => Math.random()).toThrow("Math.random was called");
  second.resolve();
  await guards[1];
  expect(Math.random).toBe(original);
});

test("Math.random works again when one of two overlapping trainings fails", async () => {
  const [first, second] = [pending(), pending()];
  const guards = [withoutMathRandom(() => first.promise), withoutMathRandom(() => second.promise)];
  first.reject(new Error("device lost"));
  await expect(guards[0]).rejects.toThrow("device lost");
  expect(() => Math.random()).toThrow("Math.random was called");
  second.resolve();
  await guards[1];
  expect(Math.random).toBe(original);
});

/** A promise that the test settles. */
function pending() {
  let [resolve, reject]: [() => void, (error: Error) => void] = [() => {}, () => {}];
  const promise = new Promise<void>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}
