/** @jsxRuntime automatic @jsxImportSource preact */
import { formatNumber, withUnit } from "./format.ts";

/** Something that was timed, by robust statistics, as timings have long tails. */
interface MeasuredRow {
  /** Unlike those of the other rows. */
  readonly what: string;
  readonly median: number;
  /** Median absolute deviation from the median, in the same unit. */
  readonly mad: number;
  readonly unit: string;
  readonly samples: number;
}

/** What was timed, a row each. */
export function MeasuredTable({ rows }: { rows: readonly MeasuredRow[] }) {
  return (
    <div class="scroll">
      <table class="plain">
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col" class="number">
              Median ± MAD
            </th>
            <th scope="col" class="number">
              Samples
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ what, median, mad, unit, samples }) => (
            <tr key={what}>
              <th scope="row">{what}</th>
              <td class="number">
                {formatNumber(median)} ± {withUnit(mad, unit)}
              </td>
              <td class="number">{samples.toLocaleString("en")}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
