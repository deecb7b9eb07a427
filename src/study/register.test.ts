import { expect, test } from "vitest";
import { UsageError } from "../language/usage-error.ts";
import { emptyRecord } from "./record/record.ts";
import { armsOf, changedSince, register } from "./register.ts";
import { hashesOf, recordOf, registered, small, smallSource } from "./study.fixture.ts";

const later = new Date("2026-02-03T04:05:06Z");
const other = (id: string) => new Map([...hashesOf(small), [id, "0".repeat(64)]]);

test("every claim that can be tested is registered from the first decisive seed on", () => {
  const { registrations } = registered(small);
  expect(Object.keys(registrations)).toEqual(["small/is-narrow", "small/is-left", "small/adds-up"]);
  expect(registrations["small/is-narrow"]).toEqual([
    { version: 1, hash: hashesOf(small).get("small/is-narrow"), from: 1001, at: "2026-01-02T03:04:05.000Z" },
  ]);
});

test("a second registration of the same claims changes nothing", () => {
  const record = registered(small);
  expect(register(record, small, hashesOf(small), later)).toEqual(record);
});

test("a claim that changed after its first trial is refused under the same version", async () => {
  const record = await recordOf(small, { narrow: 1 });
  const again = () => register(record, small, other("small/is-narrow"), later);
  expect(again).toThrow(UsageError);
  expect(again).toThrow(/^small\/is-narrow: expected what is registered as version 1 .* raise its version/);
});

test("a claim that changed before its first trial is registered anew", () => {
  const { registrations } = register(registered(small), small, other("small/is-narrow"), later);
  expect(registrations["small/is-narrow"]).toEqual([
    { version: 1, hash: "0".repeat(64), from: 1001, at: later.toISOString() },
  ]);
});

test("a raised version starts after the last seed that was trained, and what was decided before is kept", async () => {
  const record = await recordOf(small, { narrow: 20, wide: 12, point: 64 });
  const raised = smallSource({ version: 2 });
  const after = register(record, raised, hashesOf(raised), later);
  const [before, next] = after.registrations["small/is-narrow"];
  expect(before).toEqual(record.registrations["small/is-narrow"][0]);
  expect(next).toMatchObject({ version: 2, from: 1065, at: later.toISOString() });
  expect(record.decisions["small/is-narrow"]).toMatchObject({ version: 1, verdict: "reproduced" });
  expect(after.former["small/is-narrow"]).toEqual([record.decisions["small/is-narrow"]]);
  expect(after.decisions["small/is-narrow"]).toBeUndefined();
  expect(after.decisions["small/is-left"]).toEqual(record.decisions["small/is-left"]);
});

test("a claim of algebra that changed after it was decided is refused too", async () => {
  const record = await recordOf(small, {});
  expect(() => register(record, small, other("small/adds-up"), later)).toThrow("small/adds-up: expected what is");
});

test("a claim that nobody registered has not changed", () => {
  expect(changedSince(emptyRecord("small"), small, hashesOf(small))).toEqual([]);
});

test("a claim's arms are its own and those of its controls, each once", () => {
  const [claim, , exact] = small.claims;
  expect(armsOf(claim)).toEqual(["narrow", "wide", "point"]);
  expect(armsOf(exact)).toEqual([]);
});
