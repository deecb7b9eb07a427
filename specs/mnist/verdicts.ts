import type { ProfileName } from "../../src/language/profile.ts";
import type { Verdict } from "../../src/statistics/verdict.ts";

type Expected = { readonly expected: Readonly<Partial<Record<ProfileName, Verdict>>> };
const seen = (quick: Verdict, full: Verdict): Expected => ({ expected: { quick, full } });
/** The verdict of a claim whose arms take too long for the quick profile. */
const seenAtFull = (full: Verdict): Expected => ({ expected: { full } });

/** What the runs showed: quick with 6 seeds and 1,000 iterations, full with 14 and 3,000. */
export const registered = {
  "gan-replicates": seen("contradicted", "inconclusive"),
  "tanh-improves": seen("inconclusive", "reproduced"),
  "tanh-improves-under-adam": seen("reproduced", "reproduced"),
  "adam-improves": seen("inconclusive", "inconclusive"),
  "dropout-improves": seen("inconclusive", "inconclusive"),
  "leaky-relu-improves": seen("inconclusive", "reproduced"),
  "tanh-adam-dropout-is-best": seen("inconclusive", "contradicted"),
  "tanh-adam-dropout-is-best@8000": seenAtFull("contradicted"),
  "scaled-sigmoid-does-it": seen("inconclusive", "reproduced"),
  "clamp-does-it": seen("inconclusive", "reproduced"),
  "wider-clamp-works": seen("reproduced", "reproduced"),
  "clamp-does-it@tanh": seen("reproduced", "inconclusive"),
  "tanh-is-best-first-step": seen("contradicted", "contradicted"),
  "tanh-adam-is-most-reliable": seen("inconclusive", "reproduced"),
  "tanh-adam-is-most-reliable@8000": seenAtFull("inconclusive"),
  "weird-converges-faster": seen("reproduced", "reproduced"),
  "weird-beats-tuned-vanilla": seen("contradicted", "contradicted"),
  "cross-talk-explains-it": seen("contradicted", "contradicted"),
  "momentum-explains-it": seen("contradicted", "contradicted"),
  "accumulating-is-momentum-one": seen("reproduced", "reproduced"),
  "normalising-is-not-enough": seen("inconclusive", "reproduced"),
  "narrow-clamp-collapses": seen("inconclusive", "reproduced"),
  "collapse-comes-from-the-range": seen("inconclusive", "reproduced"),
  "saturation-clears-the-image": seen("inconclusive", "reproduced"),
  "structure-needs-no-saturation": seen("contradicted", "inconclusive"),
  "range-is-arbitrary": seen("inconclusive", "inconclusive"),
  "parzen-misleads": seen("reproduced", "reproduced"),
  "goodfellow-parzen": seenAtFull("contradicted"),
  "non-saturating-gradient": seen("inconclusive", "inconclusive"),
} as const;
