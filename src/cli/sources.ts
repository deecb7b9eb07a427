import { UsageError } from "../language/usage-error.ts";
import type { Source } from "../study/source.ts";

/** The sources of the given names; all of them for none. @throws {UsageError} for a name that is none */
export function sourcesNamed(sources: readonly Source[], names: readonly string[]): readonly Source[] {
  const known = sources.map(({ about }) => about.id);
  for (const name of names) {
    if (!known.includes(name)) throw new UsageError(`expected a source (${known.join(", ")}), got "${name}"`);
  }
  return names.length === 0 ? sources : sources.filter(({ about }) => names.includes(about.id));
}

/** How a command describes the sources that it can be given. */
export const sourceNames = (sources: readonly Source[]) => ({
  placeholder: "source",
  description: `which sources (${sources.map(({ about }) => about.id).join(", ")}); default all`,
});
