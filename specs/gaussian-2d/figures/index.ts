/** The deck's own plots, drawn again over many runs, and what it takes more than one run to see. */
import type { FigureSpec } from "../../../src/study/figure.ts";
import { arms, roundsAnEpoch } from "../arms.ts";
import { drawArms } from "./arms.ts";
import { drawClouds } from "./clouds.ts";
import { drawDistance } from "./distance.ts";
import { drawFilm, drawFilmStrip, epochText } from "./film.ts";
import { drawGeneratorLosses } from "./generator-losses.ts";
import { drawGradientRatio } from "./gradient-ratio.ts";
import { drawLossAgainstOverlap } from "./loss-against-overlap.ts";
import { drawLossBetweenRuns } from "./loss-between-runs.ts";
import { drawLosses } from "./losses.ts";

export const figures: readonly FigureSpec[] = [
  {
    id: "film",
    title: "Training as the deck shows it",
    caption:
      "The deck's two axes for the run that ends in the middle of all: the losses so far, and real (grey, dashed) against generated points (blue). Ground: where D says “real” (green) or “generated” (orange); white where it tells nothing.",
    film: { labels: arms.deck.record.film!.rounds.map((round) => epochText(round / roundsAnEpoch)) },
    draw: drawFilm,
  },
  {
    id: "film-strip",
    title: "Training in five frames",
    caption: "The same run, on paper.",
    draw: drawFilmStrip,
  },
  {
    id: "clouds",
    title: "The final clouds",
    caption: "What the deck's last plot looks like from run to run, and under two other pairs of step sizes.",
    draw: drawClouds,
  },
  {
    id: "losses",
    title: "The losses",
    caption: "The upper of the deck's plots, over all seeds.",
    draw: drawLosses,
  },
  {
    id: "distance",
    title: "Distance to the target over training",
    caption:
      "Wasserstein-2 distance and Bhattacharyya coefficient of the generated Gaussian, in closed form, over all seeds.",
    draw: drawDistance,
  },
  {
    id: "gradient-ratio",
    title: "Gradients of the two generator losses",
    caption:
      "Norm of the generator's gradient under either loss, at the same weights and latents, and what D says of the fakes then.",
    draw: drawGradientRatio,
  },
  {
    id: "generator-losses",
    title: "Training with either generator loss",
    caption: "Distance to the target over the first epochs, with the deck's Adam and with one of short memory.",
    draw: drawGeneratorLosses,
  },
  {
    id: "loss-between-runs",
    title: "What a loss tells from run to run",
    caption: "Distance of the last loss from ln 2 against the last distance to the target.",
    draw: drawLossBetweenRuns,
  },
  {
    id: "loss-against-overlap",
    title: "Loss against cloud",
    caption: "Whether the loss or the picture tells that a run has failed.",
    draw: drawLossAgainstOverlap,
  },
  {
    id: "arms",
    title: "Step sizes, and all else that was changed",
    caption: "Wasserstein-2 distance to the target at the end of training.",
    draw: drawArms,
  },
];
