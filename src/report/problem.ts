import type { z } from "zod";

/** The first problem of a value in one line: "expected …, got … at claims[3].verdict". */
export function firstProblem(error: z.ZodError, value: unknown): string {
  const issue = error.issues[0]!;
  const { path } = issue;
  if (issue.code === "unrecognized_keys") {
    return `expected only known keys, got ${issue.keys.map(show).join(", ")} at ${showPath(path)}`;
  }
  return `expected ${expectation(issue)}, got ${show(valueAt(value, path))} at ${showPath(path)}`;
}

function expectation(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return issue.expected;
    case "invalid_value":
      return issue.values.map(show).join(" | ");
    case "invalid_union":
      return issue.errors.length > 0
        ? issue.errors.map((branch) => expectation(branch[0]!)).join(" | ")
        : issue.message;
    case "too_small":
      return `at least ${issue.minimum}${nounOf(issue.origin, Number(issue.minimum))}`;
    case "too_big":
      return `at most ${issue.maximum}${nounOf(issue.origin, Number(issue.maximum))}`;
    case "invalid_format":
      return issue.format === "datetime" ? "a date and time in ISO 8601, UTC" : issue.message;
    default:
      return issue.message;
  }
}

function nounOf(origin: string, count: number): string {
  const noun = { string: " character", array: " entry", record: " entry" }[origin];
  if (noun === undefined || count === 1) return noun ?? "";
  return noun.replace(/y$/, "ie").concat("s");
}

/** The part of a value that a path leads to; undefined where the path ends early. */
function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let part = value;
  for (const key of path) {
    part = part === null || part === undefined ? undefined : (part as Record<PropertyKey, unknown>)[key];
  }
  return part;
}

/** `claims[3].verdict`; an empty path is the file itself. */
function showPath(path: readonly PropertyKey[]): string {
  if (path.length === 0) return "the top level";
  const shown = path
    .map((key) => (typeof key === "number" ? `[${key}]` : `.${plain(String(key))}`))
    .join("")
    .replace(/^\./, "");
  return shortened(shown, 200);
}

/** A value on one line, cut short where it is long. */
export function show(value: unknown): string {
  if (typeof value === "number") return String(value);
  if (Array.isArray(value) && value.length > 20) return `a list of ${value.length}`;
  // 60 characters tell which value it is and leave the line readable.
  return shortened(plain(json(value) ?? "nothing"), 60);
}

function json(value: unknown): string | undefined {
  try {
    return JSON.stringify(value);
  } catch {
    // JSON.stringify calls itself for every level.
    return "a value nested too deeply to print";
  }
}

/** Without what a terminal might obey, or what turns the direction of writing. */
const plain = (line: string): string => line.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, "�");

const shortened = (line: string, length: number): string =>
  line.length <= length ? line : `${line.slice(0, length - 3)}…`;
