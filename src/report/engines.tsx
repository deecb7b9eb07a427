/** @jsxRuntime automatic @jsxImportSource preact */

import { formatNumber } from "./format.ts";
import type { Image } from "./image.ts";
import type { Results } from "./results.ts";
import { type Sweep, sweepsOf } from "./sweep.ts";
import { engineLabel } from "./timing-name.ts";

/** Where the drawing of the table stands in the report's folder. */
export const enginesFigure = "figures/engines.png";

/** The engines side by side, where more than one was timed: time of an update and seed by the size of the ensemble. */
export function Engines({ results, image }: { results: Results; image?: Image }) {
  const sweeps = sweepsOf(results.timings);
  if (sweeps.length < 2) return null;
  const sizes = [...new Set(sweeps.flatMap(({ points }) => points.map(({ seeds }) => seeds)))].sort((a, b) => a - b);
  return (
    <section aria-labelledby="engines">
      <h2 id="engines">Engines</h2>
      <p>
        Microseconds per update and seed, by the number of seeds trained together: the 1-D Gaussian GAN's discriminator
        (1-10-20-10-1, batch 64, Adam){deviceText(results)}.
      </p>
      <div class="scroll">
        <table class="plain">
          <thead>
            <tr>
              <th scope="col">Engine</th>
              {sizes.map((size) => (
                <th scope="col" class="number" key={size}>
                  {size.toLocaleString("en")}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sweeps.map((sweep) => (
              <tr key={engineLabel(sweep)}>
                <th scope="row">{engineLabel(sweep)}</th>
                {sizes.map((size) => (
                  <td class="number" key={size}>
                    {timeAt(sweep, size)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {image && (
        <img
          class="engines-drawing"
          src={image.uri}
          width={image.width}
          height={image.height}
          alt="The table as curves, both axes logarithmic"
        />
      )}
    </section>
  );
}

const deviceText = ({ environment: { device, cpu } }: Results): string =>
  device ? `; ${device}, with ${cpu}` : `; ${cpu}`;

function timeAt({ points }: Sweep, size: number): string {
  const point = points.find(({ seeds }) => seeds === size);
  return point ? formatNumber(point.microseconds) : "";
}
