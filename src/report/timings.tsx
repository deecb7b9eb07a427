/** @jsxRuntime automatic @jsxImportSource preact */
import { MeasuredTable } from "./measured-table.tsx";
import type { Timing } from "./results.ts";
import { timingName } from "./timing-name.ts";

/** How long things took. */
export function Timings({ timings }: { timings: readonly Timing[] }) {
  if (timings.length === 0) return null;
  return (
    <section aria-labelledby="timings">
      <h2 id="timings">Timings</h2>
      <MeasuredTable rows={timings.map((timing) => ({ ...timing, what: timingName(timing) }))} />
      <p class="note">MAD: median absolute deviation from the median.</p>
    </section>
  );
}
