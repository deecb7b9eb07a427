import { expect, test } from "vitest";
import type { Claim } from "../language/claim.ts";
import { emptyRecord } from "../study/record/record.ts";
import { changedVerdicts } from "./changed-verdicts.ts";

const claim = (name: string, changes: object = {}): Claim =>
  ({
    id: `s/${name}`,
    kind: "exact",
    says: "states",
    at: "page 1",
    hypothesis: "It works.",
    cap: 64,
    ...changes,
  }) as Claim;
const decided = (verdict: "reproduced" | "contradicted" | "open") => ({
  version: 1,
  registration: "0".repeat(64),
  verdict,
  looked: 64,
});

test("every way in which a verdict can change is counted and told with its reason", () => {
  const claims = [
    claim("same"),
    claim("turned", { version: 2 }),
    claim("closed"),
    claim("opened"),
    claim("renamed", { formerly: ["s/old"], says: "ours" }),
    claim("fresh"),
  ];
  const record = {
    ...emptyRecord("s"),
    decisions: {
      "s/same": decided("reproduced"),
      "s/turned": decided("contradicted"),
      "s/closed": decided("reproduced"),
      "s/opened": decided("open"),
      "s/renamed": decided("contradicted"),
    },
  };
  const before = {
    what: "Before.",
    verdicts: {
      "s/same": "reproduced",
      "s/turned": "reproduced",
      "s/closed": "inconclusive",
      "s/opened": "contradicted",
      "s/old": "reproduced",
      "s/gone": "reproduced",
    },
  } as const;
  const source = { about: {} as never, claims };
  expect(changedVerdicts([{ source, record }], before).split("\n")).toEqual([
    "## Against the verdicts before",
    "",
    "Before. Of 5 claims that were judged then, as they are judged now: 1 the same, 2 turned round, 1 now decided, 1 now open. " +
      "New: 1; no longer asked: 1 (`s/gone`).",
    "",
    "| claim | before | now | why |",
    "| --- | --- | --- | --- |",
    "| `s/turned` | reproduced | contradicted | what is tested is what is said (new version) |",
    "| `s/closed` | inconclusive | reproduced | fresh seeds, decided one after the other |",
    "| `s/opened` | contradicted | open | fresh seeds, decided one after the other |",
    "| `s/renamed` | reproduced | does not hold | asked under another name, of fresh seeds |",
  ]);
});
