/** What is claimed: sentences of the post, in its order, each with the predicate that decides it. */
import { source } from "../../src/study/source.ts";
import { about } from "./about.ts";
import { arms } from "./arms.ts";
import { claimsOnFragility } from "./claims/fragility.ts";
import { claimsOnTheMapping } from "./claims/mapping.ts";
import { claimsOnPretraining } from "./claims/pretraining.ts";
import { claimsOnResults } from "./claims/results.ts";
import { claimsOnSteps } from "./claims/steps.ts";
import { claimsOnWords } from "./claims/words.ts";
import { figures } from "./figures/index.ts";

export default source(about, arms, figures, (words) => {
  claimsOnWords(words);
  claimsOnPretraining(words);
  claimsOnResults(words);
  claimsOnSteps(words);
  claimsOnTheMapping(words);
  claimsOnFragility(words);
});
