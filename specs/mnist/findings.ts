import type { registered } from "./verdicts.ts";

/** Why a verdict is what it is, where that surprises; numbers are those of the full run. */
export const findings: Readonly<Partial<Record<keyof typeof registered, string>>> = {
  "gan-replicates":
    "At the step size of 0.1 the vanilla GAN is a gamble: 7 of 14 seeds show nine digits or more within the bound, others one blob over and over. Dropout in the discriminator alone ends with nine digits or more on 13 of 14, leaky ReLU on 14.",
  "tanh-is-best-first-step":
    "At the vanilla GAN's step size of 0.1 tanh is the worst first step: every seed ends with a single blob (111 % in the median against 54 %), while leaky ReLU ends at 25 %. At a step size of 0.02 the same tanh is among the best (36 % against the sigmoid's 108 %): which improvement comes first depends on the step size that nobody wrote down.",
  "tanh-adam-dropout-is-best":
    "On the vanilla GAN dropout ends closer on 10 of 14 seeds, but on top of tanh and Adam it ends farther away on 14 of 14 seeds: 49 % against 35 %. The closest of all arms by then is leaky ReLU with plain momentum, at 25 %.",
  "tanh-adam-dropout-is-best@8000":
    "At iteration 1,000, where the slides' pictures stop, dropout is ahead on 9 of 14 seeds. It then falls behind, on all 14 by iteration 3,000, and more training does not bring it back: at 8,000 it is at 31 %, tanh and Adam alone at 15 %, the closest that any GAN here comes.",
  "weird-converges-faster":
    "It does, against momentum 0.9 at the same step size of 10⁻⁴, which in 1,000 iterations has hardly moved from the untrained state. A sum of all gradients so far simply makes longer steps. Neither shows a digit (see weird-beats-tuned-vanilla). Its gradient is six times as long as momentum 0.9's by then (0.70 against 0.11 in the median) and an eighth of the vanilla GAN's at 0.02. At a step size of 10⁻³ the claim turns round: momentum 0.9 is ahead on 14 of 14 seeds.",
  "weird-beats-tuned-vanilla":
    "With a step size that suits it the vanilla GAN is far ahead: at iteration 1,000 it is ahead by 132 % of the variance in the median, while the weird GAN, at any of its three step sizes, has one shape to show at most. What looked like faster convergence was a step size too small for its rival.",
  "cross-talk-explains-it":
    "Alone, what the generator's loss leaves in the discriminator's buffers changes next to nothing: at 10⁻⁴ both runs are still as good as untrained. What it does is to work against D: as long as D says ½, what the generator's loss leaves in D's buffers cancels D's own lesson about fakes, and only “real is real” remains. In the weird GAN, which sums all of it, D's loss rises above that of guessing (1.39) to 1.60 at iteration 300, and the generator's gradient is then shorter than before training (0.007 against 0.012).",
  "momentum-explains-it":
    "Half of it: momentum 0.999 too moves much faster than 0.9 at this step size. But on 14 of 14 seeds its samples have collapsed to one image by iteration 1,000, which counts as a failure; the weird GAN's have not. By the distance alone 8 of 14 would hold. At a step size of 10⁻³ the claim holds on no seed.",
  "wider-clamp-works":
    "A clamp beyond the data's range still helps against none (61 % against 90 %), but less than one at the range itself (38 %): it leaves 31 % of the pixels between 0.1 and 0.9, the clamp at ±1 12 %.",
  "clamp-does-it@tanh":
    "A linear output with a hard stop ends at 38 % in the median, tanh at 36 %: the stop is most of what tanh adds, as the slides suspected, though not on every seed within the factor of 1.25.",
  "narrow-clamp-collapses":
    "Clamped to ±0.3 the images can only be grey, and at the end 99 % of their pixels lie at one of the bounds, where the gradient is exactly 0: the generator can no longer move. With the data rescaled as well nothing collapses (collapse-comes-from-the-range).",
  "saturation-clears-the-image":
    "Not at a momentum step size of 0.1: after 1,000 iterations the claim holds on 5 of 14 seeds there, where at 0.02 it already holds on all of them.",
  "structure-needs-no-saturation":
    "The linear output learns digit-like shapes under heavy grey noise, at 90 % of the variance; the bound of 300 is far above even an untrained generator (171 %), so the digits decide: five or more on 8 of 14 seeds. With data normalised to N(0, 1) in place of ±1 it is 14 of 14.",
  "normalising-is-not-enough":
    "Normalised to N(0, 1), 42 % of the pixels end between 0.1 and 0.9, where the data have 9 % and tanh 12 %. By eye these are the smoothest strokes of all, on grey ground; the Fréchet distance does not think so.",
  "range-is-arbitrary":
    "±½ is as good as ±1 (37 and 36 %), and the whole story of ±0.3 is the mismatch with the data: with the data at ±0.3 too, the clamp ends at 43 %. At ±2 3 of 14 seeds end beyond the factor.",
  "parzen-misleads":
    "Blurred, the training digits gain 79 nats: an estimate made of Gaussian blobs likes images that are blobs themselves. The classifier is not taken in: blurring takes the Fréchet distance from 0.27 to 4.9 %. The paper's 225 ± 2 for its GAN and these 237 for real training digits cannot rank models by their look.",
  "goodfellow-parzen":
    "This says nothing of the paper, whose training made hundreds of epochs: after two of them its networks are at −64 nats in the median, the slides' vanilla GAN at −198 after as many iterations, and real training digits at 237. What follows differs from seed to seed. Four were taken on by themselves, with more iterations than this profile has: by 4,000 seed 1 had collapsed to one image (−342 nats after 10,000) and seed 2 was down to two digits; seeds 3 and 4 were as diverse as the data or nearly so at 3,000, the latter with eight digits at a Fréchet distance of 43 %.",
  "tanh-improves":
    "The sigmoid's runs fall back late: at iteration 2,000 they are at their closest, and by 3,000 they are farther away again (figure of the distance). Tanh ends at 36 %, the sigmoid at 108 %.",
  "tanh-adam-is-most-reliable":
    "All 14 seeds of tanh and Adam end between 31 and 39 %, ten digits each. By 8,000 iterations the difference in spread is gone (tanh-adam-is-most-reliable@8000).",
  "tanh-adam-is-most-reliable@8000":
    "The smaller spread does not last. Both arms cover ten digits on every seed by then; tanh and Adam alone is closer on all of them, but in proportion its seeds differ as much as those with dropout.",
};
