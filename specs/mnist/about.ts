import { imageSeeds } from "../../src/language/profile.ts";

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
    "The author's code was not found. Chosen here: step sizes (momentum 0.02 where output layers are compared and 0.1 where the vanilla GAN is meant, Adam 5·10⁻⁴ with β₁ = 0.5), batch 64, initial weights (G by fan-in, D N(0, 0.02²)), latents N(0, I) of 100 dimensions.",
    "“Epochs = 1000” beside pictures of half-trained digits is read as 1,000 iterations.",
    "Both players ascend, as in the slides' listing; the generator's loss is the non-saturating one of their “in practise” slide.",
    "Images are compared by what a classifier sees in them (an MLP trained here to 98 % test accuracy), as the Fréchet distance of its last hidden layer over 5,000 samples, in percent of the test images' variance; and by that of 7 × 7 pooled pixels. Pixels beyond the data's range are clipped first, as a viewer would see them.",
    "Quick stops at 1,000 iterations and full at 3,000, so claims about the end of training may differ between them; those about an iteration use that iteration. What is said to be best and most reliable is trained for 8,000 as well, at full.",
    "The step sizes that were not chosen (momentum 0.1 for 0.02 and the reverse, Adam 10⁻³, the weird GAN and its rivals at 10⁻³) are trained at full only, for 1,000 iterations; the figure of the other step sizes decides every claim there too.",
    "Goodfellow's own networks are trained at full only, and for 1,000 iterations: two epochs, where the published configuration makes hundreds. Its decay of the step size by 1.000004 an update and its slow rise of momentum are left out: they would change less than 1 % by then.",
  ],
  seeds: imageSeeds,
} as const;
