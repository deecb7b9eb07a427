/** @jsxRuntime automatic @jsxImportSource preact */

import type { RateResult } from "./claim-result.ts";
import { formatRate } from "./format.ts";
import type { ClaimResult } from "./results.ts";

/** Where the parts of an interval stand, in percent of the drawing's width. */
export interface IntervalGeometry {
  readonly low: number;
  readonly high: number;
  /** The measured rate. */
  readonly estimate: number;
  /** The rate that the claim asserts. */
  readonly asserted: number;
}

/** Rates 0 … 1 from the left to the right, a little inside so that the marks at the ends are whole. */
export function intervalGeometry({ interval, successes, seeds, assertedRate }: RateOfClaim): IntervalGeometry {
  return {
    low: rateToPercent(interval[0]),
    high: rateToPercent(interval[1]),
    estimate: rateToPercent(seeds === 0 ? 0 : successes / seeds),
    asserted: rateToPercent(assertedRate),
  };
}

/** Interval and estimate against the asserted rate (the upright tick), small enough for a table's cell. */
export function RateInterval({ claim }: { claim: ClaimResult }) {
  switch (claim.kind) {
    case "rate":
      return <Drawing claim={claim} />;
    case "statistic":
      return <span class="exact">one statistic over all seeds</span>;
    case "exact":
      return <span class="exact">exact, checked to a tolerance</span>;
    case "untested":
      return <span class="exact">nothing to test it with</span>;
    case "not judged":
      return <span class="exact">not judged</span>;
  }
}

function Drawing({ claim }: { claim: RateResult }) {
  return (
    <svg class={`interval ${claim.verdict}`} role="img" aria-label={description(claim)} width="100%" height="24">
      <Bar geometry={intervalGeometry(claim)} middle={12} />
    </svg>
  );
}

/** The interval of a rate, with an axis and labels. */
export function RateIntervalWithAxis({ claim }: { claim: RateResult }) {
  const geometry = intervalGeometry(claim);
  return (
    <svg class={`interval ${claim.verdict}`} role="img" aria-label={description(claim)} width="100%" height="66">
      <text x={percent(geometry.asserted)} y="11" text-anchor={anchor(geometry.asserted)} class="asserted-name">
        asserted {formatRate(claim.assertedRate)}
      </text>
      <Bar geometry={geometry} middle={30} />
      {[0, 0.25, 0.5, 0.75, 1].map((rate) => (
        <text key={rate} x={percent(rateToPercent(rate))} y="60" text-anchor="middle" class="tick-name">
          {rate}
        </text>
      ))}
    </svg>
  );
}

type RateOfClaim = Pick<RateResult, "interval" | "successes" | "seeds" | "assertedRate">;

// Percent of the width kept free on either side.
const margin = 4;

const rateToPercent = (rate: number): number => margin + (100 - 2 * margin) * rate;

const percent = (value: number): string => `${value.toFixed(2)}%`;

const Bar = ({ geometry, middle }: { geometry: IntervalGeometry; middle: number }) => (
  <>
    <line class="axis" x1={percent(margin)} x2={percent(100 - margin)} y1={middle} y2={middle} />
    <line class="range" x1={percent(geometry.low)} x2={percent(geometry.high)} y1={middle} y2={middle} />
    <line
      class="asserted"
      x1={percent(geometry.asserted)}
      x2={percent(geometry.asserted)}
      y1={middle - 11}
      y2={middle + 11}
    />
    <circle class="estimate" cx={percent(geometry.estimate)} cy={middle} r="4.5" />
  </>
);

/** Text near an end grows inwards. */
function anchor(at: number): "start" | "middle" | "end" {
  if (at < 15) return "start";
  return at > 85 ? "end" : "middle";
}

function description({ successes, seeds, interval, assertedRate }: RateOfClaim): string {
  const [low, high] = interval.map((bound) => formatRate(bound, assertedRate));
  return `${successes} of ${seeds} seeds, 95 % interval ${low} to ${high}, asserted rate ${formatRate(assertedRate)}`;
}
