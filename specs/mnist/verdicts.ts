import type { Verdict } from "../../src/claim/verdict.ts";
import type { ProfileName } from "../../src/experiment/profile.ts";

type Expected = { readonly expected: Readonly<Record<ProfileName, Verdict>> };
const seen = (quick: Verdict, full: Verdict): Expected => ({ expected: { quick, full } });

/** What the runs showed: quick with 6 seeds and 1,000 iterations, full with 8 and 3,000. */
export const registered = {
  "gan-replicates": seen("contradicted", "inconclusive"),
  "tanh-improves": seen("inconclusive", "inconclusive"),
  "tanh-improves-under-adam": seen("reproduced", "reproduced"),
  "adam-improves": seen("inconclusive", "inconclusive"),
  "dropout-improves": seen("inconclusive", "inconclusive"),
  "leaky-relu-improves": seen("inconclusive", "inconclusive"),
  "tanh-adam-dropout-is-best": seen("inconclusive", "contradicted"),
  "scaled-sigmoid-does-it": seen("inconclusive", "inconclusive"),
  "clamp-does-it": seen("inconclusive", "inconclusive"),
  "wider-clamp-works": seen("reproduced", "reproduced"),
  "clamp-does-it@tanh": seen("reproduced", "inconclusive"),
  "tanh-is-best-first-step": seen("contradicted", "contradicted"),
  "tanh-adam-is-most-reliable": seen("inconclusive", "reproduced"),
  "weird-converges-faster": seen("reproduced", "reproduced"),
  "weird-beats-tuned-vanilla": seen("contradicted", "contradicted"),
  "cross-talk-explains-it": seen("contradicted", "contradicted"),
  "momentum-explains-it": seen("contradicted", "contradicted"),
  "accumulating-is-momentum-one": seen("reproduced", "reproduced"),
  "normalising-is-not-enough": seen("inconclusive", "inconclusive"),
  "narrow-clamp-collapses": seen("inconclusive", "inconclusive"),
  "collapse-comes-from-the-range": seen("inconclusive", "inconclusive"),
  "saturation-clears-the-image": seen("inconclusive", "inconclusive"),
  "structure-needs-no-saturation": seen("contradicted", "inconclusive"),
  "range-is-arbitrary": seen("inconclusive", "inconclusive"),
  "parzen-misleads": seen("reproduced", "reproduced"),
  "non-saturating-gradient": seen("inconclusive", "inconclusive"),
} as const;
