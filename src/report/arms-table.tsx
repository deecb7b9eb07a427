/** @jsxRuntime automatic @jsxImportSource preact */
import { auditWords } from "./audit.ts";
import type { AuditResult, SourceResult } from "./results.ts";

type ArmSettings = SourceResult["arms"][number];

/** The arms with their settings: the first in full, each other one by what differs from it. */
export function ArmsTable({ arms, audits }: { arms: readonly ArmSettings[]; audits: readonly AuditResult[] }) {
  const [base, ...others] = arms;
  if (!base) return null;
  const auditOf = (name: string) => audits.find(({ arm }) => arm === name);
  return (
    <section aria-labelledby="arms">
      <h2 id="arms">Arms</h2>
      {others.length > 0 && (
        <p class="note">“{base.name}” is shown in full, the others by their differences from it.</p>
      )}
      <div class="arms">
        <Arm arm={base} settings={base.settings} audit={auditOf(base.name)} />
        {others.map((arm) => (
          <Arm key={arm.name} arm={arm} settings={difference(base, arm)} audit={auditOf(arm.name)} />
        ))}
      </div>
    </section>
  );
}

/** Settings of `arm` that `base` has not, or has otherwise; what only `base` has is listed as "none". */
export function difference(base: ArmSettings, arm: ArmSettings): ArmSettings["settings"] {
  const before = new Map(base.settings);
  const names = new Set(arm.settings.map(([name]) => name));
  const changed = arm.settings.filter(([name, value]) => before.get(name) !== value);
  const dropped = base.settings.filter(([name]) => !names.has(name)).map(([name]): [string, string] => [name, "none"]);
  return [...changed, ...dropped];
}

interface ArmProps {
  readonly arm: ArmSettings;
  readonly settings: ArmSettings["settings"];
  readonly audit?: AuditResult;
}

const Arm = ({ arm, settings, audit }: ArmProps) => (
  <div class="arm">
    <h3>{arm.name}</h3>
    <div>
      {arm.what && <p>{arm.what}</p>}
      <dl class="settings">
        {settings.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {audit && <p class={audit.identical < audit.rerun ? "differs" : "quiet"}>{sentence(auditWords(audit))}</p>}
    </div>
  </div>
);

/** "re-run here: 6 of 128 trials, identical" → "Re-run here: …." */
const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
