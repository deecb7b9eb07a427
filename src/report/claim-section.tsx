/** @jsxRuntime automatic @jsxImportSource preact */
import type { ClaimView } from "./assemble.ts";
import { outcomeClass, outcomeOf } from "./claim-result.ts";
import { DotRows, dotRow } from "./dots.tsx";
import { Effect } from "./effect.tsx";
import { anchorOf, Figure } from "./figure.tsx";
import { OutcomePill } from "./outcome-mark.tsx";
import { RateIntervalWithAxis } from "./rate-interval.tsx";
import type { ArmResult, ClaimResult, Results } from "./results.ts";
import { controlSentence, verdictSentence } from "./sentence.ts";

interface ClaimSectionProps {
  readonly view: ClaimView;
  readonly arms: readonly ArmResult[];
  readonly results: Results;
}

/** One claim: what was said, what was tested, what came of it, why, and how to see for oneself. */
export function ClaimSection({ view, arms, results }: ClaimSectionProps) {
  const { claim, figures, seeAlso } = view;
  return (
    <section class={`claim ${outcomeClass(outcomeOf(claim))}`} id={claim.id} aria-labelledby={`title/${claim.id}`}>
      <header>
        <OutcomePill outcome={outcomeOf(claim)} />
        <h2 id={`title/${claim.id}`}>
          <a href={`#${claim.id}`}>{claim.title}</a>
        </h2>
      </header>
      <blockquote>
        <p>{claim.quote}</p>
        {claim.at && <footer>{claim.at}</footer>}
      </blockquote>
      <p class="hypothesis">
        <span class="label">Tested</span> {claim.hypothesis}
      </p>
      <p class={claim.kind === "not judged" ? "alarm" : "decision"}>{verdictSentence(claim)}</p>
      {claim.kind === "exact" && <p>{claim.detail}</p>}
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
      <ClaimDots claim={claim} />
      <Finding text={claim.finding} />
      <ControlParagraph claim={claim} />
      {figures.map((figure) => (
        <Figure key={figure.figure.id} view={figure} />
      ))}
      {seeAlso.length > 0 && (
        <p class="note">
          Shown above:{" "}
          {seeAlso.map((figure, index) => (
            <span key={figure.figure.id}>
              {index > 0 && ", "}
              <a href={`#${anchorOf(figure)}`}>{figure.figure.title}</a>
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
  { profile, engine, firstSeed }: Pick<Results, "profile" | "engine" | "firstSeed">,
): string {
  // A claim may count fewer seeds than were run: those that it speaks of.
  const run = arms.reduce((most, { seeds }) => Math.max(most, seeds), "seeds" in claim ? claim.seeds : 1);
  const range = firstSeed === 1 ? `${run}` : `${firstSeed}..${firstSeed + run - 1}`;
  const seeds = claim.kind !== "exact" ? ` --seeds ${range}` : "";
  return `npm run reproduce -- ${claim.source} --profile ${profile} --engine ${engine}${seeds}`;
}

function Surprise({ claim }: { claim: ClaimResult }) {
  const { expected } = claim;
  if (claim.kind === "not judged" || expected === claim.verdict) return null;
  return (
    <p class="alarm">
      <strong>Not as registered.</strong> This profile’s registered verdict is {expected}.
    </p>
  );
}

/** The effect on every seed, of the claim and of its control. */
function ClaimDots({ claim }: { claim: ClaimResult }) {
  if (claim.kind !== "rate" || !claim.effect?.values?.length) return null;
  const { unit, values, ofControl = [] } = claim.effect;
  return (
    <div class="evidence">
      <h4>Every seed: {unit}</h4>
      <DotRows
        rows={[dotRow("claim", unit, values), ...(ofControl.length > 0 ? [dotRow("control", unit, ofControl)] : [])]}
      />
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
function ControlParagraph({ claim }: { claim: ClaimResult }) {
  if (claim.kind === "not judged") return null;
  const { description, verdict } = claim.control;
  return (
    <p class={verdict === "reproduced" ? "alarm" : "control"}>
      <strong>Control.</strong> {sentence(description)} {controlSentence(claim)}
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
