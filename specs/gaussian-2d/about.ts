/** The deck, its words, where this run departs from it, and what each arm is. */
import { toySeeds } from "../../src/language/seeds.ts";
import type { About } from "../../src/study/source.ts";
import type { arms } from "./arms.ts";

const armNotes: Partial<Record<keyof typeof arms, string>> = {
  deck: "The deck with the settings of its book's code: 20 epochs, 2,500 updates of each player.",
  "D 0.05, G 0.0025": "G's step size halved. This and the next eleven arms change nothing but step sizes.",
  "D 0.05, G 0.01": "G's step size doubled.",
  "D 0.05, G 0.02": "G's step size × 4.",
  "D 0.05, G 0.05": "Both players at D's step size: the run whose losses look finished and whose cloud does not.",
  "D 0.005, G 0.005": "Both players at G's step size.",
  "D 0.01, G 0.005": "D's step size ÷ 5.",
  "D 0.02, G 0.005": "D's step size ÷ 2.5.",
  "D 0.1, G 0.005": "D's step size doubled.",
  "D 0.02, G 0.002": "Both step sizes ÷ 2.5: the deck's ratio, 10 to 1.",
  "D 0.1, G 0.01": "Both step sizes doubled.",
  "D 0.2, G 0.02": "Both step sizes × 4.",
  "D 0.005, G 0.05": "The two step sizes exchanged: the run that collapses.",
  "saturating loss": "G descends log(1 − D(G(z))), the loss that the deck argues against.",
  "β₂ 0.99": "G's Adam remembers the size of some 100 gradients in place of 1,000.",
  "β₂ 0.99, saturating loss": "The same with the saturating loss.",
  "β₂ 0.9": "G's Adam remembers the size of some 10 gradients: is it memory that makes the saturating loss faster?",
  "β₂ 0.9, saturating loss": "The same with the saturating loss.",
  "SGD 0.02": "G by plain gradient descent, which has no memory: its steps are as long as the gradient.",
  "SGD 0.02, saturating loss": "The same with the saturating loss.",
  "SGD 0.05": "G by plain gradient descent with a larger step size.",
  "SGD 0.05, saturating loss": "The same with the saturating loss.",
  "first updates":
    "The deck's first 500 updates, looked at more closely: the same training, with both losses' gradients.",
  "stale fakes": "G's loss uses D as it was before D's update, as if fake_Y were not computed again.",
  "fresh draws": "Every batch is freshly drawn from the Gaussian, as the deck says, instead of shuffling 1000 points.",
  "80 epochs": "Four times as long: is the deck only stopped too early?",
  "80 epochs, D 0.01, G 0.001": "Four times as long, with a fifth of the step sizes.",
  "batches of 40": "Batches five times as large, for as many updates, which make 100 epochs.",
  "fresh discriminator":
    "A new discriminator of the same shape, trained alone against the deck's last generator, on fresh draws and with small steps: what can it still tell apart?",
  "unpaired coordinates":
    "The control of the tilt: the data's coordinates are shuffled apart, so that D never sees it.",
  "first updates, D's step size 0": "The same without any learning of D's, which stays at ½: a control.",
  "first updates, no G updates": "The same with D alone trained, so that it rejects the fakes: a control.",
  "D's step size 0": "D stays as it is drawn, all but ½ everywhere, and G follows it out of sight: a control.",
  "no G updates": "Only D is trained: a control.",
  untrained: "The networks as they are drawn.",
  "the run's own 1000 points":
    "The very points that the deck's run of this seed is trained on, in the generator's place.",
  "10,000 other points": "Fresh draws from the target in the generator's place: a control that matches.",
};

export const about: About = {
  id: "gaussian-2d",
  position: 20,
  title: "A GAN for a tilted Gaussian in the plane",
  authors: "Zhang, Lipton, Li and Smola (Dive into Deep Learning)",
  reference: "slide deck on generative adversarial networks; code as in the book d2l.ai, chapter 20.1",
  file: "001_c14772dc7cd9a356.txt",
  lead:
    "A real cloud in the plane, a generator of one affine layer, a discriminator of eight tanh units. Since the generator is " +
    "affine, what it generates is exactly Gaussian, and every distance is a closed formula of its six weights: nothing is sampled to judge.",
  differences: [
    "The deck calls G a “tiny MLP: latent z → 2D output”; the code's G is one dense layer without activation. That G is trained here: it can express the target exactly. No arm has a G with hidden layers: the deck gives none, and what it generates would have no closed-form distances.",
    "The deck's first slide has a minimax game, min over G of log(1 − D(G(z))); its update_G descends −log D(G(z)), the non-saturating form, and says so. So does every arm here but those of the saturating loss.",
    "The deck gives D a “sigmoid output”; the code's D ends in a linear unit and the loss takes logits. Both are the same function and loss.",
    "The deck says “Training batches are iid draws”; the code draws 1000 points once and shuffles them every epoch, as here. The arm “fresh draws” has the draws that the deck speaks of.",
    "The deck prints no settings. They are the book's: 1000 points, batches of 8, 20 epochs, step sizes 0.05 (D) and 0.005 (G), D with 5 and 3 tanh units, weights N(0, 0.02²).",
    "The deck has the fakes of G's update “fresh”; its code passes the same Z to both updates and computes G(Z) again, which gives the same fakes. So do the runs here.",
    "“Overlap” is the Bhattacharyya coefficient ∫√(pq), “a small region” a tenth of the data's root mean square distance from their mean; that a run “matches” if its Wasserstein-2 distance is below twice that of its own 1000 points is ours: the deck says it of the equilibrium only.",
    "“Early in training” is read as update 10 of 2,500; before the first update, and the end of the first epoch, are claims of their own.",
  ],
  seeds: toySeeds,
  armNotes: armNotes as Record<string, string>,
};

/** The deck's own words. */
export const quotes = {
  minimax: "train a generator G and a discriminator D in a minimax game",
  equilibrium: "At equilibrium, G’s distribution matches the data distribution.",
  tilt: "success is visible: generated points should eventually match the same tilted elliptical cloud",
  draws: "Training batches are iid draws from the target Gaussian.",
  towards: "Later training plots should move the generated samples toward this shape",
  mlp: "Tiny MLP: latent z → 2D output. Maps the prior distribution to (hopefully) the data distribution",
  detach: "Do not need to compute gradient for `net_G`",
  gradients: "It gives stronger gradients early in training than directly minimizing \\log(1-D(G(z)))",
  reuse: "We could reuse `fake_X` from `update_D` to save computation",
  recompute: "Recomputing `fake_Y` is needed since `net_D` is changed",
  losses:
    "The losses are useful diagnostics, but the sample plot is the clearest signal that the generator distribution is moving in the right direction",
  overlap: "The final generated cloud should overlap the target Gaussian.",
  collapse:
    "If all samples collapse to a small region, the generator has found a mode-collapse failure instead of matching the distribution",
};
/** Where they stand. */
export const at = {
  game: "first slide",
  data: "slide of the data",
  networks: "slide of the networks",
  discriminator: "slide of update_D",
  generator: "slide of update_G",
  training: "slide of the training loop",
  end: "last slide",
};
