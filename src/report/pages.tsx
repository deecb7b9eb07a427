/** @jsxRuntime automatic @jsxImportSource preact */
import { assemble, type ReadImage } from "./assemble.ts";
import type { Catalogue } from "./catalogue.ts";
import { enginesFigure } from "./engines.tsx";
import { pngImage } from "./image.ts";
import { renderIndex } from "./index-page.tsx";
import type { Results } from "./results.ts";
import { renderSource } from "./source-page.tsx";

/**
 * The report's pages: `index.html` and one for each source that has claims among the results.
 * A pure function of its arguments: equal results, catalogue and images give equal pages.
 * @param readImage bytes of a PNG at a path of `results.figures`, or beside it (`….baseline.png`, `….diff.png`), or of the
 *   comparison of engines; undefined where there is none
 * @returns file name → HTML
 */
export function renderReport(results: Results, catalogue: Catalogue, readImage: ReadImage): Map<string, string> {
  const sources = assemble(results, catalogue, readImage);
  const engines = readImage(enginesFigure);
  const pages = new Map([["index.html", renderIndex(results, sources, engines && pngImage(engines))]]);
  for (const source of sources) {
    pages.set(`${source.entry.id}.html`, renderSource(results, sources, source));
  }
  return pages;
}
