/** @jsxRuntime automatic @jsxImportSource preact */

import { expectedFalseVerdicts, type Verdict, verdicts } from "../statistics/verdict.ts";
import { type FigureView, mentions, type SourceView } from "./assemble.ts";
import { ClaimsTable } from "./claims-table.tsx";
import { Engines } from "./engines.tsx";
import { anchorOf } from "./figure.tsx";
import { countOf } from "./format.ts";
import { type Image, thumbnail } from "./image.ts";
import { renderPage } from "./page.tsx";
import { Digests, Provenance } from "./provenance.tsx";
import type { ClaimResult, Results } from "./results.ts";
import { isSweep, sweepsOf } from "./sweep.ts";
import { Tally } from "./tally.tsx";
import { Timings } from "./timings.tsx";

/** The first page: how the claims fared, all of them in one table, and the figures at a glance. */
export function renderIndex(results: Results, sources: readonly SourceView[], engines?: Image): string {
  const claims = results.claims;
  const figures = sources.flatMap((source) => allFigures(source).map((figure) => ({ source, figure })));
  const compared = sweepsOf(results.timings).length > 1;
  const timings = results.timings.filter(
    ({ name }) => !sources.some(({ entry }) => mentions(entry.id, name)) && !(compared && isSweep(name)),
  );
  return renderPage({
    title: "gan-repro: what the classic GAN tutorials claim, re-run",
    results,
    sources,
    children: (
      <main id="main" class="index">
        <h1>What the classic GAN tutorials claim, re-run</h1>
        <p class="lead">{lead(claims, sources.length)}</p>
        {results.firstSeed !== undefined && <p class="note">{otherSeeds(results)}</p>}
        <Meter claims={claims} />
        <p class="note">{reliability(claims)}</p>
        <Departures claims={claims} />
        <section aria-labelledby="claims">
          <h2 id="claims">Claims</h2>
          <ClaimsTable sources={sources} />
        </section>
        {figures.length > 0 && (
          <section aria-labelledby="figures">
            <h2 id="figures">Figures</h2>
            <ul class="gallery">
              {figures.map(({ source, figure }) => (
                <Thumbnail key={figure.result.id} source={source} figure={figure} />
              ))}
            </ul>
          </section>
        )}
        <Engines results={results} image={engines} />
        <Timings timings={timings} />
        <section aria-labelledby="provenance">
          <h2 id="provenance">Provenance</h2>
          <Provenance results={results} />
          <Digests digests={Object.entries(results.digests)} />
        </section>
      </main>
    ),
  });
}

const allFigures = ({ claims, otherFigures }: SourceView): FigureView[] => [
  ...claims.flatMap(({ figures }) => figures),
  ...otherFigures,
];

function lead(claims: readonly ClaimResult[], sources: number): string {
  const counts = verdicts.map((verdict) => `${countVerdict(claims, verdict)} ${verdict}`);
  return (
    `${countOf(claims.length, "claim")} from ${countOf(sources, "document")}, each trained again from its seeds and decided by ` +
    `one rule: ${counts[0]}, ${counts[1]}, ${counts[2]}.`
  );
}

function otherSeeds({ firstSeed = 1, claims, arms }: Results): string {
  const last = firstSeed + [...claims, ...arms].reduce((most, { seeds }) => Math.max(most, seeds), 1) - 1;
  const range = last === firstSeed ? `seed ${firstSeed}` : `seeds ${firstSeed} to ${last}`;
  return `Trained from ${range}. The verdicts “as registered” and what findings say are of seeds from 1 on.`;
}

const countVerdict = (claims: readonly ClaimResult[], verdict: Verdict): number =>
  claims.filter((claim) => claim.verdict === verdict).length;

function reliability(claims: readonly ClaimResult[]): string {
  const rates = claims.filter(({ kind }) => kind === "rate");
  const expected = expectedFalseVerdicts(rates);
  return (
    "A claim asserts a rate of success over seeds; it is reproduced when the exact 95 % interval of the measured rate lies above it, " +
    `contradicted when below. Among ${countOf(rates.length, "such claim")} at most ${expected.toFixed(1)} false verdicts are to ` +
    "be expected. Exact claims are checked to a tolerance, once."
  );
}

/** A bar parted like the verdicts, and its legend. */
function Meter({ claims }: { claims: readonly ClaimResult[] }) {
  const counts = verdicts
    .map((verdict) => ({ verdict, count: countVerdict(claims, verdict) }))
    .filter(({ count }) => count > 0);
  return (
    <>
      <div class="meter" aria-hidden="true">
        {counts.map(({ verdict, count }) => (
          <span key={verdict} class={verdict} style={{ flexGrow: count }} />
        ))}
      </div>
      <Tally claims={claims} />
    </>
  );
}

/** What is not as it was registered, or a line saying that all is. */
function Departures({ claims }: { claims: readonly ClaimResult[] }) {
  const surprising = claims.filter(({ verdict, expected }) => verdict !== expected);
  const toothless = claims.filter(({ control }) => control.verdict === "reproduced");
  if (surprising.length === 0 && toothless.length === 0) {
    return <p class="note">Every verdict is the registered one, and no sabotaged control came out reproduced.</p>;
  }
  return (
    <div class="alarm">
      <Listed claims={surprising} what={`${countOf(surprising.length, "verdict")} not as registered`} />
      <Listed
        claims={toothless}
        what={`${countOf(toothless.length, "control")} reproduced, so the check cannot fail`}
      />
    </div>
  );
}

function Listed({ claims, what }: { claims: readonly ClaimResult[]; what: string }) {
  if (claims.length === 0) return null;
  return (
    <p>
      <strong>{what}:</strong>{" "}
      {claims.map(({ id, source, title }, index) => (
        <span key={id}>
          {index > 0 && ", "}
          <a href={`${source}.html#${id}`}>{title}</a>
        </span>
      ))}
    </p>
  );
}

// Pixels: twice the narrowest width of a gallery's card, for fine screens.
const thumbnailWidth = 480;

function Thumbnail({ source, figure }: { source: SourceView; figure: FigureView }) {
  const { film } = figure.entry;
  const lastFrame = film ? (film.frames - 1) / film.frames : 0;
  const image = figure.bytes && thumbnail(figure.bytes, thumbnailWidth, lastFrame);
  return (
    <li>
      <a href={`${source.entry.id}.html#${anchorOf(figure)}`}>
        {image && <img src={image.uri} width={image.width} height={image.height} alt="" />}
        <span>
          {figure.entry.title}
          <small>
            {source.entry.id}
            {film ? ", film" : ""}
          </small>
        </span>
      </a>
    </li>
  );
}
