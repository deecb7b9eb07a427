import { dotStrip, type StripRow } from "../../../src/figure/dot-strip.ts";
import { numberText, roundText } from "../../../src/figure/scales.ts";
import { failures, median } from "../../../src/figure/seeds.ts";
import { sheet } from "../../../src/figure/sheet.ts";
import { hue, theme } from "../../../src/figure/theme.ts";
import type { TrialsByArm } from "../../../src/study/figure.ts";
import type { Trial } from "../../../src/trial/trial.ts";
import { digits, lastIteration, middleRun } from "./digits.ts";

const parzen = ({ end }: Trial): number => end.parzen;

const shown = [
  { arm: "Goodfellow 2014", name: "Goodfellow's GAN", color: hue.red },
  { arm: "vanilla for Parzen", name: "the slides' vanilla GAN", color: theme.ink },
  { arm: "digits for Parzen", name: "training digits", color: hue.blue },
  { arm: "blurred digits", name: "the same, blurred", color: hue.sky },
  { arm: "noisy digits", name: "the same, with noise", color: hue.orange },
] as const;

/** What the paper gives for its GAN. */
const published = 225;

/** Goodfellow's networks after as many iterations as there is time for: digits, and Parzen's estimate beside that of others. */
export function drawGoodfellow(trials: TrialsByArm): string {
  const own = trials["Goodfellow 2014"];
  const grids = [
    grid("Goodfellow's GAN: the middle seed", middleRun(own, parzen)),
    grid(
      "its best seed",
      own.reduce((best, trial) => (parzen(trial) > parzen(best) ? trial : best)),
    ),
    grid("the slides' vanilla GAN: the middle seed", middleRun(trials["vanilla for Parzen"], parzen)),
  ];
  const rows = shown.map(({ arm, ...look }) => row(look, trials[arm]));
  const values = rows.flatMap(({ dots }) => dots.map(({ value }) => value));
  const strip = dotStrip({
    rows,
    x: {
      label: `Parzen's mean log-likelihood of 10,000 test digits, nats`,
      domain: [Math.min(...values) - 20, Math.max(published, ...values) + 20],
    },
    references: [{ value: published, label: `the paper: ${published}` }],
    width: 900,
    rowHeight: 40,
    marginLeft: 170,
    marginRight: 130,
  });
  const iterations = numberText(lastIteration(own[0]));
  return sheet([grids, [strip]], {
    gap: 18,
    title: `After ${iterations} iterations Goodfellow's networks are at ${roundText(median(own.map(parzen)))} nats in the median, far from the ${published} of hundreds of epochs`,
    subtitle:
      `${iterations} iterations are two epochs. Middle and best of ${own.length} seeds by Parzen's estimate; below: every seed a dot, bar: median, cross: a run that died. ` +
      "10,000 samples each, the bandwidth chosen on 1,000 other digits",
  });
}

const grid = (title: string, trial: Trial) =>
  digits(trial, {
    title,
    lines: [
      `${roundText(parzen(trial))} nats, seed ${trial.seed}${trial.state === "trained" ? "" : `, ${trial.state}`}`,
    ],
  });

function row(look: Pick<StripRow, "name" | "color">, trials: readonly Trial[]): StripRow {
  const middle = median(trials.map(parzen));
  return {
    ...look,
    dots: trials.map((trial) => ({ value: parzen(trial), failed: trial.state !== "trained" })),
    median: middle,
    text: [`median ${roundText(middle)}`, failures(trials) ?? ""].filter(Boolean).join("\n"),
  };
}
