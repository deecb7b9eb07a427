/** @jsxRuntime automatic @jsxImportSource preact */
import { sayings } from "../language/verdict.ts";
import type { SourceView } from "./assemble.ts";
import { type Audited, auditOfClaim } from "./audit.ts";
import { isJudged, type OutcomeOfClaim, outcomeOf, outcomesOfClaims, wordOf } from "./claim-result.ts";
import { controlsSummary } from "./controls.ts";
import { OutcomePill, Pill } from "./outcome-mark.tsx";
import { RateInterval } from "./rate-interval.tsx";
import type { ClaimResult } from "./results.ts";

/** All claims, to be searched, filtered by verdict and by who says them, and sorted. Without its script: the whole table, unsorted. */
export function ClaimsTable({ sources }: { sources: readonly SourceView[] }) {
  const rows = sources.flatMap(({ claims, audits }) =>
    claims.map(({ claim }) => ({ claim, audit: auditOfClaim(claim, audits) })),
  );
  const there = new Set(rows.map(({ claim }) => outcomeOf(claim)));
  return (
    <>
      <search class="tools">
        <input type="search" placeholder="Search the claims" aria-label="Search the claims" />
        <fieldset aria-label="Verdicts to show">
          {outcomesOfClaims
            .filter((outcome) => there.has(outcome))
            .map((outcome) => (
              <label key={outcome} class="verdict-filter">
                <input type="checkbox" value={outcome} checked />
                <Pill outcome={outcome} word={eitherWord(outcome)} />
              </label>
            ))}
        </fieldset>
        <fieldset aria-label="Who says the claims to show">
          {sayings.map((says) => (
            <label key={says} class="verdict-filter says-filter">
              <input type="checkbox" value={says} checked />
              <span class="pill">{saysWord[says]}</span>
            </label>
          ))}
        </fieldset>
        <output class="shown">{rows.length} shown</output>
      </search>
      <table class="claims">
        <thead>
          <tr>
            {columns.map((name) => (
              <th key={name} scope="col">
                <button type="button">{name}</button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ claim, audit }) => (
            <Row key={claim.id} claim={claim} audit={audit} />
          ))}
        </tbody>
      </table>
    </>
  );
}

const columns = ["Claim", "Source", "Said", "Verdict", "Rate, 0 to 1", "Seeds", "Controls", "Re-run"];

const saysWord: Readonly<Record<ClaimResult["says"], string>> = { states: "stated", implies: "implied", ours: "ours" };

/** "reproduced, holds" */
const eitherWord = (outcome: OutcomeOfClaim): string =>
  [...new Set([wordOf(outcome, "states"), wordOf(outcome, "ours")])].join(", ");

interface RowProps {
  readonly claim: ClaimResult;
  readonly audit?: Audited;
}

/** `data-sort` is what a column is sorted by where its text would not do. */
const Row = ({ claim, audit }: RowProps) => (
  <tr data-verdict={outcomeOf(claim)} data-says={claim.says}>
    <td class="claim-cell">
      <a href={`${claim.source}.html#${claim.id}`}>{claim.title}</a>
      <small>{claim.hypothesis}</small>
    </td>
    <td class="source-cell">
      <a href={`${claim.source}.html`}>{claim.source}</a>
    </td>
    <td class="source-cell" data-sort={sayings.indexOf(claim.says)}>
      {saysWord[claim.says]}
    </td>
    <td data-sort={outcomesOfClaims.indexOf(outcomeOf(claim))}>
      <OutcomePill claim={claim} />
    </td>
    <td class="rate-cell" data-sort={rateOf(claim)}>
      <RateInterval claim={claim} />
    </td>
    <td class="seeds-cell" data-label="seeds" data-sort={rateOf(claim)}>
      {seedsText(claim)}
    </td>
    <Controls claim={claim} />
    <ReRun audit={audit} />
  </tr>
);

function seedsText(claim: ClaimResult): string {
  switch (claim.kind) {
    case "rate":
      return `${claim.successes}/${claim.seeds}`;
    case "statistic":
      return `${claim.seeds}`;
    default:
      return "–";
  }
}

/** For sorting: what is no rate goes before the lowest. */
const rateOf = (claim: ClaimResult): number =>
  claim.kind === "rate" && claim.seeds > 0 ? claim.successes / claim.seeds : -1;

/** Quiet unless one is not as it must be. */
function Controls({ claim }: { claim: ClaimResult }) {
  const { text, isFaulty } = isJudged(claim) ? controlsSummary(claim) : { text: "–", isFaulty: false };
  return (
    <td class="small-cell" data-label="controls" data-sort={isFaulty ? 0 : 1}>
      <span class={isFaulty ? "differs" : "quiet"}>{isFaulty ? `⚠ ${text}` : text}</span>
    </td>
  );
}

/** How many of the trials of its arms were trained again; quiet unless one of them differs. */
function ReRun({ audit }: { audit?: Audited }) {
  const differs = audit !== undefined && audit.identical < audit.rerun;
  const text = audit ? `${audit.rerun} of ${audit.recorded}` : "–";
  return (
    <td class="small-cell" data-label="re-run" data-sort={differs ? -1 : (audit?.rerun ?? 0)}>
      <span class={differs ? "differs" : "quiet"}>
        {differs ? `⚠ ${text}, ${audit.rerun - audit.identical} not identical` : text}
      </span>
    </td>
  );
}
