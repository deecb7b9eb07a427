import type { Claim } from "../language/claim.ts";
import { firstDecisive, seedsIn } from "../language/seeds.ts";
import { verdictWord } from "../language/verdict.ts";
import type { Job } from "../trial/job.ts";
import { jobOf } from "../trial/job.ts";
import { estimatedSeconds } from "../trial/kinds.ts";
import { jobsOf } from "../trial/plan.ts";
import { openStore } from "../trial/store.ts";
import type { Departure } from "./departures.ts";
import type { Engines } from "./engines.ts";
import { judge } from "./judge.ts";
import type { Judgement } from "./judgement.ts";
import type { StudyRecord } from "./record/record.ts";
import { armsOf } from "./register.ts";
import type { Source } from "./source.ts";
import { type Run, trainMissing } from "./train.ts";
import type { TrialsByArm } from "./tuples.ts";

/** A source whose claims have been judged from its record. */
interface Judged {
  readonly source: Source;
  readonly record: StudyRecord;
  readonly judgements: readonly Judgement[];
}

/** What another engine makes of the recorded claims. */
export interface OnOtherEngine {
  readonly claims: number;
  readonly trials: number;
  readonly departures: readonly (Departure & { readonly source: string })[];
}

/**
 * Decides claims anew from trials of another engine, whose bits are its own: verdicts are compared, not digests. Each claim is given as
 * many seeds as decided it; the cheap ones come first, as many as fit into the budget.
 * @param seconds of all cores together, as estimated for `wasm`
 * @param claims ids of those that are asked for; all, unless given
 */
export async function onOtherEngine(
  judged: readonly Judged[],
  {
    seconds,
    engines,
    claims,
    ...run
  }: Pick<Run, "store" | "workers"> & {
    readonly seconds: number;
    readonly engines: Engines;
    readonly claims?: ReadonlySet<string>;
  },
  say: (line: string) => void,
): Promise<OnOtherEngine> {
  const tasks = judged
    .flatMap(({ source, record, judgements }) =>
      judgements.flatMap((judgement) => {
        if (judgement.kind !== "rate" && judgement.kind !== "statistic") return [];
        if (claims && !claims.has(judgement.claim.id)) return [];
        const seeds = seedsThatDecided(record, judgement);
        const arms = armsOf(judgement.claim);
        const jobs = jobsOf(
          arms.map((arm) => source.arms[arm]),
          seeds,
          engines.of,
        );
        return [
          { source, judgement, seeds, arms, jobs, cost: jobs.reduce((sum, { arm }) => sum + estimatedSeconds(arm), 0) },
        ];
      }),
    )
    .sort((a, b) => a.cost - b.cost);
  const jobs = new Map<string, Job>();
  let left = seconds;
  const chosen = tasks.filter((task) => {
    const missing = task.jobs.filter(({ key }) => !jobs.has(key));
    const cost = missing.reduce((sum, { arm }) => sum + estimatedSeconds(arm), 0);
    if (cost > left) return false;
    left -= cost;
    for (const job of missing) jobs.set(job.key, job);
    return true;
  });
  await trainMissing([...jobs.values()], run, say);
  const store = openStore(run.store);
  const departures = chosen.flatMap(({ source, judgement, seeds, arms }) => {
    const trials: TrialsByArm = Object.fromEntries(
      arms.map((name) => [
        name,
        seeds.flatMap((seed) => {
          const arm = source.arms[name];
          return store.read(jobOf(arm, seed, engines.of(arm))) ?? [];
        }),
      ]),
    );
    return departureOf(source, judgement, judge(judgement.claim, trials), engines.name);
  });
  return { claims: chosen.length, trials: jobs.size, departures };
}

/** As many from the first on that counts for its registration. */
function seedsThatDecided(record: StudyRecord, { claim, looked }: { claim: Claim; looked: number }): number[] {
  const first = record.registrations[claim.id]?.at(-1)?.from ?? firstDecisive;
  return seedsIn({ first, last: first + Math.max(1, looked) - 1 });
}

/** A verdict that turns round is a failure; one that is open on one of the two engines need not mean anything. */
function departureOf(
  { about }: Source,
  recorded: Extract<Judgement, { verdict: string }>,
  found: Judgement,
  engine: string,
): (Departure & { source: string })[] {
  const { id, says } = recorded.claim;
  if (found.kind === "untested") return [];
  const got = found.kind === "not judged" ? found.reason : found.verdict;
  if (got === recorded.verdict) return [];
  const turned = [recorded.verdict, got].every((verdict) => verdict === "reproduced" || verdict === "contradicted");
  const word = found.kind === "not judged" ? got : verdictWord(found.verdict, says);
  return [
    {
      kind: "verdict",
      severity: turned || found.kind === "not judged" ? "failure" : "warning",
      source: about.id,
      id,
      message: `${id}: expected ${verdictWord(recorded.verdict, says)}, as recorded of wasm, got ${word} on ${engine}`,
    },
  ];
}
