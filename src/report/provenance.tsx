/** @jsxRuntime automatic @jsxImportSource preact */
import { countOf, formatDate } from "./format.ts";
import type { Results, SourceResult } from "./results.ts";

/** What ran, on what, when: the things that a reader needs to get the same bits. */
export function Provenance({ run }: { run: SourceResult["run"] }) {
  const { engine, createdAt, environment } = run;
  const facts = Object.entries({ engine, created: formatDate(createdAt), ...environment });
  return (
    <dl class="facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Digests, folded: they are for comparing, not for reading. */
export function Digests({ digests }: { digests: Results["digests"] }) {
  if (digests.length === 0) return null;
  return (
    <details class="digests">
      <summary>{countOf(digests.length, "digest")} (SHA-256): equal digests mean equal bits</summary>
      <dl>
        {digests.map(({ source, arm, digest }) => (
          <div key={`${source}/${arm}`}>
            <dt>
              {source}/{arm}
            </dt>
            <dd>
              <code>{digest}</code>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
