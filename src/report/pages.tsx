/** @jsxRuntime automatic @jsxImportSource preact */
import { assemble, type ReadImage } from "./assemble.ts";
import { enginesFigure } from "./engines.tsx";
import { pngImage } from "./image.ts";
import { renderIndex } from "./index-page.tsx";
import type { ResultsFile } from "./results.ts";
import { renderSource } from "./source-page.tsx";

/**
 * The report's pages: `index.html` and one for each source that has claims among the results.
 * A pure function of its arguments: equal results and images give equal pages.
 * @param readImage bytes of a PNG at a path of `results.figures`, or next to it (`….baseline.png`, `….diff.png`), or of the
 *   comparison of engines; undefined where there is none
 * @returns file name → HTML
 */
export function renderReport(file: ResultsFile, readImage: ReadImage): Map<string, string> {
  const sources = assemble(file.results, readImage);
  const engines = readImage(enginesFigure);
  const pages = new Map([["index.html", renderIndex(file, sources, engines && pngImage(engines))]]);
  for (const source of sources) {
    pages.set(`${source.source.id}.html`, renderSource(file, sources, source));
  }
  return pages;
}
