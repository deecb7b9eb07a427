/** What is claimed: the notebook's sentences, each with the predicate that decides it. */
import { source } from "../../src/study/source.ts";
import { about } from "./about.ts";
import { arms } from "./arms.ts";
import { claimsOnTheApproach } from "./claims/approach.ts";
import { claimsOnThePlayers } from "./claims/players.ts";
import { figures } from "./figures/index.ts";

export default source(about, arms, figures, (words) => {
  claimsOnTheApproach(words);
  claimsOnThePlayers(words);
});
