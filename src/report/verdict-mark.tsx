/** @jsxRuntime automatic @jsxImportSource preact */
import type { Verdict } from "../statistics/verdict.ts";

/** A verdict in its colour, with its mark and its name: never by colour alone. */
export const VerdictPill = ({ verdict }: { verdict: Verdict }) => (
  <span class={`pill ${verdict}`}>
    <VerdictMark verdict={verdict} />
    {verdict}
  </span>
);

/** A tick in a disc, a cross in a lozenge, a dash in a ring: three outlines that differ in grey print too. */
export const VerdictMark = ({ verdict }: { verdict: Verdict }) => (
  <svg class={`mark ${verdict}`} viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
    {drawings[verdict]}
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
};
