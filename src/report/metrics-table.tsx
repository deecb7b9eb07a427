/** @jsxRuntime automatic @jsxImportSource preact */
import { Dots } from "./dots.tsx";
import { formatNumber, wordsOf } from "./format.ts";
import type { ArmResult } from "./results.ts";
import { type ValueScale, valueScale } from "./value-scale.ts";

/** Every metric of every arm: median, quartiles, and all seeds on the metric's own scale. */
export function MetricsTable({ arms }: { arms: readonly ArmResult[] }) {
  if (arms.length === 0) return null;
  const metrics = [...new Set(arms.map(({ metric }) => metric))];
  return (
    <section aria-labelledby="measurements">
      <h2 id="measurements">Measurements</h2>
      {metrics.map((metric, index) => (
        <Metric key={metric} arms={arms.filter((arm) => arm.metric === metric)} open={index === 0} />
      ))}
    </section>
  );
}

/** One metric: folded, unless `open`. */
function Metric({ arms, open }: { arms: readonly ArmResult[]; open: boolean }) {
  const { metric, unit } = arms[0]!;
  const scale = valueScale(arms.flatMap(({ values }) => values));
  const notes = [unit, scale?.kind === "logarithmic" ? "logarithmic scale" : ""].filter(Boolean).join(", ");
  return (
    <details class="metric" open={open}>
      <summary>
        {wordsOf(metric)} <small>{notes}</small>
      </summary>
      <div class="scroll">
        <table class="plain">
          <thead>
            <tr>
              <th scope="col">Arm</th>
              <th scope="col" class="number">
                Median
              </th>
              <th scope="col" class="number">
                Quartiles
              </th>
              <th scope="col">Every seed</th>
            </tr>
          </thead>
          <tbody>
            {arms.map((arm) => (
              <Row key={arm.arm} arm={arm} scale={scale} />
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

const Row = ({ arm, scale }: { arm: ArmResult; scale?: ValueScale }) => (
  <tr>
    <th scope="row">
      {arm.arm}
      <Lost arm={arm} />
    </th>
    <td class="number">{formatNumber(arm.median)}</td>
    <td class="number">
      {formatNumber(arm.q25)} – {formatNumber(arm.q75)}
    </td>
    <td class="dots-cell">{scale && <Dots arm={arm} scale={scale} />}</td>
  </tr>
);

/** How many seeds have no finite value, where any have none. */
function Lost({ arm: { values, seeds } }: { arm: ArmResult }) {
  const lost = values.filter((value) => value === null).length;
  return lost > 0 ? <small> {`${lost} of ${seeds} not finite`}</small> : null;
}
