import * as Plot from "@observablehq/plot";
import { axes } from "../../../src/figure/axes.ts";
import { dotStrip, type StripRow } from "../../../src/figure/dot-strip.ts";
import { spreadLabels } from "../../../src/figure/labels.ts";
import { type Panel, plot } from "../../../src/figure/panel.ts";
import { type AxisOptions, keepNear, logDomain, logTicks, pixelScale, roundText } from "../../../src/figure/scales.ts";
import { failures, medianEnd, medianTrial, trained } from "../../../src/figure/seeds.ts";
import { sheet } from "../../../src/figure/sheet.ts";
import { dash, hue, theme } from "../../../src/figure/theme.ts";
import type { TrialsByArm } from "../../../src/study/figure.ts";
import { evenly, generated } from "../../../src/study/networks.ts";
import type { Trial } from "../../../src/trial/trial.ts";
import { inSigma, target } from "./target.ts";

const wasserstein = ({ end }: Trial): number => end.wasserstein1;

/** The map z → x of both, against the quantile function that makes exact samples; and how far all seeds end up. */
export function drawRegression(trials: TrialsByArm): string {
  const fits = trials["regression to the quantile function"];
  const [gan, fit] = [trials.notebook, fits].map((arm) => medianEnd(arm, "wasserstein1"));
  const lost = failures(trials.notebook);
  return sheet([[maps(trials.notebook, fits)], [distances(trials)]], {
    title:
      fit < gan / 2
        ? `The network can express the Gaussian: ${roundText(fit)} σ by regression, ${roundText(gan)} σ by the GAN`
        : `Regression with the same network does little better: ${roundText(fit)} σ against ${roundText(gan)} σ by the GAN`,
    subtitle:
      "Above: the map G from z to x, in standard deviations from the mean; best, middle and worst GAN of " +
      `${trials.notebook.length} seeds. Below: Wasserstein-1 distance to the data${lost ? ` (cross: ${lost})` : ""}`,
  });
}

const sigmas = [-3.2, 3.2] as const;

interface Curve {
  readonly name: string;
  readonly color: string;
  readonly dash?: string;
  readonly width: number;
  readonly points: readonly { z: number; x: number }[];
}

function maps(gans: readonly Trial[], fits: readonly Trial[]): Panel {
  const ordered = [...gans].sort((a, b) => wasserstein(a) - wasserstein(b) || a.seed - b.seed);
  const worst = ordered[ordered.length - 1];
  const ofTrial = (trial: Trial, style: Omit<Curve, "points">): Curve => ({ ...style, points: mapOf(trial) });
  const exact = Array.from(evenly(0.001, 0.999, 400), (z) => ({ z, x: inSigma(target.quantile(z)) }));
  const curves: Curve[] = [
    ofTrial(worst, { name: nameOfWorst(worst), color: hue.sky, width: 1.6 }),
    ofTrial(medianTrial(trained(gans), wasserstein), { name: "GAN, middle", color: hue.blue, width: 2 }),
    ofTrial(ordered[0], { name: "GAN, best", color: hue.blue, dash: dash.dashed, width: 2 }),
    { name: "exact quantiles", color: theme.ink, width: 4, points: exact },
    ofTrial(medianTrial(trained(fits), wasserstein), { name: "regression, middle", color: hue.orange, width: 2 }),
  ];
  const x: AxisOptions = { label: "latent z", domain: [0, 1], ticks: [0, 0.2, 0.4, 0.6, 0.8, 1] };
  const y: AxisOptions = { label: "x = G(z), σ from the mean", domain: sigmas, ticks: [-3, -2, -1, 0, 1, 2, 3] };
  const axis = axes(x, y, { gridY: true });
  return plot({
    ...mapFrame,
    x: axis.x,
    y: axis.y,
    marks: [
      ...axis.marks,
      ...curves.map(({ points, color, dash, width }) =>
        Plot.line(points, {
          x: "z",
          y: "x",
          stroke: color,
          strokeDasharray: dash,
          strokeWidth: width,
          strokeOpacity: width > 3 ? 0.3 : 1,
          clip: true,
        }),
      ),
      ...names(curves, y),
    ],
  });
}

const mapFrame = {
  width: 800,
  height: 400,
  marginTop: 10,
  marginBottom: 44,
  marginLeft: 58,
  marginRight: 180,
} as const;

/** One that has collapsed outside the frame is not to be seen, so its place is said. */
function nameOfWorst(worst: Trial): string {
  if (worst.state === "trained") return "GAN, worst";
  const place = inSigma(worst.end.mean);
  return `GAN, worst: ${worst.state} at ${place < 0 ? "−" : "+"}${Math.abs(place).toFixed(1)} σ`;
}

const near = keepNear({ domain: sigmas });

const mapOf = (trial: Trial): { z: number; x: number }[] => {
  const z = evenly(0, 1, 400);
  const x = generated(trial, z);
  return Array.from(z, (latent, i) => ({ z: latent, x: near(inSigma(x[i])) }));
};

/** At the right end of each curve; one that leaves the frame is named at its edge. */
function names(curves: readonly Curve[], y: AxisOptions): Plot.Markish[] {
  const edges: [number, number] = [mapFrame.marginTop + 4, mapFrame.height - mapFrame.marginBottom];
  const toPixel = pixelScale(y, [edges[1], mapFrame.marginTop]);
  const ends = curves.map(({ points }) => toPixel(points[points.length - 1].x));
  const places = spreadLabels(ends, 17, edges);
  return curves.map(({ name, color }, i) =>
    Plot.text([name], {
      x: () => 1,
      y: () => toPixel.invert(places[i]),
      dx: 8,
      textAnchor: "start",
      text: (words: string) => words,
      fill: color,
      fontWeight: 600,
    }),
  );
}

function distances(trials: TrialsByArm): Panel {
  const row = (name: string, arm: string, color: string): StripRow => ({
    name,
    color,
    dots: trials[arm].map(({ end, state }) => ({ value: end.wasserstein1, failed: state !== "trained" })),
    median: medianEnd(trials[arm], "wasserstein1"),
    text: `median ${roundText(medianEnd(trials[arm], "wasserstein1"))} σ`,
  });
  const rows = [
    row("GAN", "notebook", hue.blue),
    row("regression", "regression to the quantile function", hue.orange),
    row("1000 real draws", "1000 real draws", theme.faint),
  ];
  const domain = logDomain(rows.flatMap(({ dots }) => dots.map(({ value }) => value)));
  return dotStrip({
    rows,
    x: { label: "Wasserstein-1 distance to the data, σ", type: "log", domain, ticks: logTicks(domain) },
    width: 800,
    rowHeight: 46,
    marginLeft: 130,
    marginRight: 180,
  });
}
