/** @jsxRuntime automatic @jsxImportSource preact */
import type { FigureView, SourceView } from "./assemble.ts";
import { auditOf, auditSentence } from "./audit.ts";
import { benchmarkPage } from "./benchmark/page.tsx";
import { outcomeWord } from "./claim-result.ts";
import { ClaimsTable } from "./claims-table.tsx";
import { Departures } from "./departures.tsx";
import { Engines } from "./engines.tsx";
import { anchorOf } from "./figure.tsx";
import { countOf } from "./format.ts";
import { type Image, thumbnail } from "./image.ts";
import { AllMutants } from "./mutants.tsx";
import { renderPage } from "./page.tsx";
import { Digests, Provenance } from "./provenance.tsx";
import type { ClaimResult, Results } from "./results.ts";
import { sweepsOf } from "./sweep.ts";
import { Tally } from "./tally.tsx";
import { Timings } from "./timings.tsx";
import { together } from "./together.ts";

/** The first page: how the claims fared, all of them in one table, and the figures at a glance. */
export function renderIndex(
  results: Results,
  sources: readonly SourceView[],
  { engines, hasBenchmark }: { readonly engines?: Image; readonly hasBenchmark: boolean },
): string {
  const claims = results.claims;
  const figures = sources.flatMap((source) => allFigures(source).map((figure) => ({ source, figure })));
  const compared = sweepsOf(results.timings).length > 1;
  const timings = results.timings.filter(({ kind }) => kind !== "trial" && !(compared && kind === "update"));
  return renderPage({
    title: "gan-repro: what the classic GAN tutorials claim, re-run",
    results,
    sources,
    children: (
      <main id="main" class="index">
        <h1>What the classic GAN tutorials claim, re-run</h1>
        <p class="lead">{lead(claims, sources.length)}</p>
        <Tally claims={claims} sources={sources.length} />
        <Departures results={results} />
        <p class="note">{auditSentence(auditOf(results.audit))}</p>
        <AllTogether claims={claims} />
        <AllMutants claims={claims} />
        <section aria-labelledby="claims">
          <h2 id="claims">Claims</h2>
          <ClaimsTable sources={sources} />
        </section>
        {figures.length > 0 && (
          <section aria-labelledby="figures">
            <h2 id="figures">Figures</h2>
            <ul class="gallery">
              {figures.map(({ source, figure }) => (
                <Thumbnail key={figure.figure.id} source={source} figure={figure} />
              ))}
            </ul>
          </section>
        )}
        <Engines results={results} image={engines} />
        <Timings timings={timings} />
        {hasBenchmark && (
          <p>
            <a href={benchmarkPage}>How long it takes</a>, beside peers and over time.
          </p>
        )}
        <section aria-labelledby="provenance">
          <h2 id="provenance">Provenance</h2>
          <Provenance run={results} />
          <Digests digests={results.digests} />
        </section>
      </main>
    ),
  });
}

const allFigures = ({ claims, otherFigures }: SourceView): FigureView[] => [
  ...claims.flatMap(({ figures }) => figures),
  ...otherFigures,
];

const lead = (claims: readonly ClaimResult[], sources: number): string =>
  `${countOf(claims.length, "claim")} from ${countOf(sources, "document")}, those about training decided from seeds that nobody ` +
  "had looked at when they were registered. What a document says is reproduced or contradicted; what we ask beside it holds or does not.";

/** How far the verdicts can be trusted when there are so many of them. */
function AllTogether({ claims }: { claims: readonly ClaimResult[] }) {
  const { tested, decided, fallen, expectedFalse } = together(claims);
  if (tested === 0) return null;
  return (
    <>
      <p class="note">
        A claim asserts a success rate over seeds, and is decided one seed after the other: wrongly with a probability
        of at most 5 %, at whatever seed one stops. Of {countOf(tested, "claim")} that chance can mislead,{" "}
        {expectedFalse.toFixed(1)} at most are decided wrongly in the mean, if every true rate is the one that is
        hardest to decide. Taken together, so that at most 5 % of them are false in the mean (e-BH),{" "}
        {decided - fallen.length} of {countOf(decided, "decided rate")} stand, by the evidence of all recorded seeds.
      </p>
      {fallen.length > 0 && (
        <details class="note" open={fallen.length <= fewClaims}>
          <summary>{countOf(fallen.length, "verdict")} that would need more seeds to stand among so many</summary>
          <ul>
            {fallen.map((claim) => (
              <li key={claim.id}>
                <a href={`${claim.source}.html#${claim.id}`}>{claim.title}</a> ({outcomeWord(claim)})
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

/** As many as are read at a glance. */
const fewClaims = 6;

// Pixels: twice the narrowest width of a gallery's card, for fine screens.
const thumbnailWidth = 480;

function Thumbnail({ source, figure }: { source: SourceView; figure: FigureView }) {
  const { film, title } = figure.figure;
  const lastFrame = film ? (film.length - 1) / film.length : 0;
  const image = figure.bytes && thumbnail(figure.bytes, thumbnailWidth, lastFrame);
  return (
    <li>
      <a href={`${source.source.id}.html#${anchorOf(figure)}`}>
        {image && <img src={image.uri} width={image.width} height={image.height} alt="" />}
        <span>
          {title}
          <small>
            {source.source.id}
            {film ? ", film" : ""}
          </small>
        </span>
      </a>
    </li>
  );
}
