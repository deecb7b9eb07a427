import { imageSeeds } from "../../src/language/seeds.ts";

export const about = {
  id: "mnist",
  position: 50,
  title: "Replicating Ian Goodfellow's GAN",
  authors: "Ang Ming Liang",
  reference: "“Replicating Ian Goodfellow GAN”, slides; after Goodfellow et al. 2014, arXiv:1406.2661",
  file: "004_4d8335db13c136ba.txt",
  lead:
    "Multilayer perceptrons learn handwritten digits. The slides replicate the first GAN, rank what improves it (tanh, Adam, " +
    "dropout), meet a “weird GAN” that was never told to zero its gradients and seemed the faster for it, and ask why tanh matters.",
  differences: [
    "The author's code was not found, and the slides name no network and no setting but dropout of one half, momentum 0.999 and the clamps. Chosen here: two hidden layers of 128 in both networks, batch 64, initial weights (G by fan-in, D N(0, 0.02²)), latents N(0, I) of 100 dimensions, momentum ρ = 0.5 and β₁ = 0.5 for Adam, leaky slope 0.2 in both networks, dropout in the discriminator only.",
    "Step sizes are chosen too, and not tuned equally for each arm. Momentum has 0.1 where the vanilla GAN is meant and 0.02 where output layers are compared: 0.02 was picked after a sweep of one seed had shown the vanilla GAN weak there, so that tanh-improves is about a step size that favours it. Adam has 5·10⁻⁴. The weird GAN and its rivals have 10⁻⁴, and momentum ρ = 0.9 in place of 0.5 where they are compared.",
    "The step sizes that were not chosen (momentum 0.1 for 0.02 and the reverse, Adam 10⁻³, the weird GAN and its rivals at 10⁻³) are trained for 1,000 iterations; findings and the figure of the other step sizes tell what becomes of each claim there, and which depend on it.",
    "“Epochs = 1000” beside pictures of half-trained digits is read as 1,000 iterations. Everything else is decided at 3,000, three passes over the training images, which is early for words like “best” and “most reliable”; the two favourites are trained for 8,000 as well.",
    "The slides' listing lets the generator descend log(1 − D(G(z))); trained here is the non-saturating loss of their “in practise” slide, as their listing of the updates ascends for both players.",
    "A clamped output has no gradient where it lies beyond a bound; the slides do not say how they clamp. The data stay in [−1, 1] whatever the clamp.",
    "Images are compared by what a classifier sees in them (an MLP trained here to 98 % test accuracy), as the Fréchet distance of its last hidden layer over 5,000 samples, in percent of the test images' variance; and by that of 7 × 7 pooled pixels. Pixels beyond the data's range are clipped first, as a viewer would see them. The slides compare by eye.",
    "Bounds (65 % and nine digits for a replication, 1.25 and 1.5 for “as close”, a half for “clear”, a tenth for “high confidence”, twice for “much stronger”, 5 % and two digits for collapse) and the rates that claims assert are ours, chosen after looking at seeds 1 to 64.",
    "Goodfellow's own networks are trained for 1,000 iterations: two epochs, where the published configuration makes hundreds. Its decay of the step size by 1.000004 an update and its slow rise of momentum are left out: they would change less than 1 % by then.",
  ],
  seeds: imageSeeds,
} as const;
