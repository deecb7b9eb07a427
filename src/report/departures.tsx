/** @jsxRuntime automatic @jsxImportSource preact */
import { countOf } from "./format.ts";
import type { ClaimResult, DepartureResult, Results } from "./results.ts";

/** What is not as it must be, or a line saying that all is. */
export function Departures({ results: { claims, departures } }: { results: Results }) {
  const of = (kind: DepartureResult["kind"]) => departures.filter((departure) => departure.kind === kind);
  if (departures.length === 0) {
    return <p class="note">Every verdict is the record’s, and every control came out as it must.</p>;
  }
  return (
    <div class="alarm">
      {linked.map(({ kind, what }) => (
        <Listed key={kind} departures={of(kind)} claims={claims} what={what} />
      ))}
      {told.map(({ kind, what }) => (
        <Messages key={kind} departures={of(kind)} what={what} />
      ))}
    </div>
  );
}

interface Kind {
  readonly kind: DepartureResult["kind"];
  /** How many there are of what. */
  readonly what: (count: number) => string;
}

/** Departures that the claim's own place on its page explains. */
const linked: readonly Kind[] = [
  { kind: "not judged", what: (count) => `${countOf(count, "claim")} not judged` },
  { kind: "control", what: (count) => `${countOf(count, "claim")} with a control that did not come out as it must` },
];

/** Departures that only their messages explain. */
const told: readonly Kind[] = [
  { kind: "digest", what: (count) => `${countOf(count, "re-run trial")} not the record’s, to the bit` },
  { kind: "verdict", what: (count) => `${countOf(count, "verdict")} other than the record states` },
  { kind: "record", what: (count) => `${countOf(count, "fault")} in the record` },
  { kind: "registration", what: (count) => `${countOf(count, "claim")} not as registered` },
  { kind: "finding", what: (count) => `${countOf(count, "finding")} not computed` },
  { kind: "figure", what: (count) => `${countOf(count, "figure")} not the committed one` },
];

interface ListedProps {
  readonly departures: readonly DepartureResult[];
  readonly claims: readonly ClaimResult[];
  readonly what: Kind["what"];
}

function Listed({ departures, claims, what }: ListedProps) {
  if (departures.length === 0) return null;
  const titles = new Map(claims.map(({ id, title }) => [id, title]));
  const ids = [...new Map(departures.map(({ id = "", source }) => [id, source]))];
  return (
    <p>
      <strong>{what(ids.length)}:</strong>{" "}
      {ids.map(([id, source], index) => (
        <span key={id}>
          {index > 0 && ", "}
          <a href={`${source}.html#${id}`}>{titles.get(id) ?? id}</a>
        </span>
      ))}
    </p>
  );
}

function Messages({ departures, what }: Pick<ListedProps, "departures" | "what">) {
  if (departures.length === 0) return null;
  return (
    <details open={departures.length <= fewMessages}>
      <summary>{what(departures.length)}</summary>
      <ul>
        {departures.map(({ message }) => (
          <li key={message}>{message}</li>
        ))}
      </ul>
    </details>
  );
}

/** As many as are read at a glance. */
const fewMessages = 3;
