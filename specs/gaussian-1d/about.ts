/** The notebook, and where this run departs from it. */
import { toySeeds } from "../../src/language/seeds.ts";
import type { About } from "../../src/study/source.ts";

export const about: About = {
  id: "gaussian-1d",
  position: 30,
  title: "A GAN for a one-dimensional Gaussian",
  authors: "TensorFlow 1 notebook after Goodfellow et al.",
  reference: "“Generative Adversarial Networks (GAN)”, notebook; Goodfellow et al. 2014, arXiv:1406.2661",
  file: "002_d310096c99f03c0d.txt",
  lead:
    "The simplest GAN with networks: four sigmoid layers turn a uniform number into a draw from N(0.3, 0.1²), four more tell it " +
    "from real ones. The notebook trains it for 3,000 rounds of ten discriminator updates and one generator update and watches " +
    "both densities.",
  differences: [
    "The notebook stops after 3,000 rounds without a number; here the distance is Wasserstein-1 in units of the target's standard deviation.",
    "TensorFlow's gradient of log D through the sigmoid is 1/D·D(1 − D); here the product is taken in closed form, D − 1, which cannot be 0·∞.",
    "Arms besides the notebook's own (other schedules, the saturating loss, regression) are ours, to see what its sentences rest on.",
  ],
  seeds: toySeeds,
};
