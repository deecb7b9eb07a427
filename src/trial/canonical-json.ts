/**
 * JSON with the keys of every object in alphabetical order, so that equal data gives equal text.
 * @throws {RangeError} naming the path of a number that is not finite: JSON would write it as null, and two different
 *   settings would share one key
 */
export const canonicalJson = (value: unknown): string => JSON.stringify(sorted(value, ""));

function sorted(value: unknown, path: string): unknown {
  if (typeof value === "number" && !Number.isFinite(value)) {
    throw new RangeError(`expected finite numbers, got ${value} at ${path || "the top"}`);
  }
  if (Array.isArray(value)) return value.map((part, i) => sorted(part, `${path}[${i}]`));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, part]) => [key, sorted(part, path ? `${path}.${key}` : key)]));
}
