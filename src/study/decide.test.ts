import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type DecideRun, decide } from "./decide.ts";
import { digestsIn } from "./record/columns.ts";
import type { StudyRecord } from "./record/record.ts";
import { register } from "./register.ts";
import { hashesOf, keep, registered, small, smallSource, trained, trainHere } from "./study.fixture.ts";

const store = mkdtempSync(join(tmpdir(), "gan-repro-decide-"));
keep(store, small, await trained(small, { narrow: 64, wide: 64, point: 64 }));

/** Decides the small source in a store of its own. @returns the record, and what was kept and said on the way */
async function decided(
  record: StudyRecord,
  { source = small, ...run }: Partial<DecideRun> & { source?: typeof small } = {},
) {
  const kept: StudyRecord[] = [];
  const { batches, train } = trainHere();
  const folder = run.store ?? mkdtempSync(join(tmpdir(), "gan-repro-decide-"));
  const [after] = await decide([{ source, record }], {
    ...{ store: folder, workers: 1, minutes: 1 },
    ...{ keep: (one: StudyRecord) => kept.push(one), say: () => {}, train },
    ...run,
  });
  const seeds = (arm: keyof typeof small.arms) =>
    batches.flatMap((jobs) => jobs.filter((job) => job.arm === source.arms[arm]).map(({ seed }) => seed));
  return { record: after, kept, batches, seeds };
}

const countsOf = ({ arms }: StudyRecord) =>
  Object.fromEntries(Object.entries(arms).map(([arm, { count }]) => [arm, count]));
const isNarrow = new Set(["small/is-narrow"]);

test("nothing is started when there is no time, and the record is kept all the same", async () => {
  const { record, kept } = await decided(registered(small), { minutes: 0 });
  expect(record.arms).toEqual({});
  expect(record.decisions["small/adds-up"]).toMatchObject({ verdict: "reproduced", looked: 0 });
  expect(kept.at(-1)).toEqual(record);
});

test("it trains until a claim is decided, then stops asking for its seeds", async () => {
  const { record, kept } = await decided(registered(small), { claims: isNarrow });
  const { verdict, looked } = record.decisions["small/is-narrow"];
  expect(verdict).toBe("reproduced");
  expect(looked).toBeLessThan(20);
  // No further than the look at which it was decided; its negative control has as many seeds.
  const { narrow, wide } = countsOf(record);
  expect(narrow).toBeGreaterThanOrEqual(looked);
  expect(narrow).toBeLessThan(looked + 4);
  expect(wide).toBe(looked);
  expect(kept.length).toBeGreaterThan(1);
});

test("a claim that is not decided stops at the cap of the run", async () => {
  const { record } = await decided(registered(small), { claims: new Set(["small/is-left"]), cap: 3 });
  expect(record.decisions["small/is-left"]).toMatchObject({ verdict: "open", looked: 3 });
  expect(countsOf(record).narrow).toBe(3);
});

test("it goes on from the record, without the store that made it", async () => {
  const before = await decided(registered(small), { claims: isNarrow, cap: 2 });
  expect(before.record.decisions["small/is-narrow"].verdict).toBe("open");
  const { record, seeds } = await decided(before.record, { claims: isNarrow });
  expect(seeds("narrow")[0]).toBe(1003);
  const whole = await decided(registered(small), { claims: isNarrow });
  expect(record.decisions["small/is-narrow"]).toEqual(whole.record.decisions["small/is-narrow"]);
  const first = Math.min(countsOf(record).narrow, countsOf(whole.record).narrow);
  const digests = [record, whole.record].map(({ arms: { narrow } }) => digestsIn(narrow.digests, narrow.count));
  expect(digests[0].slice(0, first)).toEqual(digests[1].slice(0, first));
});

test("what the store has is not trained again", async () => {
  const { batches, record } = await decided(registered(small), { store });
  expect(batches).toEqual([]);
  expect(countsOf(record)).toEqual({ narrow: 64, wide: 64, point: 64 });
});

test("a decision does not change when there are more seeds", async () => {
  const few = await decided(registered(small), { claims: isNarrow });
  const all = await decided(registered(small), { store });
  expect(all.record.decisions["small/is-narrow"]).toEqual(few.record.decisions["small/is-narrow"]);
});

test("figures have their seeds of every arm, if no claim was named", async () => {
  const { record } = await decided(registered(small), { cap: 1 });
  for (const arm of ["narrow", "wide", "point"]) expect(countsOf(record)[arm]).toBeGreaterThanOrEqual(2);
});

test("a raised version is decided from seeds after those that were trained, and what was decided before stays", async () => {
  const first = await decided(registered(small), { claims: isNarrow });
  const raised = smallSource({ version: 2, holds: ({ end }) => end.sd > 2, controls: swapped });
  const record = register(first.record, raised, hashesOf(raised));
  const seen = Math.max(...Object.values(countsOf(first.record)));
  const after = await decided(record, { source: raised, claims: isNarrow });
  const { [isNarrow.values().next().value as string]: decision } = after.record.decisions;
  expect(decision).toMatchObject({ version: 2, verdict: "contradicted" });
  expect(countsOf(after.record).narrow).toBeGreaterThanOrEqual(seen + decision.looked);
  expect(after.record.former["small/is-narrow"]).toEqual([first.record.decisions["small/is-narrow"]]);
});

const swapped = {
  negative: { what: "all but a point", for: "point" as never },
  positive: { what: "wide draws", for: "wide" as never },
};

test("a claim that is not registered is not decided", async () => {
  const { registrations, ...rest } = registered(small);
  const { "small/is-narrow": _, ...others } = registrations;
  const { record } = await decided({ ...rest, registrations: others }, { claims: isNarrow });
  expect(record.arms).toEqual({});
  expect(record.decisions["small/is-narrow"]).toBeUndefined();
});
