/** The notebook's interactive plot as a film, and what it takes more than one run to see. */
import type { FigureSpec } from "../../../src/study/figure.ts";
import { arms } from "../arms.ts";
import { drawDiscriminatorEnd } from "./discriminator-end.ts";
import { drawFilm, drawFilmStrip } from "./film.ts";
import { roundText } from "./frame.ts";
import { drawGradientRatio } from "./gradient-ratio.ts";
import { drawQuantiles } from "./quantile-quantile.ts";
import { drawRegression } from "./regression-against-gan.ts";
import { drawSchedule } from "./schedule.ts";
import { drawWasserstein } from "./wasserstein.ts";

export const figures: readonly FigureSpec[] = [
  {
    id: "film",
    title: "Training as the notebook shows it",
    caption:
      "The notebook's two panels for the run that ends in the middle of all: above, the densities and D; below, the map from z to x.",
    film: { labels: arms.notebook.record.film!.rounds.map(roundText) },
    draw: drawFilm,
  },
  {
    id: "film-strip",
    title: "Training in five frames",
    caption: "The same run, on paper.",
    draw: drawFilmStrip,
  },
  {
    id: "wasserstein",
    title: "Distance to the data over training",
    caption:
      "Wasserstein-1 and Kolmogorov–Smirnov distance of the generated distribution to N(0.3, 0.1²), over all seeds.",
    draw: drawWasserstein,
  },
  {
    id: "schedule",
    title: "Ten discriminator steps or one",
    caption: "Wasserstein-1 at the end of training for each schedule, every seed a dot.",
    draw: drawSchedule,
  },
  {
    id: "regression-against-gan",
    title: "What the network could do",
    caption:
      "The same generator fitted by regression to the Gaussian's quantile function, against what the GAN makes of it.",
    draw: drawRegression,
  },
  {
    id: "quantile-quantile",
    title: "Quantiles, generated against exact",
    caption: "A perfect generator lies on the diagonal; a flat end is a missing tail.",
    draw: drawQuantiles,
  },
  {
    id: "gradient-ratio",
    title: "Gradient of the two generator losses",
    caption: "Norm of the generator's gradient, non-saturating over saturating loss, at the same weights and latents.",
    draw: drawGradientRatio,
  },
  {
    id: "discriminator-end",
    title: "The discriminator at the end",
    caption: "D over μ ± 4σ after the last round; at the game's equilibrium it is ½ wherever there are samples.",
    draw: drawDiscriminatorEnd,
  },
];
