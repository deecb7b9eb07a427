import { armRow } from "../../../src/figure/arm-row.ts";
import { dotStrip } from "../../../src/figure/dot-strip.ts";
import { countOf } from "../../../src/figure/judgements.ts";
import { logDomain, logTicks } from "../../../src/figure/scales.ts";
import { sheet } from "../../../src/figure/sheet.ts";
import { hue } from "../../../src/figure/theme.ts";
import type { Judgements, TrialsByArm } from "../../../src/study/figure.ts";

const rows = [
  { arm: "k = 0", name: "N(0, 1), k = 0", color: hue.grey },
  { arm: "post", name: "N(0, 1), k = 1", color: hue.blue },
  { arm: "k = 5", name: "N(0, 1), k = 5", color: hue.sky },
  { arm: "two peaks, k = 1", name: "two peaks, k = 1", color: hue.red },
  { arm: "two peaks, k = 5", name: "two peaks, k = 5", color: hue.orange },
  { arm: "two peaks, k = 5 at equal cost", name: "two peaks, k = 5, equal cost", color: hue.purple },
] as const;

/** W1 at the end for one discriminator step a round and for five, on either target. */
export function drawSteps(trials: TrialsByArm, judgements: Judgements): string {
  const shown = rows.map((row) => armRow(row, trials[row.arm], "wasserstein1"));
  const domain = logDomain(shown.flatMap(({ dots }) => dots.map(({ value }) => value)));
  const strip = dotStrip({
    rows: shown,
    x: { label: "Wasserstein-1 distance over the last fifth, σ", type: "log", domain, ticks: logTicks(domain) },
    marginLeft: 190,
    marginRight: 130,
  });
  const of = (claim: string) => countOf(judgements, `pretrained-discriminator/${claim}`);
  const [simple, complex] = [of("more-steps-do-not-help"), of("complex-needs-more-steps")];
  const n = trials.post.length;
  return sheet([[strip]], {
    title: `For N(0, 1) one step is closer than five on ${simple.successes} of ${simple.seeds} seeds; for two peaks five are closer than one on ${complex.successes}`,
    subtitle:
      `Every one of ${n} seeds; bar: median of the trained runs, where they are the majority; cross: a run whose samples have collapsed. ` +
      `Equal cost: as many updates in all as k = 1 makes; there five steps win on ${of("complex-needs-more-steps-at-equal-cost").successes}`,
  });
}
