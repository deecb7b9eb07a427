import { SourceMap } from "node:module";
import { basename, dirname, join } from "node:path";
import { parse, type Token } from "acorn";
import { buildSync } from "esbuild";
import { analyze, type Reference, type Variable } from "eslint-scope";
import type { CallExpression, Node } from "estree";

/** A source's code as one module: what its names stand for, and where each piece was written. */
export interface Bundle {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly calls: readonly CallExpression[];
  /** Every use of a variable, by position. */
  readonly references: readonly Reference[];
  /** Position of a name → the variable that it declares or uses. */
  readonly variables: ReadonlyMap<number, Variable>;
  /** Positions of names that stand for a property's name and a variable at once: `{ name }`. */
  readonly shorthands: ReadonlySet<number>;
  parentOf(node: Node): Node | undefined;
  originOf(node: Node): Origin;
}

/** A place in a TypeScript file. */
export interface Origin {
  /** Relative to the folder of all sources, with "/" on every system. */
  readonly file: string;
  /** From 0. */
  readonly line: number;
  /** From 0. */
  readonly column: number;
}

/**
 * Bundles the file that a source is loaded from, and reads the result. Its text depends neither on where the folder of all
 * sources lies nor on the machine or Node: comments and types are gone, packages stay imports.
 * @param entry specs/<id>/claims.ts, absolute
 * @throws {Error} if a module is missing or is no TypeScript
 */
export function bundleOf(entry: string): Bundle {
  const root = dirname(dirname(entry));
  const { outputFiles } = buildSync({
    entryPoints: [join(basename(dirname(entry)), basename(entry))],
    absWorkingDir: root,
    outdir: root,
    bundle: true,
    write: false,
    sourcemap: "external",
    sourcesContent: false,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "es2022",
    charset: "utf8",
    legalComments: "none",
    logLevel: "silent",
    tsconfigRaw: "{}",
  });
  const [map, text] = [/\.map$/, /\.js$/].map((end) => outputFiles.find(({ path }) => end.test(path))!.text);
  const tokens: Token[] = [];
  const program = parse(text, {
    ecmaVersion: 2022,
    sourceType: "module",
    ranges: true,
    locations: true,
    onToken: tokens,
  }) as unknown as Node;
  const parents = parentsOf(program);
  const nodes = [...parents.keys()];
  return {
    text,
    tokens,
    calls: nodes.filter((node) => node.type === "CallExpression"),
    ...namesOf(program),
    shorthands: new Set(nodes.filter(isShorthand).map(startOf)),
    parentOf: (node) => parents.get(node),
    originOf: origins(map),
  };
}

export const startOf = (node: Node): number => node.range![0];

/** Whether a position, or a whole node, lies within a node. */
export const isWithin = (inner: number | Node, { range }: Node): boolean =>
  typeof inner === "number"
    ? inner >= range![0] && inner < range![1]
    : inner.range![0] >= range![0] && inner.range![1] <= range![1];

function namesOf(program: Node): Pick<Bundle, "references" | "variables"> {
  const { scopes } = analyze(program as never, { ecmaVersion: 2022, sourceType: "module" });
  const references = scopes
    .flatMap((scope) => scope.references)
    .sort((a, b) => startOf(a.identifier as Node) - startOf(b.identifier as Node));
  const declared = scopes.flatMap((scope) =>
    scope.variables.flatMap((variable) => variable.identifiers.map((name) => [startOf(name), variable] as const)),
  );
  const used = references.flatMap(({ identifier, resolved }) =>
    resolved ? [[startOf(identifier as Node), resolved] as const] : [],
  );
  return { references, variables: new Map([...declared, ...used]) };
}

/** Every node of a program → the node around it. */
function parentsOf(program: Node): ReadonlyMap<Node, Node | undefined> {
  const parents = new Map<Node, Node | undefined>([[program, undefined]]);
  const enter = (value: unknown, parent: Node): void => {
    if (Array.isArray(value)) for (const element of value) enter(element, parent);
    else if (isNode(value)) parents.set(value, parent);
  };
  for (const node of parents.keys()) {
    for (const key in node) enter(node[key as keyof Node], node); // the map grows while it is gone through
  }
  return parents;
}

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && typeof (value as Node).type === "string";

const isShorthand = (node: Node): boolean =>
  (node.type === "Property" && node.shorthand) ||
  (node.type === "ImportSpecifier" && startOf(node.imported) === startOf(node.local));

function origins(map: string): Bundle["originOf"] {
  const origin = new SourceMap(JSON.parse(map));
  return (node) => {
    const { line, column } = node.loc!.start;
    const found = origin.findEntry(line - 1, column);
    if (!("originalSource" in found)) throw new Error(`expected code of a file at ${line}:${column} of the bundle`);
    return { file: found.originalSource, line: found.originalLine, column: found.originalColumn };
  };
}
