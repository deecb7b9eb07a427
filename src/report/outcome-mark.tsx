/** @jsxRuntime automatic @jsxImportSource preact */
import { type ClaimResult, type OutcomeOfClaim, outcomeClass, outcomeOf, outcomeWord } from "./claim-result.ts";

/** How a claim fared, in its colour, with its mark and its word: never by colour alone. */
export const OutcomePill = ({ claim }: { claim: ClaimResult }) => (
  <Pill outcome={outcomeOf(claim)} word={outcomeWord(claim)} />
);

export const Pill = ({ outcome, word }: { outcome: OutcomeOfClaim; word: string }) => (
  <span class={`pill ${outcomeClass(outcome)}`}>
    <OutcomeMark outcome={outcome} />
    {word}
  </span>
);

/** A tick in a disc, a cross in a lozenge, two bars in a square, a dash in a ring, a broken ring, an exclamation mark in a box: outlines that differ in grey print too. */
export const OutcomeMark = ({ outcome }: { outcome: OutcomeOfClaim }) => (
  <svg class={`mark ${outcomeClass(outcome)}`} viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
    {drawings[outcome]}
  </svg>
);

const drawings = {
  reproduced: (
    <>
      <circle cx="8" cy="8" r="7.5" fill="currentColor" />
      <path d="M4.4 8.3l2.5 2.5 4.7-5.2" class="stroke-paper" />
    </>
  ),
  contradicted: (
    <>
      <path d="M8 0l8 8-8 8-8-8z" fill="currentColor" />
      <path d="M5.6 5.6l4.8 4.8M10.4 5.6l-4.8 4.8" class="stroke-paper" />
    </>
  ),
  equivalent: (
    <>
      <path d="M1 1h14v14H1z" fill="currentColor" />
      <path d="M4.2 6h7.6M4.2 10h7.6" class="stroke-paper" />
    </>
  ),
  open: (
    <>
      <circle cx="8" cy="8" r="6.6" fill="none" stroke="currentColor" stroke-width="1.6" />
      <path d="M4.8 8h6.4" stroke="currentColor" stroke-width="1.8" />
    </>
  ),
  "not tested": (
    <circle cx="8" cy="8" r="6.6" fill="none" stroke="currentColor" stroke-width="1.6" stroke-dasharray="3 2.2" />
  ),
  "not judged": (
    <>
      <path d="M1 1h14v14H1z" fill="none" stroke="currentColor" stroke-width="1.6" />
      <path d="M8 4v5M8 11v1.6" stroke="currentColor" stroke-width="1.8" />
    </>
  ),
};
