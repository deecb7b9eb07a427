import { UsageError } from "../src/reproduction/usage-error.ts";
import { discoverSources } from "../src/source/discover.ts";
import type { Source } from "../src/source/source.ts";

/** The sources of this folder, each a folder of its own: a new one needs no line here. */
export const sources = await discoverSources(import.meta.dirname);

/** The sources of the given names; all of them for none. @throws {UsageError} for a name that is none */
export function sourcesNamed(names: readonly string[]): readonly Source[] {
  const known = sources.map(({ about }) => about.id);
  for (const name of names) {
    if (!known.includes(name)) throw new UsageError(`expected a source (${known.join(", ")}), got "${name}"`);
  }
  return names.length === 0 ? sources : sources.filter(({ about }) => names.includes(about.id));
}
