import { join } from "node:path";
import { closest } from "../language/closest.ts";
import { UsageError } from "../language/usage-error.ts";
import type { Source } from "../study/source.ts";
import { suiteFolder } from "./folders.ts";

/** What names on a command line stand for. */
export interface Chosen {
  readonly sources: readonly Source[];
  /** Ids of claims, if any were named; a source's own claims too, if it was named beside them. */
  readonly claims?: ReadonlySet<string>;
}

/** The sources of the given names; all of them for none. @throws {UsageError} for a name that is none */
export function sourcesNamed(sources: readonly Source[], names: readonly string[]): readonly Source[] {
  const known = sources.map(({ about }) => about.id);
  for (const name of names) {
    if (!known.includes(name)) throw new UsageError(`expected a source (${known.join(", ")}), got "${name}"`);
  }
  return names.length === 0 ? sources : sources.filter(({ about }) => names.includes(about.id));
}

/** Sources and claims of the given names ("mnist", "mnist/tanh-improves"); a claim's former name stands for it too. @throws {UsageError} for one that is neither */
export function studiesNamed(sources: readonly Source[], names: readonly string[]): Chosen {
  const ids = names.filter((name) => name.includes("/"));
  if (ids.length === 0) return { sources: sourcesNamed(sources, names) };
  const all = sources.flatMap(({ claims }) => claims);
  const claims = ids.map((id) => {
    const claim = all.find((one) => one.id === id || one.formerly?.includes(id));
    if (claim) return claim.id;
    const meant = closest(
      id,
      all.map((one) => one.id),
    );
    throw new UsageError(`expected a claim, got "${id}"${meant ? `; did you mean "${meant}"?` : ""}`);
  });
  const whole = names.filter((name) => !name.includes("/"));
  const own = whole.length === 0 ? [] : sourcesNamed(sources, whole);
  const chosen = new Set([...claims, ...own.flatMap((source) => source.claims.map(({ id }) => id))]);
  return { sources: sources.filter((source) => source.claims.some(({ id }) => chosen.has(id))), claims: chosen };
}

/** The file in which a source registers its claims, absolute. */
export const claimsFile = ({ about }: Source): string => join(suiteFolder, "specs", about.id, "claims.ts");

/** How a command describes the sources that it can be given. */
export const sourceNames = (sources: readonly Source[]) => ({
  placeholder: "source",
  description: `which sources (${sources.map(({ about }) => about.id).join(", ")}); default all`,
});

/** How a command describes the sources and claims that it can be given. */
export const claimNames = (sources: readonly Source[]) => ({
  placeholder: "source|claim",
  description: `which sources (${sources.map(({ about }) => about.id).join(", ")}) or claims (mnist/tanh-improves); default all`,
});
