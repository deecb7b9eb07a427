import { relative } from "node:path";
import { execaSync } from "execa";
import { UsageError } from "../language/usage-error.ts";
import { parseRecord, recordFile, type StudyRecord } from "../study/record/record.ts";

/**
 * A claim is frozen before its first decisive trial, and a commit is what shows it.
 * @param folder of the repository's files, in or below which the records are
 * @throws {UsageError} if a registration is not in the last commit; outside of a repository nothing can be shown, and nothing is asked
 */
export function requireCommitted(folder: string, baselines: string, { source, registrations }: StudyRecord): void {
  const path = relative(folder, recordFile(baselines, source)).replaceAll("\\", "/");
  const git = (...words: string[]) => execaSync("git", words, { cwd: folder, reject: false });
  if (git("rev-parse", "HEAD").failed) return;
  const { failed, stdout } = git("show", `HEAD:./${path}`);
  const committed = failed ? {} : parseRecord(String(stdout), `${path} of the last commit`, source).registrations;
  const missing = Object.entries(registrations).filter(([id, all]) => !isSame(committed[id]?.at(-1), all.at(-1)));
  if (missing.length === 0) return;
  const [[first]] = missing;
  const others = missing.length > 1 ? ` and ${missing.length - 1} more` : "";
  throw new UsageError(
    `expected the registration of ${first}${others} in the last commit, as claims are frozen before their first decisive trial, ` +
      `got ${committed[first] ? "another" : "none"}; run \`npm run decide -- ${source} --register\` and commit ${path}`,
  );
}

type Registered = StudyRecord["registrations"][string][number];

const isSame = (one: Registered | undefined, other: Registered | undefined): boolean =>
  one?.hash === other?.hash && one?.version === other?.version && one?.from === other?.from;
