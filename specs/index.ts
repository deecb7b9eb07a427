import { UsageError } from "../src/reproduction/usage-error.ts";
import { distinct, type Source } from "../src/source/source.ts";
import biasGame from "./bias-game/claims.ts";
import gaussian1d from "./gaussian-1d/claims.ts";
import gaussian2d from "./gaussian-2d/claims.ts";
import mnist from "./mnist/claims.ts";
import pretrainedDiscriminator from "./pretrained-discriminator/claims.ts";

/** All sources, in the order of the report. */
export const sources: readonly Source[] = distinct([biasGame, gaussian2d, gaussian1d, pretrainedDiscriminator, mnist]);

/** The sources of the given names; all of them for none. @throws {UsageError} for a name that is none */
export function sourcesNamed(names: readonly string[]): readonly Source[] {
  const known = sources.map(({ about }) => about.id);
  for (const name of names) {
    if (!known.includes(name)) throw new UsageError(`expected a source (${known.join(", ")}), got "${name}"`);
  }
  return names.length === 0 ? sources : sources.filter(({ about }) => names.includes(about.id));
}
