import { createHash } from "node:crypto";

/**
 * SHA-256 (hex) of a JSON value in its canonical form (RFC 8785: no white space, keys of every object in the order of
 * their UTF-16 code units, numbers as ECMAScript prints them), without the top level's own `sha256`. Formatting a results
 * file again leaves it as it is; changing a digit does not.
 */
export function checksumOf({ sha256: _, ...others }: Readonly<Record<string, unknown>>): string {
  return createHash("sha256").update(canonicalJson(others)).digest("hex");
}

function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, part]) => part !== undefined);
  return `{${entries
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, part]) => `${JSON.stringify(key)}:${canonicalJson(part)}`)
    .join(",")}}`;
}
