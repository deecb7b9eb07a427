import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Engines } from "./engines.ts";
import { ofRecord } from "./of-record.ts";
import { onOtherEngine } from "./other-engine.ts";
import type { StudyRecord } from "./record/record.ts";
import { hashesOf, keep, recordOf, small, trained } from "./study.fixture.ts";

const store = mkdtempSync(join(tmpdir(), "gan-repro-other-"));
const counts = { narrow: 40, wide: 40, point: 40 };
keep(store, small, await trained(small, counts));
const record = await recordOf(small, counts);
const id = "small/is-narrow";

/** Another engine by name; draws are nobody's. */
const engines: Engines = { name: "reference", of: () => "wasm" };

function compared(recorded: StudyRecord, asked: { seconds?: number; claims?: ReadonlySet<string> } = {}) {
  const studies = [{ source: small, record: recorded, ...ofRecord(small, recorded, hashesOf(small)) }];
  return onOtherEngine(studies, { store, workers: 1, engines, seconds: 10, ...asked }, () => {});
}

/** A record whose trials say the opposite. */
const turned = (): StudyRecord => {
  const { narrow, wide } = record.arms;
  return { ...record, arms: { ...record.arms, narrow: { ...wide, arm: narrow.arm } } };
};

test("verdicts that another engine gives too are no departures", async () => {
  const { claims, departures } = await compared(record);
  expect(claims).toBe(2);
  expect(departures.filter((departure) => departure.id === id)).toEqual([]);
});

test("a verdict that turns round is a failure, which names both", async () => {
  const { departures } = await compared(turned(), { claims: new Set([id]) });
  expect(departures).toEqual([
    expect.objectContaining({
      ...{ kind: "verdict", severity: "failure", source: "small", id },
      message: `${id}: expected does not hold, as recorded of wasm, got holds on reference`,
    }),
  ]);
});

test("only claims that are asked for are decided anew", async () => {
  const { claims, trials } = await compared(record, { claims: new Set([id]) });
  expect(claims).toBe(1);
  expect(trials).toBe(3 * record.decisions[id].looked);
});

test("a claim that does not fit into the budget is left out", async () => {
  expect(await compared(record, { seconds: 0 })).toEqual({ claims: 0, trials: 0, departures: [] });
});

test("a claim is decided from the seeds that count for its registration", async () => {
  const [registration] = record.registrations[id];
  const registrations = { ...record.registrations, [id]: [{ ...registration, from: 1021 }] };
  const later = await compared({ ...record, registrations }, { claims: new Set([id]) });
  expect(later.departures).toEqual([]);
  // Before 1021 the store has other trials than the record: of the arm that is wide.
  const mixed = mkdtempSync(join(tmpdir(), "gan-repro-other-"));
  const trials = await trained(small, counts);
  const late = (arm: string) => trials[arm].filter(({ seed }) => seed >= 1021);
  keep(mixed, small, { narrow: late("narrow"), wide: late("wide"), point: late("point") });
  const studies = [
    {
      source: small,
      record: { ...record, registrations },
      ...ofRecord(small, { ...record, registrations }, hashesOf(small)),
    },
  ];
  const lines: string[] = [];
  const asked = { store: mixed, workers: 1, engines, seconds: 10, claims: new Set([id]) };
  await onOtherEngine(studies, asked, (line) => lines.push(line));
  expect(lines[0]).toMatch(/ 0 to train$/);
});
