/** @jsxRuntime automatic @jsxImportSource preact */
import { type Verdict, verdicts } from "../statistics/verdict.ts";
import type { SourceView } from "./assemble.ts";
import { RateInterval } from "./rate-interval.tsx";
import type { ClaimResult } from "./results.ts";
import { VerdictPill } from "./verdict-mark.tsx";

/** All claims, to be searched, filtered by verdict and sorted. Without its script: the whole table, unsorted. */
export function ClaimsTable({ sources }: { sources: readonly SourceView[] }) {
  const claims = sources.flatMap(({ claims }) => claims.map(({ result }) => result));
  return (
    <>
      <search class="tools">
        <input type="search" placeholder="Search the claims" aria-label="Search the claims" />
        <fieldset aria-label="Verdicts to show">
          {verdicts.map((verdict) => (
            <VerdictFilter key={verdict} verdict={verdict} />
          ))}
        </fieldset>
        <output class="shown">{claims.length} shown</output>
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
          {claims.map((claim) => (
            <Row key={claim.id} claim={claim} />
          ))}
        </tbody>
      </table>
    </>
  );
}

const columns = ["Claim", "Source", "Verdict", "Rate, 0 to 1", "Seeds", "Registered", "Control"];

const VerdictFilter = ({ verdict }: { verdict: Verdict }) => (
  <label class="verdict-filter">
    <input type="checkbox" value={verdict} checked />
    <VerdictPill verdict={verdict} />
  </label>
);

/** `data-sort` is what a column is sorted by where its text would not do. */
const Row = ({ claim }: { claim: ClaimResult }) => (
  <tr data-verdict={claim.verdict}>
    <td class="claim-cell">
      <a href={`${claim.source}.html#${claim.id}`}>{claim.title}</a>
      <small>{claim.hypothesis}</small>
    </td>
    <td class="source-cell">
      <a href={`${claim.source}.html`}>{claim.source}</a>
    </td>
    <td data-sort={verdicts.indexOf(claim.verdict)}>
      <VerdictPill verdict={claim.verdict} />
    </td>
    <td class="rate-cell" data-sort={rateOf(claim)}>
      <RateInterval claim={claim} />
    </td>
    <td class="seeds-cell" data-label="seeds" data-sort={rateOf(claim)}>
      {seedsText(claim)}
    </td>
    <td class="small-cell" data-label="registered" data-sort={verdicts.indexOf(claim.expected)}>
      <Registered claim={claim} />
    </td>
    <td class="small-cell" data-label="control" data-sort={verdicts.indexOf(claim.control.verdict)}>
      <Control claim={claim} />
    </td>
  </tr>
);

function seedsText({ kind, successes, seeds }: ClaimResult): string {
  if (kind === "exact") return "–";
  return kind === "rate" ? `${successes}/${seeds}` : `${seeds}`;
}

const rateOf = ({ successes, seeds }: ClaimResult): number => (seeds === 0 ? 0 : successes / seeds);

function Registered({ claim: { expected, verdict } }: { claim: ClaimResult }) {
  if (expected === verdict) return <span class="quiet as-registered">same</span>;
  return (
    <strong class="differs">
      <span aria-hidden="true">≠ </span>
      {expected}
    </strong>
  );
}

/** Quiet unless it is alarming: a control is there to fail. */
function Control({ claim: { control } }: { claim: ClaimResult }) {
  const alarming = control.verdict === "reproduced";
  return <span class={alarming ? "differs" : "quiet"}>{alarming ? `⚠ ${control.verdict}` : control.verdict}</span>;
}
