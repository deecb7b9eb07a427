/** The post, and where this run departs from it. */
import { toySeeds } from "../../src/language/seeds.ts";
import type { About } from "../../src/study/source.ts";
import type { arms } from "./arms.ts";

/** What each arm is for. */
const armNotes: Readonly<Record<keyof typeof arms, string>> = {
  post: "the settings of the author's code",
  "not pretrained": "the discriminator starts at random",
  "pretrained through the clamp": "D clamped to [0.01, 0.99] already while it is pretrained",
  "pretrained only": "the state before the first round",
  untrained: "neither player has learnt anything",
  "sorted batches": "x in ascending order, as in the post",
  "jitter as printed": "latents with the printed listing's jitter of up to 1",
  "independent latents": "latents drawn independently over the same range",
  "scale 1": "the generator's output unscaled, within ±1",
  "scale 3": "the generator's output within ±3",
  "scale 10": "the generator's output within ±10",
  "saturating loss": "the loss that the post's words give: G minimises log(1 − D(G(z)))",
  "sigmoid discriminator": "D ends in a sigmoid and is not clamped",
  "random tanh network": "control: a generator that folds",
  "k = 0": "control: the discriminator never learns",
  "k = 5": "five discriminator steps a round",
  "two peaks, k = 1": "a complex target: ½N(−1.5, 0.5²) + ½N(1.5, 0.5²)",
  "two peaks, k = 5": "the same with five discriminator steps a round",
  "two peaks, k = 5 at equal cost": "the same with as many updates in all as k = 1 makes",
  "momentum 0": "perturbation: plain gradient descent",
  "momentum 0.9": "perturbation: heavier momentum",
  "step size 0.0001": "perturbation: a tenth of the step size",
  "step size 0.01": "perturbation: ten times the step size",
  "step size 0.1": "perturbation: a hundred times the step size",
  "Adam 0.001": "perturbation: another optimizer",
  "Adam 0.0001": "perturbation: another optimizer, smaller steps",
  "pretrained ten times as long": "is it the number of steps that keeps D from fitting the density?",
  "sigmoid discriminator, k = 5": "does a stronger discriminator see what a flat one overlooks?",
  "regression to the quantile function": "what the generator's network could do: as many updates as the game makes",
  "small initial weights": "a generator that starts almost linear, hence without folds",
  "small initial weights, untrained": "the same before training",
  "real draws": "control: draws from the data in the generator's place",
  "narrow draws": "control: draws from N(0, ¼)",
  "linear generator": "control: a generator without folds or jumps, by construction",
  "D clamped at ½": "control: a discriminator that says nothing but ½, within 0.01",
  "samples at 3σ": "control: long pretraining, and a generator that gives 3 whatever the latent",
  "far from the data": "control: samples start 20 σ from the data, 100 rounds",
  "Eric Jang's": "the setting that the post extends: N(−1, 1), hidden layers of 6 and 5, latents over ±5",
};

export const about: About = {
  id: "pretrained-discriminator",
  position: 40,
  title: "Pretraining the discriminator, sorting and stratifying",
  authors: "Goku Mohandas, after Eric Jang",
  reference:
    "“Generative Adversarial Networks (GAN)”, The Neural Perspective; code in GokuMohandas/the-neural-perspective, GAN/gan.py",
  file: "003_8687b5e962d9468e.txt",
  lead:
    "Two small tanh networks learn N(0, 1). Before the game the discriminator is fitted to the density itself, latents are spread " +
    "evenly over their range, batches are sorted, and the generator's output is scaled to the data's. The post says that each of " +
    "these makes training easier, and ends with a flat discriminator as the sign of success.",
  differences: [
    "Step size, momentum, decay, batch, widths, initial weights and the number of rounds are not in the post: they are the author's code's.",
    "The post's words let G minimise log(1 − D(G(z))). Here it minimises −log D(G(z)), the non-saturating loss; the arm “saturating loss” plays the other.",
    "The printed listing adds np.random.random to the latents, a jitter of up to 1; the author's code multiplies it by 0.01. Here it is 0.01; the arm “jitter as printed” measures the other.",
    "D ends in tanh, so that its own output may lie below 0. The clamp to [0.01, 0.99] is printed for D(x) and D(G(z)) only, so pretraining fits the unclamped network; the arm “pretrained through the clamp” measures the other. D is always measured as the game sees it, clamped.",
    "The post sorts x. The gradient of a mean does not depend on the order (see sorting-helps), so batches are sorted only in the arm of that name.",
    "The words make one update of G for every k of D. As the listing is indented, G's step stands inside the loop of k: printed, k = 5 is five updates of either player, which is k = 1 for five times as many rounds. Here k = 5 is five updates of D and one of G, as in the words.",
    "Heights are compared in ten bins on μ ± 3σ, as many as the author's code draws; the post's figure alone does not say.",
    "The game never settles: distances, heights, shares and the standard deviation of samples at the end are means over the last fifth of training.",
  ],
  seeds: toySeeds,
  armNotes,
};
