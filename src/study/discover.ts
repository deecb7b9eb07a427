import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { stripVTControlCharacters } from "node:util";
import type { Arm } from "../language/arm.ts";
import { UsageError } from "../language/usage-error.ts";
import { loadGamesOf } from "../trial/games.ts";
import type { Source } from "./source.ts";

/** The file of a source's folder whose default export is the source. */
const entry = "claims.ts";

/**
 * All sources of a folder, in the order of the report: by `about.position`, those without one last, then by id. A source is a
 * folder with TypeScript in it; its `claims.ts` exports it as default, under the folder's name.
 * @throws {UsageError} with one line for each source that cannot be loaded, or plays a game that there is not
 */
export async function discoverSources(folder: string): Promise<readonly Source[]> {
  const ids = readdirSync(folder, { withFileTypes: true })
    .filter((found) => found.isDirectory() && hasTypeScript(join(folder, found.name)))
    .map(({ name }) => name)
    .sort();
  const loaded = await Promise.allSettled(ids.map((id) => load(folder, id)));
  const faults = loaded.flatMap((one) => (one.status === "rejected" ? [(one.reason as Error).message] : []));
  if (faults.length > 0) throw new UsageError(faults.join("\n"));
  const sources = loaded.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
  return sources.sort((a, b) => position(a) - position(b) || (a.about.id < b.about.id ? -1 : 1));
}

const hasTypeScript = (folder: string): boolean => readdirSync(folder).some((file) => file.endsWith(".ts"));

/** Not Infinity, of which two have no difference. */
const position = ({ about }: Source): number => about.position ?? Number.MAX_SAFE_INTEGER;

async function load(folder: string, id: string): Promise<Source> {
  const name = `${id}/${entry}`;
  const file = join(folder, id, entry);
  if (!existsSync(file)) throw new UsageError(`expected the source ${id} in ${name}, got no such file`);
  let loaded: { readonly default?: Partial<Source> };
  try {
    loaded = await import(pathToFileURL(file).href);
  } catch (error) {
    throw new UsageError(`${name}: ${cause(error)}`);
  }
  const source = loaded.default;
  if (!source?.about || !source.arms || !source.claims) {
    throw new UsageError(`${name}: expected what source(…) returns as the default export, got ${kindOf(source)}`);
  }
  if (source.about.id !== id) {
    throw new UsageError(`${name}: expected about.id to be its folder's name, "${id}", got "${source.about.id}"`);
  }
  await checkGames(id, source.arms);
  return source as Source;
}

function checkGames(id: string, arms: Readonly<Record<string, Arm>>): Promise<void> {
  return loadGamesOf(Object.fromEntries(Object.entries(arms).map(([name, arm]) => [`${id}, arm "${name}"`, arm])));
}

const kindOf = (value: unknown): string => (value === undefined ? "none" : `a value of type ${typeof value}`);

/** An error in one line. */
function cause(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof UsageError) return error.message;
  const [first, second] = stripVTControlCharacters(error.message)
    .split("\n")
    .filter((line) => line.trim() !== "");
  // Of a file that is no TypeScript: its second line says where and why.
  return first.startsWith("Transform failed") && second ? second.replace(/^.*[/\\]/, "") : `${error.name}: ${first}`;
}
