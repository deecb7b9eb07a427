/** What the deck's claims look at. */
import type { Measured } from "../../../src/language/claim.ts";
import { algebra } from "../../../src/language/finding.ts";
import type { Words } from "../../../src/study/source.ts";
import { type arms, roundOf } from "../arms.ts";
import { told } from "../losses.ts";

/** Registers claims about the deck's arms. */
export type Deck = Words<keyof typeof arms & string>;

export const bhattacharyya = ({ end }: Measured) => end.bhattacharyya;
export const overlap = { unit: "Bhattacharyya coefficient", of: bhattacharyya };

/** Wasserstein-2, when training ended or after an epoch. */
export const distance = ({ end }: Measured) => end.wasserstein2;
export const distanceAfter = (epoch: number) => (run: Measured) => run.at("wasserstein2", roundOf(epoch));

/** Wasserstein-2 of a first arm below that of a second, after an epoch. */
export const nearerAfter = (epoch: number) => {
  const after = distanceAfter(epoch);
  return {
    holds: (a: Measured, b: Measured) => after(a) < after(b),
    effect: { unit: "W2, difference", of: (a: Measured, b: Measured) => after(a) - after(b) },
  };
};

/** The discriminator's loss in the last epoch, and how far it is from that of one that can tell nothing. */
export const lossOfD = ({ end }: Measured) => end.discriminatorLoss;
export const toldAtEnd = (run: Measured) => told(lossOfD(run));
/** The loss of a discriminator that is ½ everywhere. */
export const ln2 = algebra("ln 2");
