/** @jsxRuntime automatic @jsxImportSource preact */
import type { ClaimView } from "./assemble.ts";
import { auditOfClaim, auditWords } from "./audit.ts";
import { isJudged, outcomeClass, outcomeOf } from "./claim-result.ts";
import { type ControlInWords, controlsInWords } from "./controls.ts";
import { Effect } from "./effect.tsx";
import { anchorOf, Figure } from "./figure.tsx";
import { Mutants } from "./mutants.tsx";
import { OutcomePill } from "./outcome-mark.tsx";
import { RateIntervalWithAxis } from "./rate-interval.tsx";
import { Registration } from "./registration.tsx";
import type { AuditResult, ClaimResult } from "./results.ts";
import { SeedDots } from "./seed-dots.tsx";
import { betterSentence, beyondSentence, intervalSentence, verdictSentence } from "./sentence.ts";
import { ThresholdVerdicts } from "./threshold.tsx";

interface ClaimSectionProps {
  readonly view: ClaimView;
  /** Of the claim's source. */
  readonly audits: readonly AuditResult[];
  readonly engine: string;
}

/** One claim: who says what, what was tested, what came of it, why, and how to see for oneself. */
export function ClaimSection({ view, audits, engine }: ClaimSectionProps) {
  const { claim, figures, seeAlso } = view;
  return (
    <section class={`claim ${outcomeClass(outcomeOf(claim))}`} id={claim.id} aria-labelledby={`title/${claim.id}`}>
      <header>
        <p class="verdict-line">
          <OutcomePill claim={claim} />
          <span class="says">{saysText[claim.says]}</span>
        </p>
        <h2 id={`title/${claim.id}`}>
          <a href={`#${claim.id}`}>{claim.title}</a>
        </h2>
      </header>
      <Said claim={claim} />
      <p class="hypothesis">
        <span class="label">{claim.kind === "untested" ? "To test" : "Tested"}</span> {claim.hypothesis}
      </p>
      <p class={claim.kind === "not judged" ? "alarm" : "decision"}>{verdictSentence(claim)}</p>
      {claim.kind === "exact" && <p>{claim.detail}</p>}
      <div class="evidence-grid">
        <Rate claim={claim} />
        <Effect claim={claim} />
        <ThresholdVerdicts claim={claim} />
      </div>
      <SeedDots claim={claim} />
      <Finding text={claim.finding} />
      {isJudged(claim) && controlsInWords(claim).map((control) => <Control key={control.name} control={control} />)}
      <Mutants claim={claim} />
      {claim.kind !== "untested" && <Registration claim={claim} />}
      <Audit claim={claim} audits={audits} />
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
      {claim.kind !== "untested" && <Again command={commandOf(claim, engine)} />}
    </section>
  );
}

const saysText: Readonly<Record<ClaimResult["says"], string>> = {
  states: "stated by the source",
  implies: "implied by the source",
  ours: "ours: the source does not say it",
};

/** The command that runs one claim. */
export const commandOf = ({ id }: Pick<ClaimResult, "id">, engine: string): string =>
  `npm run reproduce -- ${id}${engine === "wasm" ? "" : ` --engine ${engine}`}`;

/** What is ours stands beside words of the source that do not say it. */
function Said({ claim: { quote, at, says } }: { claim: ClaimResult }) {
  if (!quote) return at ? <p class="note">{at}</p> : null;
  return (
    <>
      {says === "ours" && <p class="note beside">What the source says beside it:</p>}
      <blockquote>
        <p>{quote}</p>
        {at && <footer>{at}</footer>}
      </blockquote>
    </>
  );
}

function Rate({ claim }: { claim: ClaimResult }) {
  if (claim.kind !== "rate" || claim.seeds === 0) return null;
  const [better, beyond] = [betterSentence(claim), beyondSentence(claim)];
  return (
    <div class="evidence">
      <h4>How often</h4>
      <RateIntervalWithAxis claim={claim} />
      <p class="note">{intervalSentence(claim)}</p>
      {better && <p class="note">{better}</p>}
      {beyond && <p class="note">{beyond}</p>}
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

/** Quiet unless it is alarming: a control is there to fail, or to succeed. */
const Control = ({ control: { name, what, sentence, isFaulty } }: { control: ControlInWords }) => (
  <p class={isFaulty ? "alarm" : "control"}>
    <strong>{name}.</strong> {asSentence(what)} {sentence}
  </p>
);

function Audit({ claim, audits }: { claim: ClaimResult; audits: readonly AuditResult[] }) {
  const audit = auditOfClaim(claim, audits);
  if (!audit) return null;
  return <p class={audit.identical < audit.rerun ? "alarm" : "control"}>{asSentence(auditWords(audit))}</p>;
}

/** Capitalised, with a full stop. */
const asSentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1).replace(/\.?$/, ".");

const Again = ({ command }: { command: string }) => (
  <p class="again">
    <code>{command}</code>
    <button type="button" class="copy">
      Copy
    </button>
  </p>
);
