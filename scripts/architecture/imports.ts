import { posix } from "node:path";

/** What one file imports from where. */
export interface Import {
  /** Path from the repository's root for the project's own files; else the package or Node's module, as it is written. */
  readonly from: string;
  /** Whether it is gone when types are stripped. */
  readonly isType: boolean;
}

const patterns = [
  // At the start of a line, as the formatter writes it, so that examples in comments do not count.
  /^(?<statement>(?:import|export)\s[^"'`;]*?)\sfrom\s+["'](?<from>[^"']+)["']/gm,
  /^import\s+["'](?<from>[^"']+)["']/gm,
  /^(?![ ]*(?:\*|\/\/)).*?\bimport\(\s*["'](?<from>[^"']+)["']/gm,
  /\bnew URL\(\s*["'](?<from>\.{1,2}\/[^"']+)["'],\s*import\.meta\.url/gm,
];

/**
 * Every module that a file of TypeScript imports: statically, dynamically, for its types alone, or as a worker by its URL.
 * @param file its path from the repository's root
 */
export function importsOf(file: string, text: string): Import[] {
  const found = new Map<string, Import>();
  for (const pattern of patterns) {
    for (const { groups = {} } of text.matchAll(pattern)) {
      const isType = isTypeOnly(groups.statement);
      const from = groups.from.startsWith(".") ? posix.join(posix.dirname(file), groups.from) : groups.from;
      found.set(from, { from, isType: isType && (found.get(from)?.isType ?? true) });
    }
  }
  return [...found.values()];
}

/** `import type …`, or nothing but `type` names in the braces. */
function isTypeOnly(statement: string | undefined): boolean {
  if (statement === undefined) return false;
  if (/^(?:import|export)\s+type\s/.test(statement)) return true;
  const [, names] = /^(?:import|export)\s*\{(.*)\}$/s.exec(statement) ?? [];
  return names?.split(",").every((name) => name.trim() === "" || name.trim().startsWith("type ")) ?? false;
}
