/** @jsxRuntime automatic @jsxImportSource preact */

import { expectedFalseVerdicts } from "../statistics/verdict.ts";
import type { FigureView, SourceView } from "./assemble.ts";
import { type Outcome, outcomeClass, outcomeOf, outcomes } from "./claim-result.ts";
import { ClaimsTable } from "./claims-table.tsx";
import { Engines } from "./engines.tsx";
import { anchorOf } from "./figure.tsx";
import { countOf } from "./format.ts";
import { type Image, thumbnail } from "./image.ts";
import { renderPage } from "./page.tsx";
import { Digests, Provenance } from "./provenance.tsx";
import type { ClaimResult, DepartureResult, Results, ResultsFile } from "./results.ts";
import { sweepsOf } from "./sweep.ts";
import { Tally } from "./tally.tsx";
import { Timings } from "./timings.tsx";

/** The first page: how the claims fared, all of them in one table, and the figures at a glance. */
export function renderIndex(file: ResultsFile, sources: readonly SourceView[], engines?: Image): string {
  const { results } = file;
  const claims = results.claims;
  const figures = sources.flatMap((source) => allFigures(source).map((figure) => ({ source, figure })));
  const compared = sweepsOf(results.timings).length > 1;
  const timings = results.timings.filter(({ kind }) => kind !== "trial" && !(compared && kind === "update"));
  return renderPage({
    title: "gan-repro: what the classic GAN tutorials claim, re-run",
    file,
    sources,
    children: (
      <main id="main" class="index">
        <h1>What the classic GAN tutorials claim, re-run</h1>
        <p class="lead">{lead(claims, sources.length)}</p>
        {results.firstSeed > 1 && <p class="note">{otherSeeds(results)}</p>}
        <Meter claims={claims} />
        <p class="note">{reliability(claims)}</p>
        <Departures results={results} />
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
        <section aria-labelledby="provenance">
          <h2 id="provenance">Provenance</h2>
          <Provenance results={results} />
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

function lead(claims: readonly ClaimResult[], sources: number): string {
  const counts = outcomes.map((outcome) => ({ outcome, count: countOutcome(claims, outcome) }));
  const said = counts.filter(({ outcome, count }) => outcome !== "not judged" || count > 0);
  return (
    `${countOf(claims.length, "claim")} from ${countOf(sources, "document")}, each retrained from seeds and decided by ` +
    `one rule: ${said.map(({ outcome, count }) => `${count} ${outcome}`).join(", ")}.`
  );
}

function otherSeeds({ firstSeed, claims, arms }: Results): string {
  const counts = [...claims.map((claim) => ("seeds" in claim ? claim.seeds : 1)), ...arms.map(({ seeds }) => seeds)];
  const last = firstSeed + counts.reduce((a, b) => Math.max(a, b), 1) - 1;
  const range = last === firstSeed ? `seed ${firstSeed}` : `seeds ${firstSeed} to ${last}`;
  return (
    `Trained from ${range}. The registered verdicts are of seeds from 1 on; the numbers in findings are of the trials of this run, ` +
    "unless another run or a publication is named beside them."
  );
}

const countOutcome = (claims: readonly ClaimResult[], outcome: Outcome): number =>
  claims.filter((claim) => outcomeOf(claim) === outcome).length;

function reliability(claims: readonly ClaimResult[]): string {
  const rates = claims.filter((claim) => claim.kind === "rate");
  const expected = expectedFalseVerdicts(rates);
  return (
    "A claim asserts a success rate over seeds. It is reproduced if the exact 95 % interval of the measured rate lies above that rate, " +
    `contradicted if it lies below. Among ${countOf(rates.length, "such claim")} we expect at most ${expected.toFixed(1)} false verdicts. ` +
    "Exact claims are checked once, to a tolerance."
  );
}

/** A bar parted like the verdicts, and its legend. */
function Meter({ claims }: { claims: readonly ClaimResult[] }) {
  const counts = outcomes
    .map((outcome) => ({ outcome, count: countOutcome(claims, outcome) }))
    .filter(({ count }) => count > 0);
  return (
    <>
      <div class="meter" aria-hidden="true">
        {counts.map(({ outcome, count }) => (
          <span key={outcome} class={outcomeClass(outcome)} style={{ flexGrow: count }} />
        ))}
      </div>
      <Tally claims={claims} />
    </>
  );
}

/** What is not as it was registered, or a line saying that all is. */
function Departures({ results: { claims, departures } }: { results: Results }) {
  const of = (kind: DepartureResult["kind"]) => departures.filter((departure) => departure.kind === kind);
  const [verdicts, controls] = [of("verdict"), of("control")];
  const [notJudged, findings, figures, digests] = [of("not judged"), of("finding"), of("figure"), of("digest")];
  const isQuiet = verdicts.length + controls.length + notJudged.length === 0;
  return (
    <>
      {isQuiet && <p class="note">Every verdict is as registered, and no sabotaged control came out reproduced.</p>}
      {departures.length > 0 && (
        <div class="alarm">
          <Listed departures={notJudged} claims={claims} what={`${countOf(notJudged.length, "claim")} not judged`} />
          <Listed
            departures={verdicts}
            claims={claims}
            what={`${countOf(verdicts.length, "verdict")} not as registered`}
          />
          <Listed
            departures={controls}
            claims={claims}
            what={`${countOf(controls.length, "control")} reproduced, so the check cannot fail`}
          />
          <Messages departures={findings} what={`${countOf(findings.length, "finding")} not computed`} />
          <Messages
            departures={figures}
            what={`${countOf(figures.length, "figure")} different from the committed baseline`}
          />
          <Messages
            departures={digests}
            what={`${countOf(digests.length, "digest")} different from the committed baseline`}
          />
        </div>
      )}
    </>
  );
}

interface ListedProps {
  readonly departures: readonly DepartureResult[];
  readonly claims: readonly ClaimResult[];
  readonly what: string;
}

function Listed({ departures, claims, what }: ListedProps) {
  if (departures.length === 0) return null;
  const titles = new Map(claims.map(({ id, title }) => [id, title]));
  return (
    <p>
      <strong>{what}:</strong>{" "}
      {departures.map(({ id = "", source }, index) => (
        <span key={id}>
          {index > 0 && ", "}
          <a href={`${source}.html#${id}`}>{titles.get(id) ?? id}</a>
        </span>
      ))}
    </p>
  );
}

function Messages({ departures, what }: Pick<ListedProps, "departures" | "what">) {
  if (departures.length === 0) return null;
  return (
    <details>
      <summary>{what}</summary>
      <ul>
        {departures.map(({ message }) => (
          <li key={message}>{message}</li>
        ))}
      </ul>
    </details>
  );
}

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
