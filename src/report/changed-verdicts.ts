import { z } from "zod";
import type { Claim } from "../language/claim.ts";
import { notTested, verdictWord } from "../language/verdict.ts";
import { markdownRows } from "./decision-cells.ts";
import { countOf } from "./format.ts";
import type { RecordedSource } from "./results-page.ts";

/** The verdicts of the rule before the records, on seeds that the predicates had been written on. */
export const verdictsBefore = z.strictObject({
  what: z.string().min(1),
  verdicts: z.record(z.string(), z.enum(["reproduced", "contradicted", "inconclusive"])),
});
export type VerdictsBefore = z.infer<typeof verdictsBefore>;

type Before = VerdictsBefore["verdicts"][string];

/** One claim that was judged before, as it stands now. */
interface Compared {
  readonly claim: Claim;
  readonly before: Before;
  readonly now: string;
  readonly change: Change;
}

const changes = [
  "the same",
  "turned round",
  "now decided",
  "now open",
  "no difference that matters",
  notTested,
] as const;
type Change = (typeof changes)[number];

/** How the verdicts changed against those before, in numbers and, where they did, one by one with the reason. */
export function changedVerdicts(sources: readonly RecordedSource[], { what, verdicts }: VerdictsBefore): string {
  const compared = sources.flatMap((source) => comparedOf(source, verdicts));
  const claims = sources.flatMap(({ source }) => source.claims);
  const known = new Set(compared.map(({ claim }) => claim.id));
  const gone = Object.keys(verdicts).filter((id) => !claims.some((claim) => nameBefore(claim, verdicts) === id));
  const counts = changes
    .map((change) => ({ change, of: compared.filter((one) => one.change === change).length }))
    .filter(({ of }) => of > 0)
    .map(({ change, of }) => `${of} ${change}`);
  const changed = compared.filter(({ change }) => change !== "the same");
  const rows = changed.map(({ claim, before, now }) => [`\`${claim.id}\``, before, now, reasonOf(claim)]);
  return [
    "## Against the verdicts before",
    `${what} Of ${countOf(compared.length, "claim")} that were judged then, as they are judged now: ${counts.join(", ")}. ` +
      `New: ${claims.length - known.size}${gone.length > 0 ? `; no longer asked: ${gone.length} (${gone.map((id) => `\`${id}\``).join(", ")})` : ""}.`,
    ...(rows.length > 0 ? [markdownRows(["claim", "before", "now", "why"], rows)] : []),
  ].join("\n\n");
}

function comparedOf({ source, record }: RecordedSource, verdicts: VerdictsBefore["verdicts"]): Compared[] {
  return source.claims.flatMap((claim) => {
    const name = nameBefore(claim, verdicts);
    if (name === undefined) return [];
    const before = verdicts[name];
    const verdict = claim.kind === "untested" ? undefined : (record.decisions[claim.id]?.verdict ?? "open");
    const now = verdict === undefined ? notTested : verdictWord(verdict, claim.says);
    return [{ claim, before, now, change: changeOf(before, verdict) }];
  });
}

/** The name that a claim was judged under before: its own, or one that it had. */
const nameBefore = ({ id, formerly = [] }: Claim, verdicts: VerdictsBefore["verdicts"]): string | undefined =>
  [id, ...formerly].find((name) => name in verdicts);

function changeOf(before: Before, now: "reproduced" | "contradicted" | "equivalent" | "open" | undefined): Change {
  if (now === undefined) return notTested;
  if (now === "equivalent") return "no difference that matters";
  if (now === "open") return before === "inconclusive" ? "the same" : "now open";
  if (before === "inconclusive") return "now decided";
  return before === now ? "the same" : "turned round";
}

/** A version above 1 has other arms, another predicate or another rate; else the seeds and the rule alone are new. */
const reasonOf = ({ kind, version = 1, formerly }: Claim): string => {
  if (kind === "untested") return "what it takes is not in the source";
  if (version > 1) return "what is tested is what is said (new version)";
  return formerly ? "asked under another name, of fresh seeds" : "fresh seeds, decided one after the other";
};
