/** The notebook, and where this run departs from it. */
import { toySeeds } from "../../src/language/seeds.ts";
import type { About } from "../../src/study/source.ts";
import type { arms } from "./arms.ts";

const armNotes: Partial<Record<keyof typeof arms, string>> = {
  notebook: "The notebook's own settings.",
  "one discriminator step": "One discriminator update a round in place of ten, for as many rounds.",
  "one step at equal cost":
    "The same for 16,500 rounds: as many updates of both players together as the notebook makes.",
  "frozen generator": "Only D is trained: a control, and what D's updates do by themselves.",
  "frozen generator, larger steps": "The same for 500 rounds at ten times D's step size: a control.",
  "D's step size 0":
    "D stays as it is drawn and G is trained against it for 500 rounds: a control, and what G's updates do by themselves.",
  "D's step size 0, larger steps": "The same at ten times G's step size: a control.",
  untrained: "The networks as they are drawn.",
  "saturating loss": "G descends log(1 − D(G(z))).",
  "regression to the quantile function":
    "The generator without a game, fitted to the Gaussian's quantile function: what four sigmoid layers can express.",
  "regression to the GAN's own generator":
    "The same, fitted to what the notebook's run has made of this seed: a control.",
  "1000 real draws": "Draws from the data in the generator's place.",
  "1000 other real draws": "As many others.",
  "10 real draws": "Too few to reach both tails: a control.",
  "one sigmoid unit": "A generator of one unit, as it is drawn, which is monotone: a control.",
  "undecided discriminator": "Weights of D's last unit near 0, so that it says ½ everywhere: a control.",
  "random tanh network": "A generator with wild random weights: a control.",
};

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
    "The notebook looks at 500 evenly spaced latents; so do the densities drawn here, while distances are taken over 1,000.",
    "“Approaches” is tested as it stands, nearer at the end than at the start, and with a bound of ½ σ, which is ours; so are twice the distance of 1000 real draws for “not completely” and a Kolmogorov–Smirnov statistic of 0.1 for “looks like”.",
    "That a train op “improves” its player is tested by many updates against a player that is held, not by one: 30,000 of D's, 500 of G's.",
    "The regression that asks what the sigmoids can express makes 33,000 updates of the generator, as many as both players together; in the game the generator makes 3,000.",
    "Whether D ends undecided, and which generator loss has the longer gradient, the notebook does not say: these claims are ours. The gradient is asked of rounds 10, 100 and 500; the figure shows all.",
    "Arms besides the notebook's own (other schedules, the saturating loss, regression) are ours, to see what its sentences rest on.",
  ],
  seeds: toySeeds,
  armNotes: armNotes as Record<string, string>,
};
