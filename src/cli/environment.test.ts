import { expect, test } from "vitest";
import { testSettings } from "./environment.ts";

test.each([
  ["GAN_REPRO_WORKERS", "abc", 'Expected a whole number from 1 to 1024, got "abc".'],
  ["GAN_REPRO_WORKERS", "0", 'Expected a whole number from 1 to 1024, got "0".'],
  ["GAN_REPRO_WORKERS", "-3", 'Expected a whole number from 1 to 1024, got "-3".'],
  ["GAN_REPRO_WORKERS", "", 'Expected a whole number from 1 to 1024, got "".'],
  ["GAN_REPRO_STORE", "", 'Expected a folder, got "".'],
  ["GAN_REPRO_PARITY", "abacus", 'got "abacus".'],
])("%s=%s is rejected like the option of that name", (name, value, message) => {
  expect(() => testSettings({ [name]: value })).toThrow(`${name}: `);
  expect(() => testSettings({ [name]: value })).toThrow(message);
});

test("without variables the tests train on every core", () => {
  const { workers, parity } = testSettings({});
  expect(parity).toBe("tfjs:wasm");
  expect(workers).toBeGreaterThan(0);
  expect(testSettings({ GAN_REPRO_WORKERS: "3" }).workers).toBe(3);
});
