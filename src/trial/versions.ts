import { readFileSync, realpathSync } from "node:fs";
import { isBuiltin } from "node:module";
import { dirname, join } from "node:path";

/** Package → the versions of it that are used, in ascending order of their text. */
export type Versions = Readonly<Record<string, readonly string[]>>;

/**
 * The installed versions of the packages that modules import, and of those that they depend on in turn. What is installed
 * counts, not what a lock file promises.
 * @param specifiers as they stand in imports; Node's own modules are left out
 * @param folder where the importing modules lie
 */
export function versionsOf(specifiers: readonly string[], folder: string): Versions {
  const found = new Map<string, Set<string>>();
  const seen = new Set<string>();
  const visit = (name: string, from: string): void => {
    const manifest = manifestOf(name, from);
    const place = manifest?.folder ?? name;
    if (seen.has(place)) return;
    seen.add(place);
    found.set(name, (found.get(name) ?? new Set()).add(manifest?.version ?? "not installed"));
    for (const dependency of manifest?.dependencies ?? []) visit(dependency, manifest?.folder ?? from);
  };
  for (const specifier of specifiers) {
    if (!isBuiltin(specifier)) visit(packageOf(specifier), folder);
  }
  const names = [...found.keys()].sort();
  return Object.fromEntries(names.map((name) => [name, [...(found.get(name) ?? [])].sort()]));
}

/** "@scope/name/file.js" → "@scope/name" */
const packageOf = (specifier: string): string =>
  specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");

interface Manifest {
  readonly version: string;
  readonly dependencies: readonly string[];
  /** Where the package lies, without symbolic links. */
  readonly folder: string;
}

/** What Node would find from a folder: in its own node_modules, else in those of the folders above. */
function manifestOf(name: string, from: string): Manifest | undefined {
  for (let folder = from; ; folder = dirname(folder)) {
    const file = join(folder, "node_modules", name, "package.json");
    const known = manifests.get(file);
    if (known) return known;
    const text = textOf(file);
    if (text !== undefined) {
      const { version, dependencies = {} } = JSON.parse(text);
      const manifest = { version, dependencies: Object.keys(dependencies), folder: realpathSync(dirname(file)) };
      manifests.set(file, manifest);
      return manifest;
    }
    if (folder === dirname(folder)) return undefined;
  }
}

/** Manifests by their files: nothing is installed while a process runs. */
const manifests = new Map<string, Manifest>();

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (["ENOENT", "ENOTDIR"].includes((error as NodeJS.ErrnoException).code ?? "")) return undefined;
    throw error;
  }
}
