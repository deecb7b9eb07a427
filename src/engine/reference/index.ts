import type { Engine } from "../engine.ts";
import { ReferenceAdversary } from "./adversary.ts";

/**
 * Plain JavaScript in float64, written as the formulas stand: the oracle that the other engines are tested against. It
 * shares their random numbers and the order of their weights, and none of their arithmetic. Not for training in earnest.
 */
export const referenceEngine: Engine = {
  name: "reference",
  create: async (arm, seeds) => new ReferenceAdversary(arm, seeds),
};
