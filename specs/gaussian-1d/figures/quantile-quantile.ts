import { mostThinLines } from "../../../src/figure/curves.ts";
import type { Panel } from "../../../src/figure/panel.ts";
import { scatter } from "../../../src/figure/scatter.ts";
import { failures, median, trained } from "../../../src/figure/seeds.ts";
import { sheet } from "../../../src/figure/sheet.ts";
import { hue } from "../../../src/figure/theme.ts";
import type { TrialsByArm } from "../../../src/study/figure.ts";
import { generated, middles } from "../../../src/study/networks.ts";
import type { Trial } from "../../../src/trial/trial.ts";
import { inSigma, target } from "./target.ts";

const levels = middles(1000);
const exact = Array.from(levels, (p) => inSigma(target.quantile(p)));

/** Generated against exact quantiles in standard deviations, all seeds: the GAN, and regression with the same network. */
export function drawQuantiles(trials: TrialsByArm): string {
  const [gans, fits] = [trials.notebook, trials["regression to the quantile function"]].map(trained);
  const samples = gans.map(quantiles);
  const drawn = Math.min(mostThinLines, gans.length);
  const lowest = median(samples.map((sample) => sample[0]));
  const highest = median(samples.map((sample) => sample[sample.length - 1]));
  const lost = failures(trials.notebook);
  const span = `${sigma(lowest)} to ${sigma(highest)}`;
  return sheet(
    [
      [
        panel("GAN", samples.slice(0, mostThinLines), hue.blue),
        panel("regression", fits.slice(0, mostThinLines).map(quantiles), hue.orange),
      ],
    ],
    {
      title:
        lowest > -2 || highest < 2
          ? `The generator cuts the tails: it spans ${span}`
          : `The generator reaches the tails: it spans ${span}`,
      subtitle: `Quantiles in standard deviations from the mean of N(0.3, 0.1²), ${drawn < gans.length ? `${drawn} of ` : ""}${gans.length} seeds; dashed: exact. Spans are medians of 1000 samples' ends${lost ? `; not drawn: ${lost}` : ""}`,
    },
  );
}

/** G of stratified latents, ascending, in σ. */
const quantiles = (trial: Trial): number[] => Array.from(generated(trial, levels).sort(), inSigma);

function panel(title: string, samples: readonly (readonly number[])[], color: string): Panel {
  const axis = { domain: [-3.4, 3.4], ticks: [-3, -2, -1, 0, 1, 2, 3] } as const;
  return scatter({
    title,
    groups: samples.map((sample) => ({ color, points: sample.map((x, i) => [exact[i], x] as const) })),
    x: { ...axis, label: "exact quantile, σ" },
    y: { ...axis, label: "generated quantile, σ" },
    diagonal: true,
    joined: true,
  });
}

const sigma = (x: number): string => `${x < 0 ? "−" : "+"}${Math.abs(x).toFixed(1)} σ`;
