/** @jsxRuntime automatic @jsxImportSource preact */
import { verdicts } from "../statistics/verdict.ts";
import type { ClaimResult } from "./results.ts";
import { VerdictMark } from "./verdict-mark.tsx";

/** How many claims have each verdict; verdicts that none has are left out. */
export const Tally = ({ claims }: { claims: readonly ClaimResult[] }) => (
  <ul class="tally" aria-label="Verdicts">
    {verdicts.map((verdict) => {
      const count = claims.filter((claim) => claim.verdict === verdict).length;
      return count === 0 ? null : (
        <li key={verdict} class={verdict}>
          <VerdictMark verdict={verdict} /> <strong>{count}</strong> {verdict}
        </li>
      );
    })}
  </ul>
);
