import { existsSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execaSync } from "execa";
import { expect, test } from "vitest";
import { withCheckout } from "./checkout.ts";

/** A repository of two commits with the same packages, the first tagged "before". */
function repository(): string {
  const folder = mkdtempSync(join(tmpdir(), "repository-"));
  const git = (...words: string[]) =>
    execaSync("git", ["-c", "user.name=Test", "-c", "user.email=test@example.org", ...words], { cwd: folder });
  git("init", "--quiet");
  writeFileSync(join(folder, "package-lock.json"), "{}");
  writeFileSync(join(folder, "said.txt"), "before");
  git("add", ".");
  git("commit", "--quiet", "--message", "before");
  git("tag", "before");
  writeFileSync(join(folder, "said.txt"), "after");
  git("commit", "--quiet", "--all", "--message", "after");
  mkdirSync(join(folder, "node_modules", "one"), { recursive: true });
  return folder;
}

const worktrees = (folder: string): number =>
  execaSync("git", ["worktree", "list"], { cwd: folder }).stdout.trim().split("\n").length;

const silent = () => {};

test("a commit has a folder with the same packages while it is worked on, and none afterwards", async () => {
  const folder = repository();
  const at = await withCheckout("before", folder, silent, async (checkout) => {
    expect(readdirSync(checkout.folder).sort()).toEqual([".git", "node_modules", "package-lock.json", "said.txt"]);
    expect(lstatSync(join(checkout.folder, "node_modules")).isSymbolicLink()).toBe(true);
    expect(worktrees(folder)).toBe(2);
    return checkout.folder;
  });
  expect(existsSync(at)).toBe(false);
  expect(worktrees(folder)).toBe(1);
  expect(existsSync(join(folder, "node_modules", "one"))).toBe(true);
});

test("it is removed when the work fails, and nothing is left to run at the end of the program", async () => {
  const folder = repository();
  const before = process.listenerCount("exit");
  const failing = withCheckout("before", folder, silent, async () => Promise.reject(new Error("too slow")));
  await expect(failing).rejects.toThrow("too slow");
  expect(worktrees(folder)).toBe(1);
  expect(process.listenerCount("exit")).toBe(before);
});

test.each(["nothing", "", "--help", "before:said.txt"])("%j is no commit: one line", async (ref) => {
  const refused = withCheckout(ref, repository(), silent, async () => expect.unreachable());
  await expect(refused).rejects.toThrow(`expected a commit, a tag or a branch to compare with, got "${ref}": `);
});

test("a folder that git does not know is one line", async () => {
  const refused = withCheckout("HEAD", mkdtempSync(join(tmpdir(), "no-repository-")), silent, async () => 0);
  await expect(refused).rejects.toThrow(/^expected a commit, .* got "HEAD": fatal: not a git repository/);
});
