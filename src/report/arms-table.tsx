/** @jsxRuntime automatic @jsxImportSource preact */
import type { SourceResult } from "./results.ts";

type ArmSettings = SourceResult["arms"][number];

/** The arms with their settings: the first in full, each other one by what differs from it. */
export function ArmsTable({ arms }: { arms: readonly ArmSettings[] }) {
  const [base, ...others] = arms;
  if (!base) return null;
  return (
    <section aria-labelledby="arms">
      <h2 id="arms">Arms</h2>
      {others.length > 0 && (
        <p class="note">“{base.name}” is shown in full, the others by their differences from it.</p>
      )}
      <div class="arms">
        <Arm arm={base} settings={base.settings} />
        {others.map((arm) => (
          <Arm key={arm.name} arm={arm} settings={difference(base, arm)} />
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

const Arm = ({ arm, settings }: { arm: ArmSettings; settings: ArmSettings["settings"] }) => (
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
    </div>
  </div>
);
