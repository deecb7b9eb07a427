/** What is claimed: the slides' conclusions and guesses, in their order, each with the predicate that decides it. */
import { source } from "../../src/study/source.ts";
import { about } from "./about.ts";
import { arms } from "./arms.ts";
import { claimsOnImprovements } from "./claims/improvements.ts";
import { claimsOnThePaper } from "./claims/likelihood.ts";
import { claimsOnOutputLayers } from "./claims/output-layers.ts";
import { claimsOnReliability } from "./claims/reliability.ts";
import { claimsOnTheWeirdGan } from "./claims/weird.ts";
import { figures } from "./figures/index.ts";

export default source(about, arms, figures, (words) => {
  claimsOnImprovements(words);
  claimsOnReliability(words);
  claimsOnTheWeirdGan(words);
  claimsOnOutputLayers(words);
  claimsOnThePaper(words);
});
