/** @jsxRuntime automatic @jsxImportSource preact */
import { type Outcome, outcomeClass } from "./claim-result.ts";

/** How a claim fared, in its colour, with its mark and its name: never by colour alone. */
export const OutcomePill = ({ outcome }: { outcome: Outcome }) => (
  <span class={`pill ${outcomeClass(outcome)}`}>
    <OutcomeMark outcome={outcome} />
    {outcome}
  </span>
);

/** A tick in a disc, a cross in a lozenge, a dash in a ring, an exclamation mark in a box: outlines that differ in grey print too. */
export const OutcomeMark = ({ outcome }: { outcome: Outcome }) => (
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
  inconclusive: (
    <>
      <circle cx="8" cy="8" r="6.6" fill="none" stroke="currentColor" stroke-width="1.6" />
      <path d="M4.8 8h6.4" stroke="currentColor" stroke-width="1.8" />
    </>
  ),
  "not judged": (
    <>
      <path d="M1 1h14v14H1z" fill="none" stroke="currentColor" stroke-width="1.6" />
      <path d="M8 4v5M8 11v1.6" stroke="currentColor" stroke-width="1.8" />
    </>
  ),
};
