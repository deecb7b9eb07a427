import type { Variable } from "eslint-scope";
import type { ForOfStatement, Node, ObjectExpression, Pattern } from "estree";
import { type Bundle, isWithin, startOf } from "./bundle.ts";
import { changesOf } from "./uses.ts";

/** One turn of a loop over a table that is written down. */
export interface Turn {
  readonly loop: ForOfStatement;
  /** From 0. */
  readonly index: number;
}

/** What a variable has for each turn of a loop: a value, a property with that value, or nothing. */
export interface Column {
  readonly loop: ForOfStatement;
  readonly cells: readonly (Node | undefined)[];
}

/**
 * Where a variable of `for (const [a, b] of table)`, of `for (const { a, b } of table)` or of `const { a, b } = row` in
 * `for (const row of table)` has its values from: its column of the table.
 * @returns undefined if the table is not written down, or the variable does not simply stand for a column
 */
export function columnOf(bundle: Bundle, variable: Variable): Column | undefined {
  const [definition] = variable.defs;
  if (definition?.type !== "Variable") return undefined;
  const { id, init } = definition.node;
  const row = init?.type === "Identifier" ? bundle.variables.get(startOf(init))?.defs[0] : definition;
  if (row?.type !== "Variable" || (row !== definition && row.node.id.type !== "Identifier")) return undefined;
  const loop = loopOver(bundle, row.parent);
  const rows = loop && rowsOf(bundle, loop.right);
  if (!rows) return undefined;
  const name = variable.identifiers[0];
  const cells =
    id.type === "ArrayPattern"
      ? cellsAt(rows, indexIn(id.elements, name))
      : id.type === "ObjectPattern"
        ? cellsNamed(rows, keyIn(id.properties, name))
        : undefined;
  return cells && { loop, cells };
}

function loopOver(bundle: Bundle, declaration: Node): ForOfStatement | undefined {
  const loop = bundle.parentOf(declaration);
  return loop?.type === "ForOfStatement" && loop.left === declaration ? loop : undefined;
}

/** The rows of a table that is written down, and of those that it takes in by name. */
function rowsOf(bundle: Bundle, table: Node): readonly Node[] | undefined {
  const written = table.type === "Identifier" ? initialValue(bundle, table) : table;
  if (written?.type !== "ArrayExpression") return undefined;
  const rows = written.elements.map((row) => {
    if (row === null) return undefined;
    return row.type === "SpreadElement" ? rowsOf(bundle, row.argument) : [row];
  });
  return rows.every((some) => some !== undefined) ? rows.flat() : undefined;
}

/** What a name stands for, if that never changes. */
export function initialValue(bundle: Bundle, name: Node): Node | undefined {
  const variable = bundle.variables.get(startOf(name));
  const [definition, ...more] = variable?.defs ?? [];
  if (definition?.type !== "Variable" || more.length > 0 || changesOf(bundle, variable!).length > 0) return undefined;
  const declarator = definition.node;
  return declarator.id.type === "Identifier" ? (declarator.init ?? undefined) : undefined;
}

/** Of a name that is taken as it is, without a default. */
const indexIn = (elements: readonly (Pattern | null)[], name: Node): number =>
  elements.findIndex((element) => element?.type === "Identifier" && isWithin(name, element));

function keyIn(properties: readonly Node[], name: Node): string | undefined {
  const found = properties.find(
    (property) =>
      property.type === "Property" && property.value.type === "Identifier" && isWithin(name, property.value as Node),
  );
  return found && keyOf(found);
}

export function keyOf(property: Node): string | undefined {
  if (property.type !== "Property" || property.computed) return undefined;
  return property.key.type === "Identifier"
    ? property.key.name
    : property.key.type === "Literal"
      ? String(property.key.value)
      : undefined;
}

function cellsAt(rows: readonly Node[], index: number): Column["cells"] | undefined {
  if (index < 0) return undefined;
  const lists = rows.map((row) => (row.type === "ArrayExpression" ? row.elements : undefined));
  const isPlainList = (list: (typeof lists)[number]) => list?.every((cell) => cell?.type !== "SpreadElement");
  return lists.every(isPlainList) ? lists.map((list) => list?.[index] ?? undefined) : undefined;
}

function cellsNamed(rows: readonly Node[], key: string | undefined): Column["cells"] | undefined {
  if (key === undefined || !rows.every(isPlain)) return undefined;
  return (rows as readonly ObjectExpression[]).map(({ properties }) =>
    properties.find((property) => keyOf(property) === key),
  );
}

const isPlain = (row: Node): boolean =>
  row.type === "ObjectExpression" && row.properties.every((property) => keyOf(property) !== undefined);
