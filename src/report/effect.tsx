/** @jsxRuntime automatic @jsxImportSource preact */
import type { ClaimResult } from "./results.ts";
import { estimateOf } from "./sentence.ts";
import { type ValueScale, valueScale } from "./value-scale.ts";

/** What was measured besides how often the claim held, with its interval against zero. */
export function Effect({ claim }: { claim: ClaimResult }) {
  const estimate = estimateOf(claim);
  if (!estimate) return null;
  const { unit, value: median, interval, sentence } = estimate;
  const [low, high] = interval;
  const drawable = median !== null && low !== null && high !== null;
  const scale = drawable ? valueScale([0, low, median, high]) : undefined;
  return (
    <div class="evidence">
      <h4>How large: {unit}</h4>
      {drawable && scale && <Drawing scale={scale} values={[low, median, high]} name={sentence} />}
      <p class="note">{sentence}</p>
    </div>
  );
}

interface DrawingProps {
  scale: ValueScale;
  values: readonly [low: number, median: number, high: number];
  name: string;
}

const Drawing = ({ scale, values, name }: DrawingProps) => {
  const [low, median, high] = values.map((value) => `${scale.at(value).toFixed(2)}%`);
  const zero = `${scale.at(0).toFixed(2)}%`;
  return (
    <svg class="interval effect" role="img" aria-label={name} width="100%" height="54">
      <line class="axis" x1="4%" x2="96%" y1="18" y2="18" />
      <line class="asserted" x1={zero} x2={zero} y1="7" y2="29" />
      <line class="range" x1={low} x2={high} y1="18" y2="18" />
      <circle class="estimate" cx={median} cy="18" r="4.5" />
      {scale.ticks.map((tick) => (
        <text key={tick.name} x={`${tick.at.toFixed(2)}%`} y="48" text-anchor="middle" class="tick-name">
          {tick.name}
        </text>
      ))}
    </svg>
  );
};
