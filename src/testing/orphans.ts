import { existsSync, readdirSync } from "node:fs";

/**
 * Baselines that no figure claims any more.
 * @param folder with one SVG or PNG a figure, named after it; one that does not exist has no orphans
 * @param ids of all figures that have their baselines there
 * @returns file names, sorted
 */
export function findOrphans(folder: string, ids: readonly string[]): string[] {
  if (!existsSync(folder)) return [];
  const claimed = new Set(ids);
  return readdirSync(folder)
    .filter((name) => /\.(svg|png)$/.test(name) && !claimed.has(name.slice(0, -4)))
    .sort();
}
