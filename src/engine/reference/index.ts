import type { Engine } from "../engine.ts";
import { Game } from "../game.ts";
import { type MakeNetwork, plainNetwork } from "../plain-network.ts";
import { ReferenceWorkspace } from "./workspace.ts";

/**
 * Plain JavaScript in float64, written as the formulas stand: the oracle that the other engines are tested against. It
 * shares their random numbers, the order of their weights and the game, and none of their arithmetic. Not for training in
 * earnest.
 */
export const referenceEngine = {
  name: "reference",
  create: async (arm, seeds) => new Game(new ReferenceWorkspace(seeds), arm),
} satisfies Engine;

/** A network by itself, in float64. */
export const referenceNetwork: MakeNetwork = async (options) =>
  plainNetwork(new ReferenceWorkspace([options.seed ?? 1]), options);
