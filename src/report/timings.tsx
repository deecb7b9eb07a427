/** @jsxRuntime automatic @jsxImportSource preact */
import { formatNumber, withUnit } from "./format.ts";
import type { Timing } from "./results.ts";

/** How long things took: robust statistics, as timings have long tails. */
export function Timings({ timings }: { timings: readonly Timing[] }) {
  if (timings.length === 0) return null;
  return (
    <section aria-labelledby="timings">
      <h2 id="timings">Timings</h2>
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
            {timings.map(({ name, unit, median, mad, samples }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td class="number">
                  {formatNumber(median)} ± {withUnit(mad, unit)}
                </td>
                <td class="number">{samples.toLocaleString("en")}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="note">MAD: median absolute deviation from the median.</p>
    </section>
  );
}
