import { armRow } from "../../../src/figure/arm-row.ts";
import { dotStrip } from "../../../src/figure/dot-strip.ts";
import { logDomain, logTicks } from "../../../src/figure/scales.ts";
import { sheet } from "../../../src/figure/sheet.ts";
import { hue } from "../../../src/figure/theme.ts";
import type { TrialsByArm } from "../../../src/study/figure.ts";

const rows = [
  { arm: "k = 0", name: "N(0, 1), k = 0", color: hue.grey },
  { arm: "post", name: "N(0, 1), k = 1", color: hue.blue },
  { arm: "k = 5", name: "N(0, 1), k = 5", color: hue.sky },
  { arm: "two peaks, k = 1", name: "two peaks, k = 1", color: hue.red },
  { arm: "two peaks, k = 5", name: "two peaks, k = 5", color: hue.orange },
  { arm: "two peaks, k = 5 at equal cost", name: "two peaks, k = 5, equal cost", color: hue.purple },
] as const;

/** W1 at the end for one discriminator step a round and for five, on either target. */
export function drawSteps(trials: TrialsByArm): string {
  const shown = rows.map((row) => armRow(row, trials[row.arm], "wasserstein1"));
  const domain = logDomain(shown.flatMap(({ dots }) => dots.map(({ value }) => value)));
  const strip = dotStrip({
    rows: shown,
    x: { label: "Wasserstein-1 distance over the last fifth, σ", type: "log", domain, ticks: logTicks(domain) },
    marginLeft: 190,
    marginRight: 130,
  });
  const wins = (a: string, b: string) =>
    trials[a].filter((trial, i) => trial.state === "trained" && trial.end.wasserstein1 < trials[b][i].end.wasserstein1);
  const n = trials.post.length;
  return sheet([[strip]], {
    title: `Five steps are closer than one on ${wins("k = 5", "post").length} of ${n} seeds for N(0, 1), on ${wins("two peaks, k = 5", "two peaks, k = 1").length} for two peaks`,
    subtitle:
      `Every one of ${n} seeds; bar: median of the trained runs, where they are the majority; cross: a run whose samples have collapsed. ` +
      `Equal cost: as many updates in all as k = 1 makes; there five steps win on ${wins("two peaks, k = 5 at equal cost", "two peaks, k = 1").length}`,
  });
}
