import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execaSync } from "execa";
import { expect, test } from "vitest";
import { UsageError } from "../language/usage-error.ts";
import { recordFile, writeRecord } from "../study/record/record.ts";
import { registered, small } from "../study/study.fixture.ts";
import { requireCommitted } from "./registered.ts";

const record = registered(small);
const id = "small/is-narrow";
const [registration] = record.registrations[id];

/** A folder with a record, and what asks whether its registrations are committed. */
function repository() {
  const folder = mkdtempSync(join(tmpdir(), "gan-repro-registered-"));
  const baselines = join(folder, "baselines");
  const git = (...words: string[]) =>
    execaSync("git", ["-c", "user.name=A", "-c", "user.email=a@example.org", ...words], { cwd: folder });
  return {
    git,
    file: recordFile(baselines, "small"),
    write: (one = record) => writeRecord(baselines, one),
    ask: (one = record) => requireCommitted(folder, baselines, one),
  };
}

function committed() {
  const made = repository();
  made.git("init", "-q");
  made.write();
  made.git("add", ".");
  made.git("commit", "-qm", "Register");
  return made;
}

test("a registration of the last commit lets decide begin, whatever was decided since", () => {
  const { ask, write } = committed();
  ask();
  write({ ...record, decisions: {} });
  ask({ ...record, runs: [] });
});

test("one that is written but not committed does not", () => {
  const { git, write, ask } = repository();
  git("init", "-q");
  git("commit", "-q", "--allow-empty", "-m", "Nothing");
  write();
  expect(ask).toThrow(UsageError);
  expect(ask).toThrow(
    "expected the registration of small/is-narrow and 2 more in the last commit, as claims are frozen before their first " +
      "decisive trial, got none; run `npm run decide -- small --register` and commit baselines/small/record.json",
  );
});

test.each([
  ["another hash", { hash: "0".repeat(64) }],
  ["another version", { version: 2 }],
  ["an earlier first seed", { from: 900 }],
])("%s than the committed one does not", (_, changes) => {
  const { ask } = committed();
  const registrations = { ...record.registrations, [id]: [{ ...registration, ...changes }] };
  expect(() => ask({ ...record, registrations })).toThrow(`expected the registration of ${id} in the last commit`);
});

test("a committed record that is damaged is one line", () => {
  const { git, ask, file } = committed();
  writeFileSync(file, "{");
  git("commit", "-qam", "Half a file");
  expect(ask).toThrow(/^expected the record of small in .* of the last commit, got [^\n]*$/);
});

test("outside of a repository nothing is asked", () => {
  const { ask, write } = repository();
  write();
  ask();
});
