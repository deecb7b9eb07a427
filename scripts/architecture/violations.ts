import {
  engines,
  type Floor,
  floors,
  listOfEngines,
  nativeParts,
  notForSources,
  testFolders,
  testPackages,
  training,
} from "./floors.ts";
import { type Import, importsOf } from "./imports.ts";

/** Path from the repository's root → text of each file of src/, specs/ and scripts/. */
export type Files = ReadonlyMap<string, string>;

interface Module {
  readonly file: string;
  readonly imports: readonly Import[];
}

/** What breaks the rules of docs/architecture.md, a line each: who imports what, and which rule forbids it. */
export function violationsOf(files: Files): string[] {
  const modules = [...files].map(([file, text]) => ({ file, imports: importsOf(file, text) }));
  const program = modules.filter(({ file }) => !isTest(file));
  return [
    ...program.flatMap(({ file, imports }) => imports.flatMap(({ from }) => forbid(file, from) ?? [])),
    ...modules.flatMap(({ file, imports }) => imports.flatMap(({ from }) => forbidTestRunner(file, from) ?? [])),
    ...cycles(program),
    ...browserLeaks(program),
    ...untoldJsx(files),
  ];
}

/** Files that only run under the test runner: tests may look at everything, and nothing else may look at them. */
const isTest = (file: string): boolean =>
  /\.(?:test|spec)\.tsx?$/.test(file) || testFolders.some((folder) => file.startsWith(folder));

/** The floor of a file of src/, the engine that it belongs to. */
const floorOf = (file: string): Floor | undefined => floors.find(({ folder }) => file.startsWith(`src/${folder}/`));
const engineOf = (file: string): string | undefined => engines.find((name) => file.startsWith(`src/engine/${name}/`));

function forbid(file: string, from: string): string | undefined {
  const says = (why: string) => `${file} imports ${from}: ${why}`;
  if (isTest(from)) return says("only the test runner starts tests");
  if (file.startsWith("src/")) {
    const floor = floorOf(file);
    if (!floor) return `${file}: expected a file of src/ in one of ${floors.map(({ folder }) => folder).join(", ")}`;
    if (from.startsWith("specs/")) return says("nothing in src/ knows what stands in specs/; the scripts hand it in");
    if (from.startsWith("node:") && !floor.usesNode && !nativeParts.some((part) => file.startsWith(part))) {
      return says(`${floor.folder}/ runs in a browser, so Node's modules are not for it`);
    }
    const target = floorOf(from);
    if (target && target !== floor && !floor.mayImport.includes(target.folder)) {
      return says(`${floor.folder}/ may import ${floor.mayImport.join(", ") || "nothing"}: ${floor.because}`);
    }
    if (["figure", "report"].includes(floor.folder) && training.some((module) => module === from)) {
      return says(`${floor.folder}/ trains nothing`);
    }
    const [own, other] = [engineOf(file), engineOf(from)];
    if (other && own !== other && floor.folder === "engine" && file !== listOfEngines) {
      return says("no engine imports another, nor does what they share: they are checked against each other");
    }
    if (floor.folder === "engine" && /^src\/language\/claim/.test(from)) return says("an engine knows no claim");
  }
  if (file.startsWith("specs/") && notForSources.some((folder) => from.startsWith(`src/${folder}/`))) {
    return says("a source says what is claimed, not how it is run, timed or shown");
  }
  return undefined;
}

function forbidTestRunner(file: string, from: string): string | undefined {
  if (!testPackages.some((name) => from === name || from.startsWith(`${name}/`))) return undefined;
  if (isTest(file) || file.startsWith("src/testing/")) return undefined;
  return `${file} imports ${from}: only tests and src/testing/ know the test runner`;
}

/** Files that import one another in a circle; each circle once, from its first file on. */
function cycles(modules: readonly Module[]): string[] {
  const targets = new Map(modules.map(({ file, imports }) => [file, imports.map(({ from }) => from)]));
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (file: string, path: readonly string[]) => {
    if (path.includes(file)) {
      found.push(`${[...path.slice(path.indexOf(file)), file].join(" imports ")}: files import in no circle`);
      return;
    }
    if (done.has(file)) return;
    for (const target of targets.get(file) ?? []) if (targets.has(target)) visit(target, [...path, file]);
    done.add(file);
  };
  for (const { file } of modules) visit(file, []);
  return found;
}

/** Modules for the browser that need Node through what they import, types aside. */
function browserLeaks(modules: readonly Module[]): string[] {
  const byFile = new Map(modules.map((module) => [module.file, module]));
  const isForBrowser = (file: string) => {
    const floor = floorOf(file);
    const [, part] = /^src\/engine\/([^/]+)\//.exec(file) ?? [];
    const isCore = part === undefined || part === "wasm";
    return floor !== undefined && !floor.usesNode && isCore && file !== listOfEngines;
  };
  return modules
    .filter(({ file }) => isForBrowser(file))
    .flatMap(({ file, imports }) => {
      const leak = imports.find(
        ({ from, isType }) => !isType && byFile.has(from) && !isForBrowser(from) && needsNode(from),
      );
      return leak
        ? [`${file} imports ${leak.from}, which needs Node: ${floorOf(file)?.folder}/ runs in a browser`]
        : [];
    });

  function needsNode(file: string, seen = new Set<string>()): boolean {
    if (seen.has(file)) return false;
    seen.add(file);
    return (byFile.get(file)?.imports ?? []).some(
      ({ from, isType }) => !isType && (from.startsWith("node:") || needsNode(from, seen)),
    );
  }
}

/** The compiler takes the JSX of a file without this line from whatever tsconfig.json stands in the user's folder. */
const jsxPragma = "/** @jsxRuntime automatic @jsxImportSource preact */\n";

const untoldJsx = (files: Files): string[] =>
  [...files]
    .filter(([file, text]) => file.endsWith(".tsx") && !isTest(file) && !text.startsWith(jsxPragma))
    .map(([file]) => `${file}: expected the first line ${jsxPragma.trim()}, or it only compiles in the suite's folder`);
