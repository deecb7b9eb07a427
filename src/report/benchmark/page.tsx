/** @jsxRuntime automatic @jsxImportSource preact */
import { rasterize } from "../../figure/rasterize.ts";
import type { SourceView } from "../assemble.ts";
import { countOf, withUnit } from "../format.ts";
import { pngImage } from "../image.ts";
import { MeasuredTable } from "../measured-table.tsx";
import { renderPage } from "../page.tsx";
import type { Results } from "../results.ts";
import { ceilingsFigure, historyFigure, peersFigure, scalingFigure } from "./figures.ts";
import type { History } from "./history.ts";
import { peerGroupsOf, provenanceOf } from "./peers.ts";
import type { BenchmarkRun } from "./record.ts";
import { growthsOf } from "./scaling.ts";
import { type Trend, trendsOf } from "./trend.ts";

/** The benchmark page's file. */
export const benchmarkPage = "benchmark.html";

/** How long things take: peers, ceilings, scaling, everything that was timed, history. Every number is of the recorded runs. */
export function renderBenchmark(results: Results, sources: readonly SourceView[], { runs, damaged }: History): string {
  const last = (has: (run: BenchmarkRun) => boolean) => runs.findLast(has);
  const withPeers = last((run) => peerGroupsOf(run).length > 0);
  const withKernels = last((run) => ceilingsFigure(run) !== undefined);
  const withScaling = last((run) => growthsOf(run).length > 0);
  const latest = runs.at(-1);
  const trends = trendsOf(runs).filter(({ points }) => points.length > 1);
  return renderPage({
    title: "gan-repro: how long it takes",
    results,
    sources,
    current: benchmarkPage,
    children: (
      <main id="main" class="index">
        <h1>How long it takes</h1>
        <p class="lead">
          {`From ${countOf(runs.length, "recorded run")} of the benchmark. A ratio is one of median times of the same rounds, with its 95 % bootstrap interval.`}
        </p>
        {damaged.map((line) => (
          <p class="note" key={line}>
            {line}
          </p>
        ))}
        {withPeers && <Section id="peers" title="Peers" run={withPeers} svg={peersFigure(peerGroupsOf(withPeers))} />}
        {withKernels && <Section id="ceilings" title="Ceilings" run={withKernels} svg={ceilingsFigure(withKernels)} />}
        {withScaling && <Scaling run={withScaling} />}
        {latest && <Measured run={latest} />}
        {trends.length > 0 && <Trends trends={trends} />}
      </main>
    ),
  });
}

interface SectionProps {
  readonly id: string;
  readonly title: string;
  readonly run: BenchmarkRun;
  readonly svg?: string;
}

function Section({ id, title, run, svg }: SectionProps) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {svg && <Drawing svg={svg} alt={`${title}: the numbers of this section as a drawing`} />}
      <p class="note">{provenanceOf(run)}</p>
    </section>
  );
}

function Drawing({ svg, alt }: { svg: string; alt: string }) {
  const image = pngImage(rasterize(svg));
  return image ? (
    <img class="engines-drawing" src={image.uri} width={image.width} height={image.height} alt={alt} />
  ) : null;
}

function Scaling({ run }: { run: BenchmarkRun }) {
  const growths = growthsOf(run);
  return (
    <section aria-labelledby="scaling">
      <h2 id="scaling">Scaling</h2>
      <Drawing svg={scalingFigure(growths)} alt="Time and memory against seeds, batch, width and rounds" />
      <ul>
        {growths.map(({ of, unit, sizes, medians, exponent }) => (
          <li key={of}>
            {`${of}: ${withUnit(medians.at(-1)!, unit)} at ${sizes.at(-1)!.toLocaleString("en")}; between the two largest it grows as the power ${exponent.toFixed(2)}.`}
          </li>
        ))}
      </ul>
      <p class="note">{provenanceOf(run)}</p>
    </section>
  );
}

/** Everything that the last run timed. */
function Measured({ run }: { run: BenchmarkRun }) {
  return (
    <section aria-labelledby="measured">
      <h2 id="measured">Everything that was timed</h2>
      <MeasuredTable
        rows={run.measurements.map((one) => ({ ...one, what: `${one.suite}: ${one.group}, ${one.name}` }))}
      />
      <p class="note">{provenanceOf(run)}</p>
    </section>
  );
}

/** What became slower or faster, machine by machine: the runs of unlike machines are never joined. */
function Trends({ trends }: { trends: readonly Trend[] }) {
  return (
    <section aria-labelledby="history">
      <h2 id="history">History</h2>
      {[...new Set(trends.map(({ fingerprint }) => fingerprint))].map((fingerprint) => {
        const own = trends.filter((trend) => trend.fingerprint === fingerprint);
        const steps = own.flatMap((trend) => trend.steps.map((step) => ({ trend, step })));
        const { processor, cores, node } = own[0].machine;
        return (
          <div key={fingerprint}>
            <h3>{`${processor}, ${cores} cores, Node ${node}`}</h3>
            <Drawing svg={historyFigure(own)} alt="Medians relative to the first run" />
            {steps.length === 0 && <p>No step was found.</p>}
            <ul>
              {steps.map(({ trend: { suite, group, name, points }, step: { at, ratio } }) => (
                <li key={JSON.stringify([suite, group, name, at])}>
                  {`${suite}, ${group}, ${name}: ×${ratio.toPrecision(3)} from ${points[at].commit} on.`}
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </section>
  );
}
