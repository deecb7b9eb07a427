/** The notebook, and where this run departs from it. */
import { toySeeds } from "../../src/language/profile.ts";
import type { About } from "../../src/study/source.ts";

export const about: About = {
  id: "bias-game",
  position: 10,
  title: "Gradient descent and extragradient on a GAN of two biases",
  authors: "Jonas Kohler",
  reference:
    "notebook of the repository jonaskohler/simple_GAN_optimization_w_extra_gradients; game after araya.org/archives/1183",
  file: "000_8e23eb0c5724522a.txt",
  lead:
    "The smallest GAN there is: the discriminator and the generator have one bias each, so the whole game can be drawn in " +
    "the plane. The notebook plays it with gradient descent and with extragradient, and lets the pictures speak.",
  differences: [
    "The notebook says nothing of convergence in words; its figures do. Each claim states what a reader would take from them.",
    "The notebook's step size is 0.1; the figure with a cycle is the one at 0.2 in the author's repository. Seven step sizes are run here.",
    "The real part of D's gradient needs no forward pass: Σ −2(x + b_D) = −2(Σx + n·b_D), so shuffling the full batch changes nothing.",
  ],
  seeds: toySeeds,
};
