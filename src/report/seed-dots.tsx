/** @jsxRuntime automatic @jsxImportSource preact */
import type { ClaimResult, RateResult } from "./claim-result.ts";
import { DotRows, dotRow } from "./dots.tsx";
import { countOf } from "./format.ts";

/** Every seed that was looked at: a dot at its effect in the row of its outcome, or a character where there is no effect. */
export function SeedDots({ claim }: { claim: ClaimResult }) {
  if (claim.kind !== "rate" || claim.looked === 0) return null;
  const { effect } = claim;
  if (!effect) return <Outcomes claim={claim} />;
  const rows = outcomeRows
    .map(({ mark, name }) => ({ name, values: effect.values.filter((_, index) => claim.outcomes[index] === mark) }))
    .filter(({ values }) => values.length > 0);
  return (
    <div class="evidence">
      <h4>Every seed: {effect.unit}</h4>
      <DotRows
        rows={rows.map(({ name, values }) => dotRow(`${name}, ${countOf(values.length, "seed")}`, effect.unit, values))}
      />
    </div>
  );
}

const outcomeRows = [
  { mark: "+", name: "held" },
  { mark: "-", name: "did not hold" },
  { mark: "=", name: "tied" },
  { mark: ".", name: "does not count" },
] as const;

/** Seeds in their order, ten to a group. */
function Outcomes({ claim: { outcomes, firstSeed } }: { claim: RateResult }) {
  const groups = outcomes.replaceAll("-", "−").match(/.{1,10}/g) ?? [];
  return (
    <details class="outcomes">
      <summary>
        Every seed, from {firstSeed} on: {said(outcomes)}
      </summary>
      <p aria-hidden="true">
        <code>{groups.join(" ")}</code>
      </p>
    </details>
  );
}

/** "+ it held, − it did not", of what there is. */
const said = (outcomes: string): string =>
  outcomeRows
    .filter(({ mark }) => outcomes.includes(mark))
    .map(({ mark, name }) => `${mark.replace("-", "−")} ${name}`)
    .join(", ");
