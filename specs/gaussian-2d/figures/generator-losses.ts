import { curves } from "../../../src/figure/curves.ts";
import { countOf } from "../../../src/figure/judgements.ts";
import type { Panel } from "../../../src/figure/panel.ts";
import { logDomain, logTicks } from "../../../src/figure/scales.ts";
import { failures, trained } from "../../../src/figure/seeds.ts";
import { sheet } from "../../../src/figure/sheet.ts";
import { dash, hue } from "../../../src/figure/theme.ts";
import type { Judgements, TrialsByArm } from "../../../src/study/figure.ts";
import type { Trial } from "../../../src/trial/trial.ts";

/** The epoch of the claim. */
const epoch = 5;
const shownEpochs = 10;

/** W2 under either generator loss, with the deck's Adam and with one that forgets. */
export function drawGeneratorLosses(trials: TrialsByArm, judgements: Judgements): string {
  const pairs = [
    { title: "Adam with β₂ = 0.999, the deck", arms: [trials.deck, trials["saturating loss"]] },
    { title: "Adam with β₂ = 0.9 for G", arms: [trials["β₂ 0.9"], trials["β₂ 0.9, saturating loss"]] },
  ] as const;
  const own = countOf(judgements, "gaussian-2d/non-saturating-trains-better");
  const short = countOf(judgements, "gaussian-2d/non-saturating-trains-better-with-short-memory");
  const lost = failures(pairs.flatMap(({ arms }) => arms.flat()));
  const seeds = trials.deck.length;
  return sheet([pairs.map(({ title, arms: [non, sat] }) => panel(title, non, sat))], {
    title: `After epoch ${epoch} the non-saturating loss is ahead on ${own.successes} of ${own.seeds} seeds; with a short memory in Adam, on ${short.successes} of ${short.seeds}`,
    subtitle:
      `Wasserstein-2 distance to the target, ${seeds} seeds: median, quartile band, seeds thin${lost ? ` (not drawn: ${lost})` : ""}. With β₂ = 0.999 Adam divides by the size of ` +
      "some 1,000 past gradients: those of the first updates, long under the non-saturating loss, shorten its steps for epochs",
  });
}

function panel(title: string, nonSaturating: readonly Trial[], saturating: readonly Trial[]): Panel {
  const series = [
    { name: "non-saturating", color: hue.blue, dash: undefined, trials: trained(nonSaturating) },
    { name: "saturating", color: hue.red, dash: dash.dashed, trials: trained(saturating) },
  ].map(({ trials, ...style }) => ({
    ...style,
    x: Array.from({ length: shownEpochs + 1 }, (_, i) => i),
    runs: trials.map(({ curves }) => curves.wasserstein2.slice(0, shownEpochs + 1)),
  }));
  const domain = logDomain([0.1, 3.3]);
  return curves({
    title,
    series,
    x: { label: "epoch", domain: [0, shownEpochs], ticks: [0, 2, 4, 5, 6, 8, 10] },
    y: { label: "Wasserstein-2 distance", type: "log", domain, ticks: logTicks(domain) },
    width: 520,
    height: 380,
    labelWidth: 108,
  });
}
