import { cpSync, mkdtempSync, readFileSync, realpathSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execa } from "execa";
import { expect, test } from "vitest";
import { suiteFolder } from "../../src/cli/folders.ts";
import { readResults } from "../../src/report/results.ts";
import { stepsOf, write } from "./steps.ts";

/** A copy of what the program consists of. */
function copy(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "gan-repro-contributing-")));
  for (const name of [
    "src",
    "specs",
    "scripts",
    "package.json",
    "package-lock.json",
    "tsconfig.json",
    "vitest.config.ts",
  ]) {
    cpSync(join(suiteFolder, name), join(folder, name), { recursive: true });
  }
  symlinkSync(join(suiteFolder, "node_modules"), join(folder, "node_modules"));
  return folder;
}

/** Without what this test run tells its own processes. */
const env = { ...process.env, VITEST: undefined, NODE_OPTIONS: undefined, NODE_ENV: undefined, INIT_CWD: undefined };

test("every recipe of CONTRIBUTING.md works as it stands there", async () => {
  const cwd = copy();
  const run = async (command: string) => {
    const { exitCode, all } = await execa(command, {
      cwd,
      env,
      extendEnv: false,
      shell: true,
      reject: false,
      all: true,
    });
    expect(exitCode, `${command}\n${all}`).toBe(0);
  };
  const judged = (id: string) =>
    readResults(join(cwd, "reports/results.json")).results.claims.find((claim) => claim.id === id);

  for (const step of stepsOf(readFileSync(join(suiteFolder, "CONTRIBUTING.md"), "utf8"))) {
    if (step.kind !== "run") write(cwd, step);
    else await run(step.command);
    if (step.kind === "run" && step.command === "npm run reproduce -- bias-game") {
      expect(judged("bias-game/settles-between-the-step-sizes")).toMatchObject({
        verdict: "reproduced",
        control: { verdict: "contradicted" },
      });
    }
  }
  expect(judged("lecture-notes/finds-the-mean")).toMatchObject({
    verdict: "reproduced",
    control: { verdict: "contradicted" },
  });
  expect(judged("lecture-notes/extragradient-arrives")).toMatchObject({
    verdict: "reproduced",
    control: { verdict: "contradicted" },
  });
  await run("npx tsc");
  await run("npx tsx scripts/check-architecture.ts");
});
