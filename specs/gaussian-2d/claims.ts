/** What is claimed: the deck's sentences, each with the predicate that decides it. */
import { source } from "../../src/study/source.ts";
import { about } from "./about.ts";
import { arms } from "./arms.ts";
import { claimsOnAChangedLoop } from "./claims/changed-loop.ts";
import { claimsOnTheCloud } from "./claims/cloud.ts";
import { claimsOnTheEquilibrium } from "./claims/equilibrium.ts";
import { claimsOnTheGeneratorLoss } from "./claims/generator-loss.ts";
import { claimsOnTheLosses } from "./claims/losses.ts";
import { figures } from "./figures/index.ts";

export default source(about, arms, figures, (words) => {
  claimsOnTheEquilibrium(words);
  claimsOnTheCloud(words);
  claimsOnTheGeneratorLoss(words);
  claimsOnTheLosses(words);
  claimsOnAChangedLoop(words);
});
