import type { Claim, ExactClaim, Measured, Predicate, RateClaim, StatisticClaim } from "../language/claim.ts";
import { medianWithInterval } from "../statistics/effect.ts";
import { clopperPearson, type Interval, type Verdict, verdictOf } from "../statistics/verdict.ts";
import type { Trial } from "../trial/trial.ts";

/** What came of a claim. */
export interface Judgement {
  readonly claim: Claim;
  readonly verdict: Verdict;
  readonly successes: number;
  readonly seeds: number;
  readonly assertedRate: number;
  readonly interval: Interval;
  readonly control: { readonly what: string; readonly verdict: Verdict };
  readonly effect?: { readonly unit: string; readonly median: number; readonly interval: Interval };
  /** What an exact check computed. */
  readonly detail?: string;
}

/** Trials of each arm, ascending by seed; all arms have the same seeds. */
export type TrialsOfArms = Readonly<Record<string, readonly Trial[]>>;

/** Decides a claim and its control. */
export function judge(claim: Claim, trials: TrialsOfArms): Judgement {
  switch (claim.kind) {
    case "rate":
      return judgeRate(claim, trials);
    case "statistic":
      return judgeStatistic(claim, trials);
    case "exact":
      return judgeExact(claim);
  }
}

function judgeRate(claim: Claim & RateClaim, trials: TrialsOfArms): Judgement {
  const own = among(claim, tuples(claim.for, trials));
  const control = among(claim, tuples(claim.control.for ?? claim.for, trials));
  const successes = count(claim, own, claim.holds);
  return {
    claim,
    verdict: rateVerdict(successes, own.length, claim.atLeast),
    successes,
    seeds: own.length,
    assertedRate: claim.atLeast,
    interval: own.length > 0 ? clopperPearson(successes, own.length) : [0, 1],
    control: {
      what: claim.control.what,
      verdict: rateVerdict(count(claim, control, claim.control.holds ?? claim.holds), control.length, claim.atLeast),
    },
    ...effectOf(claim, own),
  };
}

/** Of no seeds nothing can be said. */
const rateVerdict = (successes: number, seeds: number, assertedRate: number): Verdict =>
  seeds > 0 ? verdictOf(successes, seeds, assertedRate) : "inconclusive";

/** One decision over all seeds. The whole of [0, 1] as interval says that no rate was measured. */
function judgeStatistic(claim: Claim & StatisticClaim, trials: TrialsOfArms): Judgement {
  const rows = (arms: string | readonly string[]) =>
    tuples(arms, trials)
      .filter((group) => group.every(({ state }) => state !== "diverged"))
      .map((group) => group.map(measured));
  const own = rows(claim.for);
  const { verdict, estimate, interval } = claim.decide(own);
  const control = (claim.control.decide ?? claim.decide)(rows(claim.control.for ?? claim.for));
  return {
    claim,
    verdict,
    successes: verdict === "reproduced" ? 1 : 0,
    seeds: own.length,
    assertedRate: 1,
    interval: [0, 1],
    control: { what: claim.control.what, verdict: control.verdict },
    effect: { unit: claim.unit, median: estimate, interval },
  };
}

/** An exact claim is one case: it holds or it does not. The whole of [0, 1] as interval says that no rate was measured. */
function judgeExact(claim: Claim & ExactClaim): Judgement {
  const { holds, detail } = claim.check();
  const control = claim.control.check();
  return {
    claim,
    verdict: holds ? "reproduced" : "contradicted",
    successes: holds ? 1 : 0,
    seeds: 1,
    assertedRate: 1,
    interval: [0, 1],
    control: { what: claim.control.what, verdict: control.holds ? "reproduced" : "contradicted" },
    detail,
  };
}

/** Trials that share a seed, one tuple a seed. */
function tuples(names: string | readonly string[], trials: TrialsOfArms): Trial[][] {
  const arms = [names].flat().map((name) => trials[name]);
  return arms[0].map((_, index) => {
    const together = arms.map((arm) => arm[index]);
    if (together.some(({ seed }) => seed !== together[0].seed)) {
      throw new Error(`expected trials of one seed, got seeds ${together.map(({ seed }) => seed).join(" and ")}`);
    }
    return together;
  });
}

/** The seeds that a claim speaks of; a diverged one never has the property that it asks for. */
const among = ({ among: condition }: RateClaim, groups: Trial[][]): Trial[][] =>
  condition
    ? groups.filter((group) => group.every(({ state }) => state !== "diverged") && condition(...group.map(measured)))
    : groups;

/** How many tuples a predicate holds on; those that {@link counts} leaves out are failures. */
const count = (claim: RateClaim, groups: readonly Trial[][], holds: Predicate): number =>
  groups.filter((group) => counts(claim, group) && holds(...group.map(measured))).length;

/**
 * A diverged trial fails every predicate it takes part in. A dead one fails a claim about itself, the first arm; as the
 * other side of a comparison it stands with what was measured, which is finite.
 */
const counts = ({ judgesDead }: RateClaim, group: readonly Trial[]): boolean =>
  (judgesDead || group[0].state === "trained") && group.every(({ state }) => state !== "diverged");

function effectOf(claim: RateClaim, groups: readonly Trial[][]): Pick<Judgement, "effect"> {
  const { effect } = claim;
  if (!effect) return {};
  const values = groups
    .filter((group) => counts(claim, group))
    .map((group) => effect.of(...group.map(measured)))
    // Two runs that never arrive differ by ∞ − ∞.
    .filter((value) => !Number.isNaN(value));
  return values.length > 0 ? { effect: { unit: effect.unit, ...medianWithInterval(values) } } : {};
}

/** A trial as predicates see it. */
export function measured({ seed, end, curves, rounds }: Trial): Measured {
  return {
    seed,
    end: new Proxy(end, {
      get(target, metric: string) {
        if (!(metric in target)) {
          throw new RangeError(`expected one of the metrics ${Object.keys(target).join(", ")}, got "${metric}"`);
        }
        return target[metric];
      },
    }),
    at(metric, round) {
      const index = rounds.indexOf(round);
      const curve = curves[metric];
      if (!curve || index < 0) {
        const known = curve
          ? `a recorded round (${rounds.join(", ")})`
          : `one of the curves ${Object.keys(curves).join(", ")}`;
        throw new RangeError(`expected ${known}, got "${metric}" at ${round}`);
      }
      return curve[index];
    },
  };
}
