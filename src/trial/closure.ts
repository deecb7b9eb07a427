import { createHash } from "node:crypto";
import { buildSync, transformSync } from "esbuild";
import { type Versions, versionsOf } from "./versions.ts";

/** A module, and what of it is used. */
export interface Entry {
  /** Within the root. */
  readonly file: string;
  /** The exports that are used: all of them without it. Code that only other exports use does not count. */
  readonly exports?: readonly string[];
}

/** The code that modules run, and the packages that it runs on. */
export interface Closure {
  /** Everything that the modules import from the root, as one minified module: without comments, types, paths, formatting. */
  readonly code: string;
  /** Package → its version, for every package that the code imports, and those that they need in turn. */
  readonly versions: Versions;
}

/** SHA-256 (hex) of a closure: of its code and its packages' versions. */
export const digestOfClosure = ({ code, versions }: Closure): string =>
  createHash("sha256").update(JSON.stringify({ code, versions })).digest("hex");

/**
 * Finds the code that modules run, by bundling them.
 * @param root the folder that entries are paths in, absolute
 * @param packages that are used in a way that no bundler sees
 * @throws {Error} if a module is missing or is no TypeScript
 */
export function closureOf(root: string, entries: readonly Entry[], packages: readonly string[] = []): Closure {
  const contents = entries.map(({ file, exports }, i) =>
    exports
      ? `export { ${exports.map((name) => `${name} as ${name}${i}`).join(", ")} } from "./${file}";`
      : `export * as module${i} from "./${file}";`,
  );
  const { outputFiles, metafile } = buildSync({
    ...output,
    stdin: { contents: contents.join("\n"), resolveDir: root, loader: "ts" },
    absWorkingDir: root,
    bundle: true,
    write: false,
    metafile: true,
    platform: "node",
    packages: "external",
    // The project's own says nothing that changes what runs, and a key should not depend on where it is looked for.
    tsconfigRaw: "{}",
  });
  const imported = Object.values(metafile.outputs).flatMap(({ imports }) => imports.map(({ path }) => path));
  // In a second step: the names that the minifier gives depend on the letters of the source, those of types included.
  const { code } = transformSync(outputFiles[0].text, { ...output, minify: true });
  return { code, versions: versionsOf([...imported, ...packages], root) };
}

/**
 * How either step writes the code. package.json pins esbuild to one version, because another may write it differently, and
 * then every key changes and everything is trained again.
 */
const output = { format: "esm", target: "es2022", charset: "utf8", legalComments: "none", logLevel: "silent" } as const;
