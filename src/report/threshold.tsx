/** @jsxRuntime automatic @jsxImportSource preact */
import { type ClaimResult, outcomeClass, type RateResult, wordOf } from "./claim-result.ts";
import { formatNumber } from "./format.ts";
import { valueScale } from "./value-scale.ts";

type Threshold = NonNullable<RateResult["threshold"]>;
type Part = Threshold["verdicts"][number];

/** The verdict for every bound that could have been chosen: the registered one is ours. */
export function ThresholdVerdicts({ claim }: { claim: ClaimResult }) {
  if (claim.kind !== "rate" || !claim.threshold) return null;
  const { threshold, says } = claim;
  return (
    <div class="evidence">
      <h4>For other bounds</h4>
      <Strip threshold={threshold} says={says} />
      <p class="note">{thresholdSentence(claim, threshold)}</p>
    </div>
  );
}

/** In which range the verdict stands, and what it would be beyond. */
export function thresholdSentence({ says }: Pick<RateResult, "says">, threshold: Threshold): string {
  const { side, bound, unit, verdicts } = threshold;
  const own = verdicts.find((part) => covers(part, threshold)) ?? verdicts[0];
  const chosen = `The bound, ${unit ? `${unit} ` : ""}${side} ${formatNumber(bound)}, is ours.`;
  if (verdicts.length === 1) return `${chosen} Every other one gives the same verdict.`;
  const others = verdicts
    .filter((part) => part !== own)
    .map((part) => `${wordOf(part.verdict, says)} ${rangeText(part)}`)
    .join(", ");
  return `${chosen} The verdict stands for bounds ${rangeText(own)}; for others: ${others}.`;
}

/** Values of trials end the ranges; the bound itself may be one of them. */
const covers = ({ from, to }: Part, { bound, side }: Threshold): boolean => {
  const [low, high] = [from ?? Number.NEGATIVE_INFINITY, to ?? Number.POSITIVE_INFINITY];
  return side === "below" ? low < bound && bound <= high : low <= bound && bound < high;
};

function rangeText({ from, to }: Part): string {
  if (from === null) return `up to ${formatNumber(to)}`;
  return to === null ? `from ${formatNumber(from)} on` : `from ${formatNumber(from)} to ${formatNumber(to)}`;
}

function Strip({ threshold, says }: { threshold: Threshold; says: RateResult["says"] }) {
  const { bound, verdicts } = threshold;
  const ends = verdicts.flatMap(({ from }) => (from === null ? [] : [from]));
  if (ends.length === 0) return null;
  const scale = valueScale([bound, ...ends]);
  if (!scale) return null;
  const percent = (value: number | null, outer: number) => (value === null ? outer : scale.at(value));
  const name = verdicts.map((part) => `${wordOf(part.verdict, says)} ${rangeText(part)}`).join(", ");
  return (
    <svg class="interval bounds" role="img" aria-label={`Verdict by bound: ${name}`} width="100%" height="62">
      {verdicts.map(({ from, to, verdict }) => {
        const [low, high] = [percent(from, 0), percent(to, 100)];
        return (
          <g key={from} class={outcomeClass(verdict)}>
            <rect
              class="part"
              x={`${low.toFixed(2)}%`}
              width={`${Math.max(0, high - low).toFixed(2)}%`}
              y="22"
              height="14"
            />
          </g>
        );
      })}
      <line
        class="asserted"
        x1={`${scale.at(bound).toFixed(2)}%`}
        x2={`${scale.at(bound).toFixed(2)}%`}
        y1="16"
        y2="42"
      />
      <text x={`${scale.at(bound).toFixed(2)}%`} y="11" text-anchor={anchor(scale.at(bound))} class="asserted-name">
        ours: {formatNumber(bound)}
      </text>
      {scale.ticks.map((tick) => (
        <text key={tick.name} x={`${tick.at.toFixed(2)}%`} y="57" text-anchor="middle" class="tick-name">
          {tick.name}
        </text>
      ))}
    </svg>
  );
}

/** Text near an end grows inwards. */
function anchor(at: number): "start" | "middle" | "end" {
  if (at < 15) return "start";
  return at > 85 ? "end" : "middle";
}
