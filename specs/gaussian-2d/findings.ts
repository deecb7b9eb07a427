/** Why the verdicts are what they are: from other arms, from algebra, over the 64 seeds of the full profile. */
export const findings = {
  "every-run-overlaps":
    "Ten runs of 64 miss 0.9, most of them narrowly (eight lie above 0.8; the worst has 0.42). Their own losses would not " +
    "tell: in the last epoch none is more than 0.0012 from ln 2. A fresh discriminator would: against the last generator of " +
    "each of the ten it gets to a loss below 0.66 (median 0.62; 0.68 on the others). They have not reached the target; their " +
    "discriminators only no longer say so.",

  "distribution-matches":
    "The middle run ends 3.3 times as far from the target as its own 1000 points. The sample is not what limits it: with fresh " +
    "draws in every batch 18 seeds of 64 match, with the sample 12. Nor is time: after 80 epochs 11 match. Noise is a part: " +
    "batches of 40, or a fifth of the step sizes for four times as long, bring the distance from 0.25 to 0.18, and 24 and 21 " +
    "seeds match. The other part is the discriminator, which stops telling before there is nothing left to tell (next claim).",

  "fresh-discriminator-sees-more":
    "At the deck's end D is all but constant: its loss is ln 2 to 4 × 10⁻⁵ in the median, which is what D = ½ everywhere " +
    "gives. There was still something to see: a new D of the same shape, on fresh draws, with a step size of 0.005 and the " +
    "generator held still, comes to a loss of 0.67 in the median. So a loss at ln 2 is no sign of equilibrium: it is also the " +
    "loss of a discriminator that has stopped telling.",

  "stronger-gradients-early":
    "And at update 20 the median ratio is 5.6. But early is short. From the end of the first of 20 epochs on, update 125, the " +
    "saturating loss has the longer gradient on most seeds. The fakes that D rejects with certainty lie where its tanh units " +
    "are flat and pull in no direction; those that do pull have D above ½ (right panel), and there (1 − D)/D is below 1.",

  "stronger-from-the-start":
    "Before the first update D's biases are 0 and its weights some 0.02, so that D is ½ at all fakes to about 10⁻⁷. There both " +
    "losses have the same gradient (next claim). The measured ratio differs from 1 by less than 10⁻⁶, upwards on 30 of 64 " +
    "seeds: which side is rounding and the chance of the first weights.",

  "non-saturating-trains-better":
    "The longer gradient of the first updates does harm here. Adam divides every step by the root mean square of past " +
    "gradients, and with β₂ = 0.999 it remembers some 1,000 of them, eight epochs: those of the first updates, five times as " +
    "long under the non-saturating loss, keep shortening its steps. The distances after epoch 5 are 1.34 and 1.13 in the " +
    "median. As the memory gets shorter the order turns: the non-saturating loss is ahead on 11 seeds of 64 with β₂ = 0.999, " +
    "on 22 with 0.99, on 46 with 0.9 (next claim). By epoch 20 the deck's two losses are equal.",

  "non-saturating-trains-better-with-short-memory":
    "Nothing is changed but β₂ of the generator's Adam, in both arms, and the order of the two losses turns: under Adam it is " +
    "the memory that decides. It is no advice: with β₂ = 0.9 both arms drift away again after epoch 6 or so (figure). Nor is " +
    "want of memory enough: by plain gradient descent, which has none, the non-saturating loss is ahead on 12 seeds of 64 at " +
    "step size 0.02 and on 36 at 0.05.",

  "losses-are-diagnostics":
    "Within a run the loss does follow the distance, but mostly because both change with time. See the next claim for what is " +
    "left when both have nearly settled.",

  "losses-are-diagnostics-to-the-end":
    "Over the first ten epochs the correlation is 0.99 in the median, over the last ten 0.38: once D's loss is within a hair " +
    "of ln 2 it moves at random, while the distance still halves.",

  "losses-rank-runs":
    "At the end all losses are ln 2, to 4 × 10⁻⁵ in the median, and what is left is noise: ρ is −0.18, if anything of the " +
    "wrong sign. The five runs that end farthest from the target have losses within 4 × 10⁻⁵ of ln 2: a discriminator that has " +
    "stopped telling looks like one that is at equilibrium.",

  "fresh-losses-rank-runs":
    "A loss can rank runs, if the discriminator is still learning: the fresh one's has ρ = 0.54 with the Wasserstein distance, " +
    "and 0.86 with 1 − the Bhattacharyya coefficient.",

  "plot-beats-loss":
    "The loss is within 10⁻⁵ of ln 2 in the median, nearer than the deck's own, and the clouds have a coefficient of 0.38. " +
    "Here the loss does not merely say less than the plot; it says the opposite.",

  "collapse-is-visible":
    "It takes a generator that is fast against its discriminator. The median ratio of the smallest eigenvalues is 0.96 with " +
    "the deck's step sizes, 1.8 with 0.005 for both, 0.08 with 0.05 for both, and 2 × 10⁻⁵ with the two exchanged. The cloud " +
    "becomes a line rather than a “small region”: along it a spread remains, so that no run counts as dead.",

  "recompute-fakes":
    "It makes no difference that 64 seeds could show: the median difference is −0.003, with an interval from −0.04 to 0.04. " +
    "Being one update behind D costs the generator nothing that shows. “Needed” is right in another sense: in update_D the " +
    "fakes are detached, so through that fake_Y no gradient could reach G.",
} as const;
