import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { suiteFolder } from "../../src/cli/folders.ts";
import { readResults } from "../../src/report/results.ts";
import { copiedSuite } from "../copied-suite.ts";
import { stepsOf, write } from "./steps.ts";

const asItMust = {
  verdict: "reproduced",
  controls: { negative: { verdict: "contradicted" }, positive: { verdict: "reproduced" } },
};

test("every recipe of CONTRIBUTING.md works as it stands there", async () => {
  const copy = copiedSuite();
  const run = async (command: string) => {
    const { exitCode, all } = await copy.run(command);
    expect(exitCode, `${command}\n${all}`).toBe(0);
  };
  const judged = (id: string) =>
    readResults(join(copy.folder, "reports/results.json")).claims.find((claim) => claim.id === id);

  for (const step of stepsOf(readFileSync(join(suiteFolder, "CONTRIBUTING.md"), "utf8"))) {
    if (step.kind !== "run") write(copy.folder, step);
    else await run(step.command);
    if (step.kind === "run" && step.command.startsWith("npm run reproduce -- bias-game")) {
      expect(judged("bias-game/settles-between-the-step-sizes")).toMatchObject(asItMust);
    }
  }
  expect(judged("lecture-notes/finds-the-mean")).toMatchObject(asItMust);
  expect(judged("lecture-notes/extragradient-arrives")).toMatchObject(asItMust);
  await run("npx tsc");
  await run("npx tsx scripts/check-architecture.ts");
});
