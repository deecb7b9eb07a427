/** @jsxRuntime automatic @jsxImportSource preact */
import { ArmsTable } from "./arms-table.tsx";
import type { SourceView } from "./assemble.ts";
import { ClaimSection } from "./claim-section.tsx";
import { Figure } from "./figure.tsx";
import { MetricsTable } from "./metrics-table.tsx";
import { renderPage } from "./page.tsx";
import { Digests, Provenance } from "./provenance.tsx";
import type { Results } from "./results.ts";
import { Tally } from "./tally.tsx";
import { Timings } from "./timings.tsx";
import { VerdictMark } from "./verdict-mark.tsx";

/** The page of one source: the document, its claims one by one, then the settings and numbers behind them. */
export function renderSource(results: Results, sources: readonly SourceView[], source: SourceView): string {
  const { entry, claims, otherFigures, arms, timings, digests } = source;
  return renderPage({
    title: `${entry.title}: gan-repro`,
    results,
    sources,
    current: entry.id,
    children: (
      <div class="with-contents">
        <Contents source={source} />
        <main id="main">
          <h1>{entry.title}</h1>
          <Document source={source} />
          {claims.map((view) => (
            <ClaimSection key={view.result.id} view={view} arms={arms} results={results} />
          ))}
          {otherFigures.length > 0 && (
            <section aria-labelledby="figures">
              <h2 id="figures">{hasClaimFigures(source) ? "More figures" : "Figures"}</h2>
              {otherFigures.map((view) => (
                <Figure key={view.result.id} view={view} />
              ))}
            </section>
          )}
          <ArmsTable arms={entry.arms} />
          <MetricsTable arms={arms} />
          <Timings timings={timings} />
          <section aria-labelledby="provenance">
            <h2 id="provenance">Provenance</h2>
            <Provenance results={results} />
            <Digests digests={digests} />
          </section>
        </main>
      </div>
    ),
  });
}

const hasClaimFigures = ({ claims }: SourceView): boolean => claims.some(({ figures }) => figures.length > 0);

function Document({ source: { entry, claims } }: { source: SourceView }) {
  return (
    <div class="document">
      <p class="reference">
        {[entry.authors, entry.reference].filter(Boolean).join(" · ")}
        {entry.file && (
          <>
            {" · "}
            <code>{entry.file}</code>
          </>
        )}
      </p>
      {entry.lead && <p class="lead">{entry.lead}</p>}
      <Tally claims={claims.map(({ result }) => result)} />
      {entry.differences && entry.differences.length > 0 && (
        <details class="differences" open>
          <summary>Where this run differs from the document</summary>
          <ul>
            {entry.differences.map((difference) => (
              <li key={difference}>{difference}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

/** The page's contents: beside the text on a wide screen, folded above it on a narrow one. */
function Contents({ source: { claims, entry, arms, timings, otherFigures } }: { source: SourceView }) {
  const sections = [
    { id: "figures", name: "Figures", there: otherFigures.length > 0 },
    { id: "arms", name: "Arms", there: entry.arms.length > 0 },
    { id: "measurements", name: "Measurements", there: arms.length > 0 },
    { id: "timings", name: "Timings", there: timings.length > 0 },
    { id: "provenance", name: "Provenance", there: true },
  ];
  return (
    <nav class="contents" aria-label="On this page">
      <details open>
        <summary>On this page</summary>
        <ol>
          {claims.map(({ result }) => (
            <li key={result.id}>
              <a href={`#${result.id}`}>
                <VerdictMark verdict={result.verdict} />
                <span>{result.title}</span>
                <span class="visually-hidden">: {result.verdict}</span>
              </a>
            </li>
          ))}
        </ol>
        <ul>
          {sections
            .filter(({ there }) => there)
            .map(({ id, name }) => (
              <li key={id}>
                <a href={`#${id}`}>{name}</a>
              </li>
            ))}
        </ul>
      </details>
    </nav>
  );
}
