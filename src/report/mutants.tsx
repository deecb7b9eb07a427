/** @jsxRuntime automatic @jsxImportSource preact */
import type { ClaimResult } from "./claim-result.ts";
import { countOf } from "./format.ts";

/** Which planted mistakes a claim's verdict would have shown. */
export function Mutants({ claim: { mutants } }: { claim: Pick<ClaimResult, "mutants"> }) {
  if (!mutants) return null;
  const { noticed, planted, missed } = mutants;
  return (
    <p class="control">
      <strong>Planted mistakes.</strong> {noticed} of {planted} would have changed the verdict
      {missed.length > 0 ? `; not noticed: ${missed.join(", ")}.` : "."}
    </p>
  );
}

/** The same of all claims that are decided from seeds. */
export function AllMutants({ claims }: { claims: readonly Pick<ClaimResult, "mutants">[] }) {
  const counted = claims.flatMap(({ mutants }) => mutants ?? []);
  if (counted.length === 0) return null;
  const sum = (of: (mutants: (typeof counted)[number]) => number) => counted.reduce((all, one) => all + of(one), 0);
  const blind = counted.filter(({ noticed }) => noticed === 0).length;
  return (
    <p class="note">
      Mistakes planted in {countOf(counted.length, "decided claim")}, one at a time (arms exchanged, a predicate or a
      sign turned, trials of another arm, successes lost): {sum(({ noticed }) => noticed)} of{" "}
      {sum(({ planted }) => planted)} would have changed the verdict
      {blind > 0 ? `; of ${countOf(blind, "claim")} none would` : ""}.
    </p>
  );
}
