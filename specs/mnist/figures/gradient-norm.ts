import { curves, type Series } from "../../../src/figure/curves.ts";
import { logDomain, logTicks, numberText, roundText } from "../../../src/figure/scales.ts";
import { failures, median, quantile } from "../../../src/figure/seeds.ts";
import { sheet } from "../../../src/figure/sheet.ts";
import { dash, hue, theme } from "../../../src/figure/theme.ts";
import type { TrialsByArm } from "../../../src/study/figure.ts";
import { early, watched, type watchedArms } from "../arms.ts";
import { lastIteration, valueAt } from "./digits.ts";

const looks: readonly { arm: (typeof watchedArms)[number]; name: string; color: string; dash?: string }[] = [
  { arm: "weird, 0.0001", name: "weird", color: hue.red },
  { arm: "momentum 0.9", name: "momentum 0.9", color: hue.blue },
  { arm: "cross-talk only", name: "cross-talk only", color: hue.green, dash: dash.fine },
  { arm: "sigmoid, momentum 0.02", name: "vanilla at 0.02", color: theme.ink },
];

/** The generator's gradient over the first iterations, and how sure the discriminator is of it. */
export function drawGradientNorm(trials: TrialsByArm): string {
  const panels = [
    { metric: "gradientNorm", title: "norm of the generator's gradient", label: "norm", from: 0 },
    // A loss lacks before the first update.
    { metric: "generatorLoss", title: "the generator's loss, −log D(G(z))", label: "nats", from: 1 },
  ].map(({ metric, title, label, from }) => {
    const series = looks.map(({ arm, ...look }): Series => {
      const runs = trials[watched(arm)].map(({ curves }) => curves[metric].slice(from));
      return { ...look, x: trials[watched(arm)][0].rounds.slice(from), runs };
    });
    const values = series.flatMap(({ runs }) => runs.flatMap((run) => Array.from(run)));
    const domain = logDomain([quantile(values, 0.005), quantile(values, 0.995)]);
    return curves({
      title,
      series,
      x: { label: "iteration", domain: [0, lastIteration(trials[watched("weird, 0.0001")][0])] },
      y: { label, type: "log", domain, ticks: logTicks(domain) },
      hasDots: true,
      bandOpacity: 0.1,
      width: 540,
      height: 420,
      labelWidth: 130,
    });
  });
  return sheet([panels], {
    title: title(trials),
    subtitle:
      `Vanilla GAN, the arm's own loss and 64 fresh latents at every dot: median of ${trials[watched("weird, 0.0001")].length} seeds, quartile band, seeds thin. ` +
      "The step size is 0.0001 but where the name says otherwise; norms are of one gradient, not of the weird GAN's sum of them. Loss: mean since the dot before" +
      lost(trials),
  });
}

/** The weird GAN against momentum at the same step size, and against the rival at a better one. */
function title(trials: TrialsByArm): string {
  const at = (arm: (typeof watchedArms)[number]) =>
    trials[watched(arm)].map((trial) => valueAt(trial, "gradientNorm", early.weird));
  const [weird, light] = [at("weird, 0.0001"), at("momentum 0.9")];
  const longer = weird.filter((norm, i) => norm > light[i]).length;
  return (
    `At iteration ${numberText(early.weird)} the weird GAN's gradient is longer than momentum 0.9's on ${longer} of ${weird.length} seeds: ` +
    `${roundText(median(weird))} against ${roundText(median(light))} in the median, vanilla's at 0.02 is ${roundText(median(at("sigmoid, momentum 0.02")))}`
  );
}

function lost(trials: TrialsByArm): string {
  const said = looks.flatMap(({ arm, name }) => {
    const text = failures(trials[watched(arm)]);
    return text ? [`${name}: ${text}`] : [];
  });
  return said.length > 0 ? `. ${said.join("; ")}` : "";
}
