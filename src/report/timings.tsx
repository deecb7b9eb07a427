/** @jsxRuntime automatic @jsxImportSource preact */
import { formatNumber, withUnit } from "./format.ts";
import type { Timing } from "./results.ts";
import { timingName } from "./timing-name.ts";

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
            {timings.map((timing) => (
              <tr key={timingName(timing)}>
                <th scope="row">{timingName(timing)}</th>
                <td class="number">
                  {formatNumber(timing.median)} ± {withUnit(timing.mad, timing.unit)}
                </td>
                <td class="number">{timing.samples.toLocaleString("en")}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="note">MAD: median absolute deviation from the median.</p>
    </section>
  );
}
