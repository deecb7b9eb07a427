/** What the deck's claims look at. */
import type { FindingRun, Measured } from "../../../src/language/claim.ts";
import { algebra } from "../../../src/language/finding.ts";
import type { Words } from "../../../src/study/source.ts";
import { type arms, roundOf } from "../arms.ts";
import { told } from "../losses.ts";
import { spreadOfData } from "../theory/small-region.ts";

export type ArmName = keyof typeof arms & string;

/** Registers claims about the deck's arms. */
export type Deck = Words<ArmName>;

/** What its findings are told from. */
export type Told = FindingRun<ArmName>;

export const ownPoints = "the run's own 1000 points";

export const bhattacharyya = ({ end }: Measured) => end.bhattacharyya;
export const coefficient = { unit: "Bhattacharyya coefficient", of: bhattacharyya };
/** From here on two clouds overlap. */
export const overlapping = 0.9;

/** Wasserstein-2, when training ended or after an epoch. */
export const distance = ({ end }: Measured) => end.wasserstein2;
export const distanceAfter = (epoch: number) => (run: Measured) => run.at("wasserstein2", roundOf(epoch));

/** Root mean square distance from the mean, as a share of the data's. */
export const spread = ({ end }: Measured) => end.sd / spreadOfData;
/** Of the covariance's smallest eigenvalues. */
export const flatness = ({ end }: Measured) => end.eigenvalueRatio;

/** The discriminator's loss in the last epoch, and how far it is from that of one that can tell nothing. */
export const lossOfD = ({ end }: Measured) => end.discriminatorLoss;
export const toldAtEnd = (run: Measured) => told(lossOfD(run));
/** The loss of a discriminator that is ½ everywhere. */
export const ln2 = algebra("ln 2");
