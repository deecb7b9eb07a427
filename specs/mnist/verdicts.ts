import type { Verdict } from "../../src/claim/verdict.ts";
import type { ProfileName } from "../../src/experiment/profile.ts";

type Expected = { readonly expected: Readonly<Record<ProfileName, Verdict>> };
const seen = (quick: Verdict, full: Verdict): Expected => ({ expected: { quick, full } });
const open = seen("inconclusive", "inconclusive");

/** What the runs showed: quick with 6 seeds, full with 14. */
export const registered = {
  "gan-replicates": open,
  "tanh-improves": open,
  "tanh-improves-under-adam": open,
  "adam-improves": open,
  "dropout-improves": open,
  "leaky-relu-improves": open,
  "tanh-is-best-first-step": open,
  "tanh-adam-dropout-is-best": open,
  "tanh-adam-is-most-reliable": open,
  "weird-converges-faster": open,
  "weird-beats-tuned-vanilla": open,
  "cross-talk-explains-it": open,
  "momentum-explains-it": open,
  "accumulating-is-momentum-one": seen("reproduced", "reproduced"),
  "normalising-is-not-enough": open,
  "scaled-sigmoid-does-it": open,
  "clamp-does-it": open,
  "clamp-does-it@tanh": open,
  "wider-clamp-works": open,
  "narrow-clamp-collapses": open,
  "collapse-comes-from-the-range": open,
  "saturation-clears-the-image": open,
  "structure-needs-no-saturation": open,
  "range-is-arbitrary": open,
  "parzen-misleads": open,
  "non-saturating-gradient": open,
} as const;
