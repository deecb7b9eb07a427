import { distinct, type Source } from "../src/study/source.ts";
import biasGame from "./bias-game/claims.ts";
import gaussian1d from "./gaussian-1d/claims.ts";
import gaussian2d from "./gaussian-2d/claims.ts";
import mnist from "./mnist/claims.ts";
import pretrainedDiscriminator from "./pretrained-discriminator/claims.ts";

/** All sources, in the order of the report. */
export const sources: readonly Source[] = distinct([biasGame, gaussian2d, gaussian1d, pretrainedDiscriminator, mnist]);
