/** @jsxRuntime automatic @jsxImportSource preact */
import { verdictWord } from "../language/verdict.ts";
import type { ClaimResult } from "./claim-result.ts";
import { countOf, formatDate } from "./format.ts";

/** When and under which hash a claim was frozen, and what came of what it was before. */
export function Registration({ claim: { registration, says } }: { claim: ClaimResult }) {
  if (!registration) return <p class="control">Not registered yet: nothing of it is frozen.</p>;
  const { hash, version, at, former } = registration;
  return (
    <p class="control">
      <strong>Registered</strong> on {formatDate(at)}
      {version > 1 && `, as version ${version}`}: <code title={hash}>{hash.slice(0, shown)}</code>.
      {former.map((one) => (
        <span key={one.version}> {`Version ${one.version}: ${verdictWord(one.verdict, says)}, ${heldText(one)}.`}</span>
      ))}
    </p>
  );
}

/** Digits of a hash that tell it from all others here. */
const shown = 12;

const heldText = ({ successes, seeds }: NonNullable<ClaimResult["registration"]>["former"][number]): string =>
  successes === undefined ? countOf(seeds, "seed") : `it held on ${successes} of ${countOf(seeds, "seed")}`;
