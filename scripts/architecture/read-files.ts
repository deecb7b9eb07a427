import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Files } from "./violations.ts";

/** Every file of TypeScript in src/, specs/ and scripts/ of a repository, but the kernels', which are compiled apart. */
export function readFiles(root: string): Files {
  const paths = ["src", "specs", "scripts"].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .map((path) => `${folder}/${path.replaceAll("\\", "/")}`)
      .filter((path) => /\.(?:tsx?|mts|mjs)$/.test(path) && !path.includes("/assembly/")),
  );
  return new Map(paths.sort().map((path) => [path, readFileSync(join(root, path), "utf8")]));
}
