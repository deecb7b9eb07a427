import { expect, test } from "vitest";
import type { Claim } from "../language/claim.ts";
import { emptyRecord } from "../study/record/record.ts";
import { type RecordedSource, resultsPage, summaryTable } from "./results-page.ts";

const claim = (name: string, says: Claim["says"], kind: Claim["kind"] = "rate") =>
  ({ id: `toy/${name}`, says, kind, atLeast: 0.75 }) as Claim;
const decided = { version: 1, registration: "", looked: 22 };
const toy: RecordedSource = {
  source: {
    about: { id: "toy", title: "A toy" } as RecordedSource["source"]["about"],
    claims: [
      claim("settles", "states"),
      claim("cycles", "implies"),
      claim("asks", "ours"),
      claim("ranks", "states", "statistic"),
      claim("sleeps", "states", "untested"),
      claim("waits", "states"),
    ],
  },
  record: {
    ...emptyRecord("toy"),
    decisions: {
      "toy/settles": { ...decided, verdict: "reproduced", successes: 22, seeds: 22 },
      "toy/cycles": { ...decided, verdict: "equivalent", successes: 11, seeds: 22 },
      "toy/asks": { ...decided, verdict: "contradicted", successes: 0, seeds: 6 },
      "toy/ranks": { ...decided, verdict: "open", estimate: -0.125 },
    },
  },
};

test("the summary counts what a source says apart from what is ours", () => {
  const [heads, , ...rows] = summaryTable([toy]).split("\n");
  expect(heads).toBe(
    "| source | its claims | reproduced | contradicted | no difference that matters | open | not tested | ours | hold | do not hold |",
  );
  expect(rows).toEqual([
    "| `toy`: A toy | 5 | 1 | 0 | 1 | 2 | 1 | 1 | 0 | 1 |",
    "| all | 5 | 1 | 0 | 1 | 2 | 1 | 1 | 0 | 1 |",
  ]);
});

test("the page has a row for every claim, whatever is known of it", () => {
  const lines = resultsPage([toy]).split("\n");
  expect(lines).toContain(
    "`toy`: 1 reproduced, 1 no difference that matters, 2 open, 1 not tested; ours: 1 does not hold. 0 recorded trials.",
  );
  expect(lines.slice(-7, -1)).toEqual([
    "| `settles` | stated | **reproduced** | 22/22 | [0.76, 1.00] | ≥ 0.75 |",
    "| `cycles` | implied | **no difference that matters** | 11/22 | [0.21, 0.79] | ≥ 0.75 |",
    "| `asks` | ours | **does not hold** | 0/6 | [0.00, 0.56] | ≥ 0.75 |",
    "| `ranks` | stated | **open** | statistic: −0.13 |  |  |",
    "| `sleeps` | stated | **not tested** |  |  |  |",
    "| `waits` | stated | **open** | 0/0 | [0.00, 1.00] | ≥ 0.75 |",
  ]);
});
