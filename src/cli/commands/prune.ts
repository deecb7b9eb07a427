import { Option } from "commander";
import { type Census, censusOf, removeFiles, type StoredFile } from "../../trial/census.ts";
import { openStore } from "../../trial/store.ts";
import type { SuiteCommand } from "../command.ts";
import { storeOption } from "../options.ts";

interface PruneOptions {
  readonly store: string;
  readonly remove?: boolean;
}

/** `npm run prune`: lists trials in a store that this code cannot use, and deletes them with `--remove`. */
export const pruneCommand: SuiteCommand<PruneOptions> = {
  name: "prune",
  description:
    "Lists trials left in a store by other versions of the code, and damaged files that were set aside. " +
    "Trials of the current code are never removed, regardless of their source, seeds or engine.",
  options: [storeOption(), new Option("--remove", "remove them")],
  async act(_, { store, remove }) {
    const census = censusOf(openStore(store));
    const unused = [...census.otherCode, ...census.damaged];
    if (remove) removeFiles(unused);
    for (const line of linesOf(store, census, remove ?? false)) console.log(line);
    return 0;
  },
};

/** What is said of a store. @param areRemoved whether what nobody asks for is gone */
export function linesOf(
  folder: string,
  { current, otherCode, damaged, unknown }: Census,
  areRemoved: boolean,
): string[] {
  const unused = [...otherCode, ...damaged];
  return [
    `${folder}: ${amount(current, "trial")} of the current code`,
    ...[...groupsOf(otherCode)].map(([what, files]) => `  ${amount(files, "trial")} of other code: ${what}`),
    ...(damaged.length > 0 ? [`  ${amount(damaged, "damaged file")}, set aside`] : []),
    ...(unknown.length > 0 ? [`  ${amount(unknown, "file")} that cannot be read as a trial; left alone`] : []),
    unused.length === 0
      ? "nothing to remove"
      : areRemoved
        ? `removed ${amount(unused, "file")}`
        : `nothing was removed; \`npm run prune -- --remove\` removes ${amount(unused, "file")}`,
  ];
}

function groupsOf(files: readonly StoredFile[]): Map<string, StoredFile[]> {
  const groups = new Map<string, StoredFile[]>();
  for (const file of files) {
    const { kind, engine, code } = file.trial ?? { kind: "unknown", engine: "unknown", code: "unknown" };
    const what = `${kind} on ${engine}, code ${code.slice(0, 12)}`;
    groups.set(what, [...(groups.get(what) ?? []), file]);
  }
  return groups;
}

function amount(files: readonly StoredFile[], noun: string): string {
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  return `${files.length} ${noun}${files.length === 1 ? "" : "s"} (${(bytes / 1e6).toFixed(1)} MB)`;
}
