import type { Arm } from "../language/arm.ts";
import type {
  ArmNames,
  ComparisonClaim,
  Finding,
  Measured,
  Predicate,
  RateClaim,
  StatisticClaim,
} from "../language/claim.ts";
import { closest } from "../language/closest.ts";
import { shown } from "../language/faults.ts";
import { verdicts } from "../language/verdict.ts";
import { findingRun, type SeenTrial } from "./finding.ts";
import type { Written } from "./judged-claim.ts";
import { type RecordedBy, recordedBy } from "./recorded-by.ts";

/**
 * Asks a claim's functions about made-up trials, before anything trains. They are found to look at a metric or a round that
 * an arm does not record, to throw, or to return something else than they should.
 * @returns one line a fault, which begins with the function's name
 */
export function rehearse(written: Written, arms: Arms): string[] {
  switch (written.word) {
    case "claim":
      return rehearseRate(written.claim, arms);
    case "comparison":
      return rehearseComparison(written.claim, arms);
    case "statistic":
      return rehearseStatistic(written.claim, arms);
    case "exact":
    case "untested":
      return [];
  }
}

type Arms = Readonly<Record<string, Arm>>;

/** A function of trials, and what it has to return. */
interface Asked {
  readonly name: string;
  readonly look: (...trials: readonly Measured[]) => unknown;
  readonly isRight: (value: unknown) => boolean;
  readonly expected: string;
}

const aBoolean = { isRight: (value: unknown) => typeof value === "boolean", expected: "true or false" };
const aNumber = { isRight: (value: unknown) => typeof value === "number", expected: "a number" };

const ask = ({ name, look, isRight, expected }: Asked, names: ArmNames, arms: Arms): string[] =>
  inSeveralRuns(name, (run) => look(...standIns([names].flat(), arms, run)), isRight, expected);

/** The same of a control's arms. */
const ofControl = (asked: Asked, name: string): Asked => ({ ...asked, name: `${asked.name} (controls.${name})` });

function rehearseRate(claim: RateClaim, arms: Arms): string[] {
  const { for: own, among, effect, controls } = claim;
  const test: Asked = claim.threshold
    ? { name: "threshold.of", look: claim.threshold.of, ...aNumber }
    : { name: "holds", look: claim.holds as Predicate, ...aBoolean };
  const condition: Asked | undefined = among && { name: "among", look: among, ...aBoolean };
  return [
    ...ask(test, own, arms),
    ...(condition ? ask(condition, own, arms) : []),
    ...(effect ? ask({ name: "effect.of", look: effect.of, ...aNumber }, own, arms) : []),
    ...Object.entries(controls).flatMap(([name, { for: names = own, holds }]) => [
      ...(condition ? ask(ofControl(condition, name), names, arms) : []),
      ...ask(holds ? { name: `controls.${name}.holds`, look: holds, ...aBoolean } : ofControl(test, name), names, arms),
    ]),
  ];
}

function rehearseComparison({ for: own, value, controls }: ComparisonClaim, arms: Arms): string[] {
  const asked: Asked = { name: "value.of", look: value.of as (...trials: readonly Measured[]) => number, ...aNumber };
  return [
    ...own.flatMap((arm) => ask(asked, arm, arms)),
    ...controls.positive.for.flatMap((arm) => ask(ofControl(asked, "positive"), arm, arms)),
  ];
}

function rehearseStatistic({ for: own, decide, controls }: StatisticClaim, arms: Arms): string[] {
  const decided = (name: string, by: StatisticClaim["decide"], names: ArmNames) =>
    faultOf(
      name,
      () => {
        const seeds = Array.from({ length: rows }, (_, row) => standIns([names].flat(), arms, row));
        return by(seeds, madeUpLevel);
      },
      isDecision,
      "a decision (verdict, estimate, interval)",
    );
  return [
    ...decided("decide", decide, own),
    ...Object.entries(controls).flatMap(([name, control]) =>
      decided(
        control.decide ? `controls.${name}.decide` : `decide (controls.${name})`,
        control.decide ?? decide,
        control.for ?? own,
      ),
    ),
  ];
}

/** The error of a made-up look. */
const madeUpLevel = 0.05;

/**
 * Asks a claim's finding about made-up trials of any arm of its source, so that a finding that speaks of an arm or a metric that
 * is not there is found before anything trains.
 * @param isSound whether it is known what an arm records; a finding that asks for another arm is not rehearsed
 * @returns one line a fault, which begins with "finding"
 */
