/** @jsxRuntime automatic @jsxImportSource preact */
import { ArmsTable } from "./arms-table.tsx";
import type { SourceView } from "./assemble.ts";
import { auditOf, auditSentence } from "./audit.ts";
import { outcomeOf, outcomeWord } from "./claim-result.ts";
import { ClaimSection } from "./claim-section.tsx";
import { Figure } from "./figure.tsx";
import { MetricsTable } from "./metrics-table.tsx";
import { OutcomeMark } from "./outcome-mark.tsx";
import { renderPage } from "./page.tsx";
import { Digests, Provenance } from "./provenance.tsx";
import type { Results } from "./results.ts";
import { Tally } from "./tally.tsx";
import { Timings } from "./timings.tsx";

/** The page of one source: the document, its claims one by one, then the settings and numbers behind them. */
export function renderSource(results: Results, sources: readonly SourceView[], view: SourceView): string {
  const { source, claims, otherFigures, arms, timings, digests, audits } = view;
  return renderPage({
    title: `${source.title}: gan-repro`,
    results,
    sources,
    current: source.id,
    children: (
      <div class="with-contents">
        <Contents view={view} />
        <main id="main">
          <h1>{source.title}</h1>
          <Document view={view} />
          {claims.map((one) => (
            <ClaimSection key={one.claim.id} view={one} audits={audits} engine={source.run.engine} />
          ))}
          {otherFigures.length > 0 && (
            <section aria-labelledby="figures">
              <h2 id="figures">{hasClaimFigures(view) ? "More figures" : "Figures"}</h2>
              {otherFigures.map((one) => (
                <Figure key={one.figure.id} view={one} />
              ))}
            </section>
          )}
          <ArmsTable arms={source.arms} audits={audits} />
          <MetricsTable arms={arms} />
          <Timings timings={timings} />
          <section aria-labelledby="provenance">
            <h2 id="provenance">Provenance</h2>
            <Provenance run={source.run} />
            <Digests digests={digests} />
          </section>
        </main>
      </div>
    ),
  });
}

const hasClaimFigures = ({ claims }: SourceView): boolean => claims.some(({ figures }) => figures.length > 0);

function Document({ view: { source, claims, audits } }: { view: SourceView }) {
  return (
    <div class="document">
      <p class="reference">
        {[source.authors, source.reference].filter(Boolean).join(" · ")}
        {source.file && (
          <>
            {" · "}
            <code>{source.file}</code>
          </>
        )}
      </p>
      {source.lead && <p class="lead">{source.lead}</p>}
      <Tally claims={claims.map(({ claim }) => claim)} />
      <p class="note">{auditSentence(auditOf(audits))}</p>
      {source.differences.length > 0 && (
        <details class="differences" open>
          <summary>Where this run differs from the document</summary>
          <ul>
            {source.differences.map((difference) => (
              <li key={difference}>{difference}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

/** The page's contents: next to the text on a wide screen, folded above it on a narrow one. */
function Contents({ view: { claims, source, arms, timings, otherFigures } }: { view: SourceView }) {
  const sections = [
    { id: "figures", name: "Figures", there: otherFigures.length > 0 },
    { id: "arms", name: "Arms", there: source.arms.length > 0 },
    { id: "measurements", name: "Measurements", there: arms.length > 0 },
    { id: "timings", name: "Timings", there: timings.length > 0 },
    { id: "provenance", name: "Provenance", there: true },
  ];
  return (
    <nav class="contents" aria-label="On this page">
      <details open>
        <summary>On this page</summary>
        <ol>
          {claims.map(({ claim }) => (
            <li key={claim.id}>
              <a href={`#${claim.id}`}>
                <OutcomeMark outcome={outcomeOf(claim)} />
                <span>{claim.title}</span>
                <span class="visually-hidden">: {outcomeWord(claim)}</span>
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
