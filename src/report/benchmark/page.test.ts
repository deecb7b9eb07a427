import { expect, test } from "vitest";
import { results } from "../fixture.ts";
import { renderReport } from "../pages.tsx";
import { measuredAt, runOf } from "./fixture.ts";
import type { History } from "./history.ts";

const pagesOf = (history?: History) => renderReport(results, () => undefined, history);
const measurements = [
  measuredAt(1),
  { ...measuredAt(2, { name: "JAX, scan" }), peer: "JAX", variant: "scan" },
  ...[50, 60].map((value, i) =>
    measuredAt(value, { suite: "kernels", group: "kernels", name: `kernel ${i}`, unit: "ps" }),
  ),
  ...["64", "256"].map((name, i) =>
    measuredAt(10 * 4 ** i, { suite: "scaling", group: "time against seeds", name, unit: "ms" }),
  ),
];
const history = {
  runs: [runOf({ measurements }), runOf({ measurements: [measuredAt(1.5)] })],
  damaged: ["line 7 is skipped"],
};

test("the page shows peers, ceilings, scaling, what the last run timed, and history, each of the last run that has it", () => {
  const html = pagesOf(history).get("benchmark.html")!;
  for (const id of ["peers", "ceilings", "scaling", "measured", "history"]) expect(html).toContain(`id="${id}"`);
  expect(html).toContain("From 2 recorded runs");
  expect(html).toContain("between the two largest it grows as the power 1.00");
  expect(html).toContain("line 7 is skipped");
  expect(html).not.toMatch(/(src|href)="https?:/);
});

test("the first page leads there, and without a record there is no such page", () => {
  expect(pagesOf(history).get("index.html")).toContain('href="benchmark.html"');
  const without = pagesOf();
  expect(without.has("benchmark.html")).toBe(false);
  expect(without.get("index.html")).not.toContain("benchmark.html");
});
