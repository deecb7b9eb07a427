import { ganLayout } from "../../../src/engine/layout.ts";
import { arms } from "../arms.ts";

/** The deck's two networks. */
export const networks = ganLayout(arms.deck);
