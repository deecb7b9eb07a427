/** @jsxRuntime automatic @jsxImportSource preact */
import type { ArmEntry } from "./catalogue.ts";

/** The arms with their settings: the first in full, each other one by what differs from it. */
export function ArmsTable({ arms }: { arms: readonly ArmEntry[] }) {
  const [base, ...others] = arms;
  if (!base) return null;
  return (
    <section aria-labelledby="arms">
      <h2 id="arms">Arms</h2>
      {others.length > 0 && <p class="note">“{base.name}” in full; the others by what differs from it.</p>}
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
export function difference(base: ArmEntry, arm: ArmEntry): ArmEntry["settings"] {
  const before = new Map(base.settings);
  const names = new Set(arm.settings.map(([name]) => name));
  const changed = arm.settings.filter(([name, value]) => before.get(name) !== value);
  const dropped = base.settings.filter(([name]) => !names.has(name)).map(([name]) => [name, "none"] as const);
  return [...changed, ...dropped];
}

const Arm = ({ arm, settings }: { arm: ArmEntry; settings: ArmEntry["settings"] }) => (
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
