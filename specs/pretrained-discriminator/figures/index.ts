/** The post's four figures over all seeds, and what they leave open. */
import type { FigureSpec } from "../../../src/study/figure.ts";
import { arms } from "../arms.ts";
import { drawBoundaries } from "./boundaries.ts";
import { drawFilm, drawTwoPeaks } from "./film.ts";
import { drawFlatness } from "./flatness.ts";
import { drawFolds } from "./folds.ts";
import { drawForest } from "./forest.ts";
import { roundText } from "./frame.ts";
import { drawObjectives } from "./objectives.ts";
import { drawPretraining } from "./pretraining.ts";
import { drawResults } from "./results.ts";
import { drawSteps } from "./steps.ts";

const labels = arms.post.record.film!.rounds.map(roundText);

export const figures: readonly FigureSpec[] = [
  {
    id: "boundaries",
    title: "The discriminator beside the density",
    caption: "The post's first two figures, drawn for every seed: before pretraining, and after it.",
    draw: drawBoundaries,
  },
  {
    id: "pretraining",
    title: "What pretraining changes",
    caption: "Distance to the data and length of the generator's gradient over training, with and without pretraining.",
    draw: drawPretraining,
  },
  {
    id: "results",
    title: "The results",
    caption: "The post's last figure for three runs: data, samples and discriminator after 10,000 rounds.",
    draw: drawResults,
  },
  {
    id: "film",
    title: "Training as a film",
    caption: "The run that ends in the middle of all: densities and D above, the map from z to x below.",
    film: { labels },
    draw: drawFilm,
  },
  {
    id: "objectives",
    title: "The objectives over training",
    caption: "The post's third figure: both players' losses.",
    draw: drawObjectives,
  },
  {
    id: "flatness",
    title: "Does a flat discriminator mean good samples?",
    caption: "How far D is from ½ in the end against how far the samples are from the data.",
    draw: drawFlatness,
  },
  {
    id: "steps",
    title: "One discriminator step or five",
    caption: "Wasserstein-1 at the end for the post's target and for one of two peaks, every seed a dot.",
    draw: drawSteps,
  },
  {
    id: "film-two-peaks",
    title: "Two peaks as a film",
    caption: "The middle runs with one discriminator step a round (left) and with five (right).",
    film: { labels },
    draw: drawTwoPeaks,
  },
  {
    id: "forest",
    title: "Every arm at a glance",
    caption: "How close each change to the post's settings ends.",
    draw: drawForest,
  },
  {
    id: "folds",
    title: "Neighbours and folds",
    caption: "Whether adjacent latents map to adjacent points: the generator's map before and after training.",
    draw: drawFolds,
  },
];