export function rehearseFinding(finding: Finding | undefined, arms: Arms, isSound: (arm: Arm) => boolean): string[] {
  if (typeof finding !== "function") return [];
  const told = (run: number) => {
    const next = numbersOf(run);
    const of = (name: string): SeenTrial[] => {
      const arm = arms[name];
      if (!arm) throw new NotRecorded(unknownArm(name, Object.keys(arms)));
      if (!isSound(arm)) throw new NotKnown();
      const trial = (seed: number) => standIn(name, recordOf(arm), seed, next);
      return Array.from({ length: rows }, (_, row) => ({ trial: trial(row + 1), state: "trained" }));
    };
    return finding(findingRun({ seeds: rows, of, format: String, compute: () => next() }));
  };
  return inSeveralRuns("finding", told, isText, "a text");
}

const unknownArm = (name: string, known: readonly string[]): string => {
  const meant = closest(name, known);
  return `expected an arm of the source, got "${name}"${meant ? `; did you mean "${meant}"?` : ""}`;
};

/** What an arm records cannot be told yet. */
class NotKnown extends Error {}

/** Made-up trials of one predicate: enough for each side of its comparisons to be asked. */
const runs = 8;
/** Seeds of a made-up statistic: few, as it may be resampled thousands of times. */
const rows = 3;

const isText = (value: unknown) => typeof value === "string" && value.trim() !== "";
const isDecision = (value: unknown) =>
  typeof value === "object" &&
  value !== null &&
  verdicts.some((verdict) => "verdict" in value && value.verdict === verdict);

function inSeveralRuns(
  name: string,
  look: (run: number) => unknown,
  isRight: (value: unknown) => boolean,
  expected: string,
): string[] {
  const lines = Array.from({ length: runs }, (_, run) => faultOf(name, () => look(run), isRight, expected)).flat();
  return [...new Set(lines)];
}

function faultOf(name: string, look: () => unknown, isRight: (value: unknown) => boolean, expected: string): string[] {
  try {
    const value = look();
    if (isRight(value)) return [];
    if (value instanceof Promise) value.catch(() => undefined);
    const hint =
      value === undefined ? "; does it return?" : value instanceof Promise ? "; a predicate may not be async" : "";
    return [`${name}: expected ${expected}, got ${shown(value)}${hint}`];
  } catch (error) {
    if (error instanceof NotKnown) return [];
    if (error instanceof NotRecorded) return [`${name}: ${error.message}`];
    return [
      `${name}: expected ${expected}, got ${error instanceof Error ? `${error.name}: ${error.message}` : shown(error)}`,
    ];
  }
}

/** A metric or a round was asked for that the arm does not record. */
class NotRecorded extends Error {}

/** Made-up trials of one seed: they have what their arms record, and numbers that mean nothing. */
function standIns(names: readonly string[], arms: Arms, run: number): Measured[] {
  const next = numbersOf(run);
  return names.map((name) => standIn(name, recordOf(arms[name]), run + 1, next));
}

const records = new WeakMap<Arm, RecordedBy>();

function recordOf(arm: Arm): RecordedBy {
  const record = records.get(arm) ?? recordedBy(arm);
  records.set(arm, record);
  return record;
}

function standIn(arm: string, { end, curves, rounds }: RecordedBy, seed: number, next: () => number): Measured {
  const require = (metric: string, known: readonly string[], where: string) => {
    if (known.includes(metric)) return;
    const meant = closest(metric, known);
    const hint = meant ? `; did you mean "${meant}"?` : ` (${known.join(", ") || "none"})`;
    throw new NotRecorded(`expected a metric that the arm "${arm}" records${where}, got "${metric}"${hint}`);
  };
  return {
    seed,
    end: new Proxy({} as Measured["end"], {
      get(_, metric) {
        require(String(metric), end, "");
        return next();
      },
    }),
    at(metric, round) {
      require(metric, curves, " while it trains");
      if (!rounds.includes(round)) {
        const known =
          rounds.length > mostRounds
            ? `${rounds.slice(0, mostRounds).join(", ")}, … ${rounds.at(-1)}`
            : rounds.join(", ");
        throw new NotRecorded(`expected a round that the arm "${arm}" records (${known}), got ${shown(round)}`);
      }
      return next();
    },
  };
}

/** Rounds that a message lists. */
const mostRounds = 12;

/** Small and large, whole and not, in an order that differs from run to run. */
function numbersOf(run: number): () => number {
  const numbers = [0.5, 1, 0.01, 250, 3, 0.9, 0, 40, 1e-7, 7];
  let at = run;
  return () => {
    at = (at * 7 + 3 + run) % 1009;
    return numbers[at % numbers.length];
  };
}
