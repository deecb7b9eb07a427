import type { z } from "zod";

/** What is wrong with one setting. */
export interface Fault {
  /** Where it stands: names of settings, indices of lists. */
  readonly path: readonly PropertyKey[];
  /** Reads after the word "expected". */
  readonly expected: string;
  /** Reads after the word "got". */
  readonly got: string;
}

/** What a schema finds wrong with a value; nothing, if it is as described. The value itself stays as it is. */
export function faultsOf(schema: z.ZodType, value: unknown): Fault[] {
  const { error } = schema.safeParse(value);
  return (error?.issues ?? []).flatMap((issue): Fault[] => {
    const { path, message: expected } = issue;
    if (issue.code === "unrecognized_keys") return issue.keys.map((key) => ({ path, expected, got: shown(key) }));
    return [{ path, expected, got: shown(valueAt(value, path)) }];
  });
}

/** Turns the faults of a part into faults of the whole, by prefixing their paths. */
export const within = (path: readonly PropertyKey[], faults: readonly Fault[]): Fault[] =>
  faults.map((fault) => ({ ...fault, path: [...path, ...fault.path] }));

/** One line: `optimizer.generator.kind: expected one of sgd, momentum, adam, got "rmsprop"` */
export function faultText({ path, expected, got }: Fault): string {
  const where = path
    .map((step) => (typeof step === "number" ? `[${step}]` : `.${String(step)}`))
    .join("")
    .replace(/^\./, "");
  return `${where}${where ? ": " : ""}expected ${expected}, got ${got}`;
}

/** The most characters of a value that a message quotes. */
const longestQuote = 60;

/** A value as a message quotes it. */
export function shown(value: unknown): string {
  if (value === undefined) return "none";
  if (typeof value === "function") return "a function";
  if (value instanceof Promise) return "a promise";
  if (typeof value !== "object" && typeof value !== "string") return String(value);
  const json = JSON.stringify(value) ?? String(value);
  return json.length > longestQuote ? `${json.slice(0, longestQuote - 1)}…` : json;
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let at = value;
  for (const step of path)
    at = at === null || at === undefined ? undefined : (at as Record<PropertyKey, unknown>)[step];
  return at;
}
