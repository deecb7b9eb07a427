import { existsSync } from "node:fs";
import { join, relative } from "node:path";
import { type Ratio, ratioOfMedians } from "../statistics/ratio.ts";
import type { Checkout } from "./checkout.ts";
import { type Contender, ContenderError } from "./contender.ts";
import { type InterleaveOptions, interleave } from "./interleave.ts";
import type { Measurement } from "./measurement.ts";

/** How long this tree takes for something, relative to another commit. */
export interface Comparison extends Ratio {
  readonly name: string;
  readonly outcome: Outcome;
}

/** Whether it surely takes no longer than {@link allowed}, surely longer, or too much else was going on to tell. */
export type Outcome = "fine" | "slower" | "cannot tell";

/** What could not be compared, and why. */
export interface Skipped {
  readonly name: string;
  readonly reason: string;
}

/** How many times as long as before something may take: below that, machines and compilers differ from day to day. */
export const allowed = 1.1;

/** The most series of rounds for one case: as long as it cannot be told, the next one is added. */
const mostSeries = 4;

/** A slowdown has to show in several series, with processes of their own: a busy neighbour does not come back on time. */
const leastSeriesToFail = 2;

/**
 * Runs this tree's programs and another commit's by turns, case by case.
 * @param contenders of this tree, each a case of its own
 * @param suite the folder of this program
 * @returns the cases that the other commit has too, and why it lacks the rest
 */
export async function compareWith(
  { folder }: Checkout,
  contenders: readonly Contender[],
  suite: string,
  conditions: InterleaveOptions,
): Promise<{ comparisons: Comparison[]; skipped: Skipped[] }> {
  const comparisons: Comparison[] = [];
  const skipped: Skipped[] = [];
  for (const own of contenders) {
    const name = `${own.name}, ${own.group}`;
    const other = asIn(folder, own, suite);
    if (typeof other === "string") {
      skipped.push({ name, reason: other });
      continue;
    }
    try {
      const found = await decide(() => interleave([timed(own), timed(other)], conditions));
      comparisons.push({ name, ...found });
    } catch (error) {
      if (!(error instanceof ContenderError) || error.contender.folder !== folder) throw error;
      skipped.push({ name, reason: `the commit's own program cannot do it: ${error.lastWords}` });
    }
  }
  return { comparisons, skipped };
}

/** Measures until it can be told whether the first of two takes longer than allowed, or enough was tried. */
export async function decide(measure: () => Promise<Measurement[]>): Promise<Ratio & { outcome: Outcome }> {
  const [after, before]: number[][] = [[], []];
  for (let series = 1; ; series++) {
    const [first, second] = await measure();
    after.push(...(first.rounds ?? []));
    before.push(...(second.rounds ?? []));
    const found = ratioOfMedians(after, before);
    const outcome = outcomeOf(found);
    const isEnough = outcome === "fine" || (outcome === "slower" && series >= leastSeriesToFail);
    if (isEnough || series === mostSeries) return { ...found, outcome };
  }
}

/** By the whole interval: its better end decides that something is slower, its worse end that nothing is. */
const outcomeOf = ({ interval: [low, high] }: Ratio): Outcome =>
  low > allowed ? "slower" : high <= allowed ? "fine" : "cannot tell";

/** The same contender in another folder, or why there is none. */
function asIn(folder: string, contender: Contender, suite: string): Contender | string {
  const [program, ...parameters] = contender.command;
  const missing: string[] = [];
  const moved = parameters.map((parameter) => {
    if (!parameter.startsWith(suite)) return parameter;
    const file = relative(suite, parameter);
    if (!existsSync(join(folder, file))) missing.push(file);
    return join(folder, file);
  });
  if (missing.length > 0) return `the commit has no ${missing.join(", ")}`;
  return { ...contender, command: [program, ...moved], folder };
}

/** Seconds a repetition, so that less is better whatever the contender's own unit. */
const timed = (contender: Contender): Contender => ({
  ...contender,
  group: "",
  unit: "s",
  value: (seconds) => seconds,
});
