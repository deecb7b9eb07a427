import { mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execa, execaSync } from "execa";
import { UsageError } from "../language/usage-error.ts";

/** A commit of this repository in a folder of its own, with its packages installed. */
export interface Checkout {
  /** Its first twelve digits. */
  readonly commit: string;
  readonly folder: string;
}

/**
 * Does work on another commit: in a git worktree under the system's temporary folder, which is removed however the work or
 * the whole program ends.
 * @param suite the folder of this program
 * @param say gets a line at a time
 * @throws {UsageError} if git knows no such commit, or its packages cannot be installed
 */
export async function withCheckout<T>(
  ref: string,
  suite: string,
  say: (line: string) => void,
  work: (checkout: Checkout) => Promise<T>,
): Promise<T> {
  const commit = await commitNamed(ref, suite);
  const parent = mkdtempSync(join(tmpdir(), "gan-repro-against-"));
  const folder = join(parent, commit);
  const modules = join(folder, "node_modules");
  const remove = () => {
    // A link is removed before what it is in, so that what it leads to stays whatever happens.
    rmSync(modules, { force: true, recursive: true });
    execaSync("git", ["worktree", "remove", "--force", folder], { cwd: suite, reject: false });
    rmSync(parent, { force: true, recursive: true });
  };
  process.once("exit", remove);
  try {
    const { failed, stderr } = await execa("git", [...noHooks, "worktree", "add", "--detach", folder, commit], {
      cwd: suite,
      reject: false,
    });
    if (failed) throw new UsageError(`expected git to check out ${ref}, got ${lastLine(stderr)}`);
    await install(suite, folder, modules, say);
    return await work({ commit, folder });
  } finally {
    process.off("exit", remove);
    remove();
  }
}

/** @throws {UsageError} if it is none */
async function commitNamed(ref: string, suite: string): Promise<string> {
  const { exitCode, stdout, stderr } = await execa(
    "git",
    ["rev-parse", "--verify", "--quiet", "--short=12", "--end-of-options", `${ref}^{commit}`],
    { cwd: suite, reject: false },
  );
  if (exitCode === 0) return stdout.trim();
  const why = stderr ? lastLine(stderr) : "git knows none of that name here; git fetch may bring it";
  throw new UsageError(`expected a commit, a tag or a branch to compare with, got "${ref}": ${why}`);
}

/** Links this program's packages where the commit has the same, and installs its own otherwise. */
async function install(suite: string, folder: string, modules: string, say: (line: string) => void): Promise<void> {
  if (lockOf(suite) === lockOf(folder)) {
    symlinkSync(join(suite, "node_modules"), modules, "junction");
    return;
  }
  say("its packages differ from these: npm ci");
  const { failed, stderr } = await execa("npm", ["ci", "--no-audit", "--no-fund"], {
    cwd: folder,
    reject: false,
    stdin: "ignore",
  });
  if (failed) throw new UsageError(`expected npm ci to install the commit's packages, got ${lastLine(stderr)}`);
}

function lockOf(folder: string): string | undefined {
  try {
    return readFileSync(join(folder, "package-lock.json"), "utf8");
  } catch {
    return undefined;
  }
}

/** What somebody has git do after a checkout is not for this one. */
const noHooks = ["-c", "core.hooksPath=/dev/null"];

const lastLine = (text: unknown): string => String(text).trim().split("\n").at(-1) ?? "";
