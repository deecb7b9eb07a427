import type { Decide, Decision, ExactResult, Measured, Predicate } from "../language/claim.ts";
import { verdicts } from "../language/verdict.ts";

/**
 * A claim's own functions, called with a check of what they return: a predicate without `return` must not count as a
 * failure, nor one that returns a promise as a success. Each error says which function it was, and on which seed.
 */

/** @throws {Error} unless the predicate returns true or false */
export function askPredicate(name: string, predicate: Predicate, trials: readonly Measured[]): boolean {
  const where = `${name} on seed ${trials[0].seed}`;
  const answer: unknown = called(where, () => predicate(...trials));
  if (typeof answer === "boolean") return answer;
  throw new Error(`${where}: expected true or false, got ${shown(answer)}`);
}

/** @throws {Error} unless the function returns a number */
export function askNumber(name: string, of: (...trials: readonly Measured[]) => number, trials: readonly Measured[]) {
  const where = `${name} on seed ${trials[0].seed}`;
  const answer: unknown = called(where, () => of(...trials));
  if (typeof answer === "number") return answer;
  throw new Error(`${where}: expected a number, got ${shown(answer)}`);
}

/** @throws {Error} unless the function returns a verdict, an estimate and an interval */
export function askDecision(
  name: string,
  decide: Decide,
  rows: readonly (readonly Measured[])[],
  level: number,
): Decision {
  const decision = called(name, () => decide(rows, level));
  const { verdict, estimate, interval } = decision ?? {};
  const isDecision =
    verdicts.includes(verdict) &&
    typeof estimate === "number" &&
    interval?.length === 2 &&
    interval.every((bound) => typeof bound === "number");
  if (isDecision) return decision;
  throw new Error(`${name}: expected a verdict, an estimate and an interval, got ${shown(decision)}`);
}

/** @throws {Error} unless the function says whether the claim holds, and what it computed */
export function askCheck(name: string, check: () => ExactResult): ExactResult {
  const result = called(name, check);
  if (typeof result?.holds === "boolean" && typeof result.detail === "string") return result;
  throw new Error(`${name}: expected whether it holds and a detail, got ${shown(result)}`);
}

function called<T>(where: string, call: () => T): T {
  try {
    return call();
  } catch (error) {
    const { name, message } = error instanceof Error ? error : { name: "thrown", message: String(error) };
    throw new Error(`${where}: ${name}: ${message}`, { cause: error });
  }
}

function shown(value: unknown): string {
  if (value instanceof Promise) return "a promise";
  const text = JSON.stringify(value) ?? String(value);
  // Enough to recognize a value by, and short enough for one line.
  return text.length <= 60 ? text : `${text.slice(0, 59)}…`;
}
