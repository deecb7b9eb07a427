/** What is claimed: each claim is a sentence of the notebook, or what its pictures show, with the predicate that decides it. */
import { source } from "../../src/study/source.ts";
import { about } from "./about.ts";
import { arms } from "./arms.ts";
import { claimsOnTheComparison } from "./claims/comparison.ts";
import { claimsOnDetails } from "./claims/details.ts";
import { claimsOnTheEquilibrium } from "./claims/equilibrium.ts";
import { claimsOnSettling } from "./claims/settling.ts";
import { figures } from "./figures/index.ts";

export default source(about, arms, figures, (words) => {
  claimsOnTheEquilibrium(words);
  claimsOnSettling(words);
  claimsOnTheComparison(words);
  claimsOnDetails(words);
});
