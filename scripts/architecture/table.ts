import { floors } from "./floors.ts";

/** The table of docs/architecture.md: what each folder holds, may import, and why. */
export function floorsTable(): string {
  const rows = [...floors].reverse().map(({ folder, holds, because, usesNode }) => {
    const own = importsText(folder);
    return `| \`${folder}/\` | ${holds} | ${own} | ${usesNode ? "yes" : "no"} | ${because} |`;
  });
  return ["| folder of `src/` | holds | may import | uses Node | because |", "|---|---|---|---|---|", ...rows].join(
    "\n",
  );
}

/** "everything below", or the folders by name, or what is left out where that is shorter. */
function importsText(folder: string): string {
  const position = floors.findIndex((floor) => floor.folder === folder);
  const below = floors.slice(0, position).map((floor) => floor.folder);
  const allowed = below.filter((name) => floors[position].mayImport.includes(name));
  const missing = below.filter((name) => !allowed.includes(name));
  if (below.length === 0) return "nothing";
  if (missing.length === 0) return "everything below";
  const list = (names: readonly string[]) => names.map((name) => `\`${name}\``).join(", ");
  return missing.length < allowed.length ? `everything below but ${list(missing)}` : list(allowed);
}
