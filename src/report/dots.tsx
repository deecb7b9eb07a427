/** @jsxRuntime automatic @jsxImportSource preact */

import { quantile } from "../statistics/quantile.ts";
import { countOf, formatNumber } from "./format.ts";
import { type ArmResult, finiteOrNull } from "./results.ts";
import { type ValueScale, valueScale } from "./value-scale.ts";

/** What is drawn as dots, one a seed: a metric of an arm, or an effect. */
type DotRow = Pick<ArmResult, "arm" | "metric" | "seeds" | "values" | "median" | "q25" | "q75">;

/** A row of values. @param name what it is of */
export function dotRow(name: string, metric: string, values: readonly (number | null)[]): DotRow {
  const finite = values.filter((value) => value !== null);
  const at = (p: number) => (finite.length > 0 ? finiteOrNull(quantile(finite, p)) : null);
  return {
    arm: name,
    metric,
    seeds: values.length,
    values: [...values],
    median: at(0.5),
    q25: at(0.25),
    q75: at(0.75),
  };
}

/** Rows of dots on one common scale; the upright stroke is the median. */
export function DotRows({ rows }: { rows: readonly DotRow[] }) {
  const scale = valueScale(rows.flatMap(({ values }) => values));
  if (!scale) return null;
  const axisName = scale.kind === "logarithmic" ? "logarithmic" : "";
  return (
    <div class="dot-rows">
      {rows.map((arm) => (
        <div class="dot-row" key={arm.arm}>
          <span class="dot-name">{arm.arm}</span>
          <Dots arm={arm} scale={scale} />
        </div>
      ))}
      <div class="dot-row" aria-hidden="true">
        <span class="dot-name dot-unit">{axisName}</span>
        <Axis scale={scale} />
      </div>
    </div>
  );
}

/** One arm's values on a scale that is shared with other arms. */
export function Dots({ arm, scale }: { arm: DotRow; scale: ValueScale }) {
  const finite = thinned(arm.values.filter((value) => value !== null).toSorted((a, b) => a - b));
  const many = finite.length > mostInLanes;
  return (
    <svg class="dots" role="img" aria-label={description(arm)} width="100%" height={height}>
      <line class="axis" x1={`${left}%`} x2={`${right}%`} y1={middle} y2={middle} />
      <g class={many ? "many" : undefined}>
        {finite.map((value, rank) => (
          <circle
            key={rank}
            cx={percent(scale.at(value))}
            cy={middle + (many ? strewn(rank) : lane(rank))}
            r={many ? 1.4 : 2.75}
          />
        ))}
      </g>
      {arm.median !== null && <Upright class="median" at={scale.at(arm.median)} half={9} />}
    </svg>
  );
}

/** Pixels: the height of a row and its middle. */
const height = 28;
const middle = height / 2;
const left = 4;
const right = 96;

/** Neighbours in value go to different heights, so that close dots stay apart: 0, −4, 4, −8, 8 pixels. */
function lane(rank: number): number {
  const place = rank % 5;
  const distance = Math.ceil(place / 2) * 4;
  return place % 2 === 0 ? distance : -distance;
}

/** The most dots that are stacked; more are scattered over the row, small and translucent. */
const mostInLanes = 128;

/** The most dots that are drawn; of more values every n-th is, in their order, so that pages stay small. */
const mostDots = 1024;

const thinned = (sorted: readonly number[]): readonly number[] =>
  sorted.length <= mostDots
    ? sorted
    : Array.from({ length: mostDots }, (_, i) => sorted[Math.floor(((i + 0.5) * sorted.length) / mostDots)]);

/** Fractions of multiples of the golden ratio spread evenly: −9 to 9 pixels. */
const strewn = (rank: number): number => Math.round(180 * (((rank * 1.618034) % 1) - 0.5)) / 10;

const Upright = ({ class: name, at, half }: { class: string; at: number; half: number }) => (
  <line class={name} x1={percent(at)} x2={percent(at)} y1={middle - half} y2={middle + half} />
);

const Axis = ({ scale }: { scale: ValueScale }) => (
  <svg class="dots-axis" aria-hidden="true" width="100%" height="18">
    {scale.ticks.map(({ at, name }) => (
      <text key={name} x={percent(at)} y="12" text-anchor="middle" class="tick-name">
        {name}
      </text>
    ))}
  </svg>
);

const percent = (value: number): string => `${value.toFixed(2)}%`;

function description({ arm, metric, seeds, median, q25, q75, values }: DotRow): string {
  const lost = values.filter((value) => value === null).length;
  const spread = `median ${formatNumber(median)}, quartiles ${formatNumber(q25)} and ${formatNumber(q75)}`;
  return `${arm}, ${metric}: ${countOf(seeds, "seed")}, ${spread}${lost > 0 ? `, ${lost} not finite` : ""}`;
}
