/** @jsxRuntime automatic @jsxImportSource preact */
import { outcomeClass, wordOf } from "./claim-result.ts";
import { countOf } from "./format.ts";
import { outcomeCounts } from "./outcome-counts.ts";
import { OutcomeMark } from "./outcome-mark.tsx";
import type { ClaimResult } from "./results.ts";

/** How claims came out: those that sources state or imply apart from those that are ours. */
export function Tally({ claims, sources = 1 }: { claims: readonly ClaimResult[]; sources?: number }) {
  const theirs = claims.filter(({ says }) => says !== "ours");
  const ours = claims.filter(({ says }) => says === "ours");
  return (
    <div class="tallies">
      <Part
        claims={theirs}
        says="states"
        name={`${countOf(theirs.length, "claim")} that ${sources === 1 ? "the document states or implies" : "the documents state or imply"}`}
      />
      <Part
        claims={ours}
        says="ours"
        name={`${countOf(ours.length, "question")} of our own beside ${theirs.length === 1 ? "it" : "them"}`}
      />
    </div>
  );
}

interface PartProps {
  readonly claims: readonly ClaimResult[];
  readonly says: ClaimResult["says"];
  readonly name: string;
}

/** A bar parted like the verdicts, and its legend; ways that no claim came out in are left out. */
function Part({ claims, says, name }: PartProps) {
  if (claims.length === 0) return null;
  const counts = outcomeCounts(claims);
  return (
    <div>
      <p class="tally-name">{name}</p>
      <div class="meter" aria-hidden="true">
        {counts.map(({ outcome, count }) => (
          <span key={outcome} class={outcomeClass(outcome)} style={{ flexGrow: count }} />
        ))}
      </div>
      <ul class="tally" aria-label={`Verdicts: ${name}`}>
        {counts.map(({ outcome, count }) => (
          <li key={outcome} class={outcomeClass(outcome)}>
            <OutcomeMark outcome={outcome} /> <strong>{count}</strong> {wordOf(outcome, says)}
          </li>
        ))}
      </ul>
    </div>
  );
}
