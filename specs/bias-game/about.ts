/** The notebook, and where this run departs from it. */
import { toySeeds } from "../../src/language/seeds.ts";
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
    "The notebook says nothing of convergence, and its document holds the code of its figures without the figures: what the two methods do is asked by this project.",
    "The notebook's step size is 0.1; a figure with a cycle, at 0.2, is in the author's repository only. Seven step sizes are run here.",
    "The full batch is not reshuffled, as that leaves its gradient as it is, to rounding (reshuffling-makes-no-sense).",
    "D's real part needs no forward pass: Σ −2(x + b_D) = −2(Σx + n·b_D), so that D's margins have no part in it.",
  ],
  seeds: toySeeds,
};
