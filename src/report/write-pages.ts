import { readFileSync, realpathSync, statSync } from "node:fs";
import { join, sep } from "node:path";
import { replaceFile } from "../study/record/replace-file.ts";
import type { History } from "./benchmark/history.ts";
import { renderReport } from "./pages.tsx";
import { type Results, ResultsError } from "./results.ts";

/**
 * Writes the report's pages beside results.json, and reads figures from there alone: both may be somebody else's.
 * @param history the recorded benchmarks, for a page of their own
 * @returns the first page's path
 * @throws {ResultsError} if a page cannot be written
 */
export function writePages(results: Results, out: string, history?: History): string {
  const pages = renderReport(results, imagesIn(out), history);
  for (const [name, html] of pages) writePage(join(out, name), html);
  return join(out, "index.html");
}

function writePage(file: string, html: string): void {
  try {
    replaceFile(file, html);
  } catch (error) {
    throw new ResultsError(
      `expected to write the page ${file}, got ${(error as Error).message}; free that name or its disk, then run \`npm run report\``,
    );
  }
}

/** Bytes of all images together: they stand inside the pages, and a page is one string. */
const largest = 300e6;

/**
 * Reads images within a folder: undefined for what is not there, is no file, lies elsewhere behind a symbolic link, or is
 * too large.
 */
function imagesIn(folder: string): (path: string) => Buffer | undefined {
  const read = new Map<string, Buffer | undefined>();
  let total = 0;
  const readOnce = (path: string): Buffer | undefined => {
    try {
      const file = realpathSync(join(folder, path));
      const status = statSync(file);
      if (!file.startsWith(realpathSync(folder) + sep) || !status.isFile()) return undefined;
      total += status.size;
      return total > largest ? undefined : readFileSync(file);
    } catch {
      return undefined;
    }
  };
  return (path) => {
    if (!read.has(path)) read.set(path, readOnce(path));
    return read.get(path);
  };
}
