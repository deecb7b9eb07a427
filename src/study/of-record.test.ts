import { expect, test } from "vitest";
import { vary } from "../language/describe.ts";
import { ofRecord } from "./of-record.ts";
import type { StudyRecord } from "./record/record.ts";
import { hashesOf, recordOf, small, smallSource } from "./study.fixture.ts";

const record = await recordOf(small, { narrow: 64, wide: 64, point: 64 });
const id = "small/is-narrow";

const messages = (changed: StudyRecord, source = small, hashes = hashesOf(source)) =>
  ofRecord(source, changed, hashes).departures.map(({ message }) => message);

test("a sound record says what its trials give", () => {
  const { judgements, departures, trials } = ofRecord(small, record, hashesOf(small));
  expect(departures).toEqual([]);
  expect(trials.narrow).toHaveLength(64);
  expect(judgements.map(({ claim, ...said }) => [claim.id, said.kind, "verdict" in said && said.verdict])).toEqual([
    [id, "rate", "reproduced"],
    ["small/is-left", "rate", record.decisions["small/is-left"].verdict],
    ["small/adds-up", "exact", "reproduced"],
    ["small/is-pretty", "untested", false],
  ]);
});

test.each([
  ["verdict", { verdict: "contradicted" as const }],
  ["number of seeds", { looked: 40 }],
  ["count", { successes: 3 }],
  ["registration", { registration: "0".repeat(64) }],
])("a planted %s is found without training anything", (_, planted) => {
  const wrong = { ...record, decisions: { ...record.decisions, [id]: { ...record.decisions[id], ...planted } } };
  expect(messages(wrong)).toEqual([
    expect.stringMatching(/^small\/is-narrow: expected the decision that the recorded trials give, reproduced after/),
  ]);
});

test("a decision that was taken out is missed", () => {
  const { [id]: _, ...decisions } = record.decisions;
  expect(messages({ ...record, decisions })).toEqual([expect.stringContaining("got none in the record")]);
});

test("outcomes that were planted give another decision than the record's", () => {
  const { narrow } = record.arms;
  const planted = { ...narrow, states: "x".repeat(narrow.count) };
  expect(messages({ ...record, arms: { ...record.arms, narrow: planted } })).toEqual([
    expect.stringMatching(/^small\/is-narrow: expected .* contradicted after/),
    expect.stringMatching(/^small\/is-left: expected .* contradicted after/),
  ]);
});

test("a claim that is written otherwise than it was registered has no verdict", () => {
  const hashes = new Map([...hashesOf(small), [id, "0".repeat(64)]]);
  const [first] = ofRecord(small, record, hashes).judgements;
  expect(first).toMatchObject({ kind: "not judged", reason: expect.stringContaining("raise its version") });
});

test("a claim that was registered and is no longer made is told", () => {
  const without = { ...small, claims: small.claims.filter((claim) => claim.id !== id) };
  expect(messages(record, without, hashesOf(small))).toEqual([
    "small/is-narrow: registered, and no longer a claim of its source; it came out reproduced",
  ]);
});

test("a claim that is not registered has no verdict, and what to do is said", () => {
  const [first] = ofRecord(small, { ...record, registrations: {} }, hashesOf(small)).judgements;
  expect(first).toMatchObject({
    kind: "not judged",
    reason: expect.stringContaining("npm run decide -- small --register"),
  });
});

test("seeds that were trained before a claim was registered do not count", async () => {
  const { [id]: registrations } = record.registrations;
  const late = { ...record, registrations: { ...record.registrations, [id]: [{ ...registrations[0], from: 1063 }] } };
  const [first] = ofRecord(small, late, hashesOf(small)).judgements;
  expect(first).toMatchObject({ kind: "rate", verdict: "open", looked: 2 });
});

test("trials of an arm whose settings have changed are not its trials", () => {
  const changed = { ...smallSource(), arms: { ...small.arms, wide: vary(small.arms.wide, { size: 60 } as object) } };
  const { trials, departures } = ofRecord(changed, record, hashesOf(changed));
  expect(trials.wide).toEqual([]);
  expect(departures[0].message).toMatch(/^small, arm "wide": expected the settings that its recorded trials have/);
});
