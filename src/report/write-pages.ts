import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Source } from "../study/source.ts";
import { catalogueOf } from "./catalogue-of.ts";
import { renderReport } from "./pages.tsx";
import type { Results } from "./results.ts";

/** Writes the report's pages beside results.json. @returns the first page's path */
export function writePages(sources: readonly Source[], results: Results, out: string): string {
  const readImage = (path: string) => {
    const file = join(out, path);
    return existsSync(file) ? readFileSync(file) : undefined;
  };
  const pages = renderReport(results, catalogueOf(sources, results.profile, readImage), readImage);
  for (const [name, html] of pages) writeFileSync(join(out, name), html);
  return join(out, "index.html");
}
