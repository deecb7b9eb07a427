/** The slides' pictures drawn again over many seeds, and what it takes numbers to see. */
import type { FigureSpec } from "../../../src/study/figure.ts";
import { drawBestOf } from "./best-of.ts";
import { drawDistance } from "./distance.ts";
import { drawExperiments } from "./experiments.ts";
import { drawFavourites } from "./favourites.ts";
import { drawFilm, filmLabels } from "./film.ts";
import { drawForest } from "./forest.ts";
import { drawGoodfellow } from "./goodfellow.ts";
import { drawGradientNorm } from "./gradient-norm.ts";
import { drawGradientRatio } from "./gradient-ratio.ts";
import { drawGrid } from "./grid.ts";
import { drawSaturation } from "./saturation.ts";
import { drawSlides } from "./slides.ts";
import { drawWeird } from "./weird.ts";

export const figures: readonly FigureSpec[] = [
  {
    id: "slides",
    title: "The slides' own pictures",
    caption:
      "Vanilla, tanh, dropout, leaky ReLU and Adam as the slides show them, a hundred digits each, and real ones.",
    draw: drawSlides,
  },
  {
    id: "best-of",
    title: "The slides' favourites, best to worst",
    caption: "Tanh with Adam, without dropout and with it: the best, the middle and the worst seed.",
    draw: drawBestOf,
  },
  {
    id: "favourites",
    title: "The slides' favourites, for longer",
    caption: "Tanh with Adam, without dropout and with it, over 8,000 iterations.",
    draw: drawFavourites,
  },
  {
    id: "experiments",
    title: "Experiments 1 to 3",
    caption: "What the generator's last layer and the data's range do to the digits, all else equal.",
    draw: drawExperiments,
  },
  {
    id: "film",
    title: "Digits as they come about",
    caption:
      "The middle runs of the vanilla GAN (left) and of tanh with Adam (right) over the first 1,000 iterations, the same latents in every frame.",
    film: { labels: filmLabels },
    draw: drawFilm,
  },
  {
    id: "distance",
    title: "Distance to the digits over training",
    caption: "Fréchet distance on the classifier's features: the slides' arms, and the output layers.",
    draw: drawDistance,
  },
  {
    id: "forest",
    title: "Every arm at a glance",
    caption: "How close each change to the vanilla GAN ends.",
    draw: drawForest,
  },
  {
    id: "grid",
    title: "The other step sizes",
    caption: "Every claim decided again at the step size that was not chosen, and at iteration 1,000.",
    draw: drawGrid,
  },
  {
    id: "goodfellow",
    title: "The first GAN's own networks",
    caption:
      "Digits of Goodfellow's networks after 1,000 iterations, and what Parzen's estimate says of them and of others.",
    draw: drawGoodfellow,
  },
  {
    id: "saturation",
    title: "Where the pixels lie",
    caption: "Pixel values of four output layers against the data's own, on a logarithmic scale.",
    draw: drawSaturation,
  },
  {
    id: "weird",
    title: "The weird GAN and what may explain it",
    caption: "Digits and pooled Fréchet distance at iteration 1,000, with gradients that are never zeroed and without.",
    draw: drawWeird,
  },
  {
    id: "gradient-norm",
    title: "The weird GAN's gradient",
    caption: "Norm of the generator's gradient over the first 1,000 iterations, and the loss that it comes from.",
    draw: drawGradientNorm,
  },
  {
    id: "gradient-ratio",
    title: "Gradients of the two generator losses",
    caption: "Norm of the generator's gradient under either loss, at the same weights and latents.",
    draw: drawGradientRatio,
  },
];
