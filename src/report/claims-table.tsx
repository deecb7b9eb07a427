/** @jsxRuntime automatic @jsxImportSource preact */
import type { SourceView } from "./assemble.ts";
import { type Outcome, outcomeOf, outcomes } from "./claim-result.ts";
import { OutcomePill } from "./outcome-mark.tsx";
import { RateInterval } from "./rate-interval.tsx";
import type { ClaimResult } from "./results.ts";

/** All claims, to be searched, filtered by verdict and sorted. Without its script: the whole table, unsorted. */
export function ClaimsTable({ sources }: { sources: readonly SourceView[] }) {
  const claims = sources.flatMap(({ claims }) => claims.map(({ claim }) => claim));
  return (
    <>
      <search class="tools">
        <input type="search" placeholder="Search the claims" aria-label="Search the claims" />
        <fieldset aria-label="Verdicts to show">
          {outcomes
            .filter((outcome) => outcome !== "not judged" || claims.some(({ kind }) => kind === outcome))
            .map((outcome) => (
              <OutcomeFilter key={outcome} outcome={outcome} />
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

const OutcomeFilter = ({ outcome }: { outcome: Outcome }) => (
  <label class="verdict-filter">
    <input type="checkbox" value={outcome} checked />
    <OutcomePill outcome={outcome} />
  </label>
);

/** `data-sort` is what a column is sorted by where its text would not do. */
const Row = ({ claim }: { claim: ClaimResult }) => (
  <tr data-verdict={outcomeOf(claim)}>
    <td class="claim-cell">
      <a href={`${claim.source}.html#${claim.id}`}>{claim.title}</a>
      <small>{claim.hypothesis}</small>
    </td>
    <td class="source-cell">
      <a href={`${claim.source}.html`}>{claim.source}</a>
    </td>
    <td data-sort={outcomes.indexOf(outcomeOf(claim))}>
      <OutcomePill outcome={outcomeOf(claim)} />
    </td>
    <td class="rate-cell" data-sort={rateOf(claim)}>
      <RateInterval claim={claim} />
    </td>
    <td class="seeds-cell" data-label="seeds" data-sort={rateOf(claim)}>
      {seedsText(claim)}
    </td>
    <td class="small-cell" data-label="registered" data-sort={outcomes.indexOf(claim.expected)}>
      <Registered claim={claim} />
    </td>
    <td
      class="small-cell"
      data-label="control"
      data-sort={claim.kind === "not judged" ? outcomes.length : outcomes.indexOf(claim.control.verdict)}
    >
      <Control claim={claim} />
    </td>
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

function Registered({ claim }: { claim: ClaimResult }) {
  const { expected } = claim;
  if (expected === outcomeOf(claim)) return <span class="quiet as-registered">same</span>;
  return (
    <strong class="differs">
      <span aria-hidden="true">≠ </span>
      {expected}
    </strong>
  );
}

/** Quiet unless it is alarming: a control is there to fail. */
function Control({ claim }: { claim: ClaimResult }) {
  if (claim.kind === "not judged") return <span class="quiet">–</span>;
  const { control } = claim;
  const alarming = control.verdict === "reproduced";
  return <span class={alarming ? "differs" : "quiet"}>{alarming ? `⚠ ${control.verdict}` : control.verdict}</span>;
}
