import { armRow } from "../../../src/figure/arm-row.ts";
import { dotStrip } from "../../../src/figure/dot-strip.ts";
import { countOf } from "../../../src/figure/judgements.ts";
import { logDomain, logTicks } from "../../../src/figure/scales.ts";
import { failures, medianEnd } from "../../../src/figure/seeds.ts";
import { sheet } from "../../../src/figure/sheet.ts";
import { hue } from "../../../src/figure/theme.ts";
import type { Judgements, TrialsByArm } from "../../../src/study/figure.ts";

const rows = [
  { arm: "notebook", name: "10 steps, the notebook", color: hue.blue },
  { arm: "one discriminator step", name: "1 step", color: hue.orange },
  { arm: "one step at equal cost", name: "1 step, equal cost", color: hue.red },
  { arm: "frozen generator", name: "generator frozen", color: hue.grey },
] as const;

/** W1 at the end of training under each schedule. */
export function drawSchedule(trials: TrialsByArm, judgements: Judgements): string {
  const real = medianEnd(trials["1000 real draws"], "wasserstein1");
  const shown = rows.map((row) => armRow(row, trials[row.arm], "wasserstein1"));
  const domain = logDomain([real, ...shown.flatMap(({ dots }) => dots.map(({ value }) => value))]);
  const strip = dotStrip({
    rows: shown,
    x: { label: "Wasserstein-1 distance to the data at the end, σ", type: "log", domain, ticks: logTicks(domain) },
    references: [{ value: real, label: "1000 real draws" }],
    marginLeft: 170,
    marginRight: 130,
  });
  return sheet([[strip]], {
    title: title(trials, judgements),
    subtitle:
      `Every one of ${trials.notebook.length} seeds; bar: median of the trained runs, where they are the majority; cross: a run whose samples have collapsed to a point. ` +
      "Equal cost: as many updates in all as the notebook makes",
  });
}

function title({ "one discriminator step": one }: TrialsByArm, judgements: Judgements): string {
  const { successes, seeds } = countOf(judgements, "gaussian-1d/ten-discriminator-steps");
  const lost = failures(one);
  const beats = successes > seeds / 2 ? "Ten discriminator steps beat one" : "Ten discriminator steps do not beat one";
  return `${beats}: closer on ${successes} of ${seeds} seeds${lost ? `; with one, ${lost}` : ""}`;
}
