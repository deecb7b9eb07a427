/** @jsxRuntime automatic @jsxImportSource preact */
import { outcomeClass, outcomeOf, outcomes } from "./claim-result.ts";
import { OutcomeMark } from "./outcome-mark.tsx";
import type { ClaimResult } from "./results.ts";

/** How many claims came out in each way; ways that none did are left out. */
export const Tally = ({ claims }: { claims: readonly ClaimResult[] }) => (
  <ul class="tally" aria-label="Verdicts">
    {outcomes.map((outcome) => {
      const count = claims.filter((claim) => outcomeOf(claim) === outcome).length;
      return count === 0 ? null : (
        <li key={outcome} class={outcomeClass(outcome)}>
          <OutcomeMark outcome={outcome} /> <strong>{count}</strong> {outcome}
        </li>
      );
    })}
  </ul>
);
