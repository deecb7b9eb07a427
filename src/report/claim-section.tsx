/** @jsxRuntime automatic @jsxImportSource preact */
import type { ClaimView } from "./assemble.ts";
import { DotRows } from "./dots.tsx";
import { Effect } from "./effect.tsx";
import { anchorOf, Figure } from "./figure.tsx";
import { wordsOf } from "./format.ts";
import { RateIntervalWithAxis } from "./rate-interval.tsx";
import type { ArmResult, ClaimResult, Results } from "./results.ts";
import { controlSentence, verdictSentence } from "./sentence.ts";
import { VerdictPill } from "./verdict-mark.tsx";

interface ClaimSectionProps {
  readonly view: ClaimView;
  readonly arms: readonly ArmResult[];
  readonly results: Results;
}

/** One claim: what was said, what was tested, what came of it, why, and how to see for oneself. */
export function ClaimSection({ view, arms, results }: ClaimSectionProps) {
  const { result: claim, entry, figures, seeAlso } = view;
  return (
    <section class={`claim ${claim.verdict}`} id={claim.id} aria-labelledby={`title/${claim.id}`}>
      <header>
        <VerdictPill verdict={claim.verdict} />
        <h2 id={`title/${claim.id}`}>
          <a href={`#${claim.id}`}>{claim.title}</a>
        </h2>
      </header>
      <blockquote>
        <p>{claim.quote}</p>
        {entry.at && <footer>{entry.at}</footer>}
      </blockquote>
      <p class="hypothesis">
        <span class="label">Tested</span> {claim.hypothesis}
      </p>
      <p class="decision">{verdictSentence(claim)}</p>
      {entry.detail && <p>{entry.detail}</p>}
      <Surprise claim={claim} />
      <div class="evidence-grid">
        {claim.kind === "rate" && (
          <div class="evidence">
            <h4>How often</h4>
            <RateIntervalWithAxis claim={claim} />
          </div>
        )}
        <Effect claim={claim} />
      </div>
      <ClaimDots view={view} arms={arms} />
      <Finding text={entry.finding} />
      <ControlParagraph view={view} />
      {figures.map((figure) => (
        <Figure key={figure.result.id} view={figure} />
      ))}
      {seeAlso.length > 0 && (
        <p class="note">
          Shown above:{" "}
          {seeAlso.map((figure, index) => (
            <span key={figure.result.id}>
              {index > 0 && ", "}
              <a href={`#${anchorOf(figure)}`}>{figure.entry.title}</a>
            </span>
          ))}
        </p>
      )}
      <Again command={commandOf(claim, arms, results)} />
    </section>
  );
}

/** The command that repeats a claim. Exact claims need no seeds. @param arms those of the claim's source */
export function commandOf(
  claim: ClaimResult,
  arms: readonly ArmResult[],
  { profile, engine, firstSeed = 1 }: Pick<Results, "profile" | "engine" | "firstSeed">,
): string {
  // A claim may count fewer seeds than were run: those that it speaks of.
  const run = arms.reduce((most, { seeds }) => Math.max(most, seeds), claim.seeds);
  const range = firstSeed === 1 ? `${run}` : `${firstSeed}..${firstSeed + run - 1}`;
  const seeds = claim.kind !== "exact" ? ` --seeds ${range}` : "";
  return `npm run reproduce -- ${claim.source} --profile ${profile} --engine ${engine}${seeds}`;
}

function Surprise({ claim: { expected, verdict } }: { claim: ClaimResult }) {
  if (expected === verdict) return null;
  return (
    <p class="alarm">
      <strong>Not as registered.</strong> This profile’s registered verdict is {expected}.
    </p>
  );
}

function ClaimDots({ view, arms }: Pick<ClaimSectionProps, "view" | "arms">) {
  const { dots } = view.entry;
  if (!dots) return null;
  const rows = dots.arms
    .map((name) => arms.find(({ arm, metric }) => arm === name && metric === dots.metric))
    .filter((arm) => arm !== undefined);
  if (rows.length === 0) return null;
  return (
    <div class="evidence">
      <h4>Every seed: {wordsOf(dots.metric)}</h4>
      <DotRows arms={rows} threshold={dots.threshold} />
    </div>
  );
}

/** The finding's paragraphs, parted by empty lines in its text. */
function Finding({ text }: { text?: string }) {
  if (!text) return null;
  return (
    <div class="finding">
      <h3>Why</h3>
      {text.split(/\n\s*\n/).map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
    </div>
  );
}

/** Quiet unless it is alarming: a control is there to fail. */
function ControlParagraph({ view: { result, entry } }: { view: ClaimView }) {
  const { description, verdict } = result.control;
  return (
    <p class={verdict === "reproduced" ? "alarm" : "control"}>
      <strong>Control.</strong> {sentence(description)} {entry.controlWhat} {controlSentence(result)}
    </p>
  );
}

/** Capitalised, with a full stop. */
const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1).replace(/\.?$/, ".");

const Again = ({ command }: { command: string }) => (
  <p class="again">
    <code>{command}</code>
    <button type="button" class="copy">
      Copy
    </button>
  </p>
);
