/** @jsxRuntime automatic @jsxImportSource preact */
import { assemble, type ReadImage } from "./assemble.ts";
import type { History } from "./benchmark/history.ts";
import { benchmarkPage, renderBenchmark } from "./benchmark/page.tsx";
import { enginesFigure } from "./engines.tsx";
import { pngImage } from "./image.ts";
import { renderIndex } from "./index-page.tsx";
import type { Results } from "./results.ts";
import { renderSource } from "./source-page.tsx";

/**
 * The report's pages: `index.html`, one for each source that has claims among the results, and one of recorded benchmarks.
 * A pure function of its arguments: equal results and images give equal pages.
 * @param readImage bytes of a PNG at a path of `results.figures`, or next to it (`….baseline.png`, `….diff.png`), or of the
 *   comparison of engines; undefined where there is none
 * @param history the recorded benchmarks; without any there is no page of them
 * @returns file name → HTML
 */
export function renderReport(results: Results, readImage: ReadImage, history?: History): Map<string, string> {
  const sources = assemble(results, readImage);
  const engines = readImage(enginesFigure);
  const pages = new Map([
    [
      "index.html",
      renderIndex(results, sources, {
        engines: engines && pngImage(engines),
        hasBenchmark: (history?.runs.length ?? 0) > 0,
      }),
    ],
  ]);
  for (const source of sources) {
    pages.set(`${source.source.id}.html`, renderSource(results, sources, source));
  }
  if (history && history.runs.length > 0) pages.set(benchmarkPage, renderBenchmark(results, sources, history));
  return pages;
}
