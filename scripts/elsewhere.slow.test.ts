import { existsSync, mkdtempSync, readdirSync, realpathSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { isAbsolute, join, resolve } from "node:path";
import { execa } from "execa";
import { expect, test } from "vitest";
import { suiteFolder } from "../src/cli/folders.ts";

/** A folder of a user with a project of their own, whose JSX is React's. */
function elsewhere(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "gan-repro-elsewhere-")));
  writeFileSync(join(folder, "tsconfig.json"), '{ "compilerOptions": { "jsx": "react" } }');
  return folder;
}

const options = ["bias-game", "--seeds", "1", "--store", "./mystore", "--out", "myout"];

test.each([
  [
    "tsx by its path",
    [join(suiteFolder, "node_modules/.bin/tsx"), join(suiteFolder, "scripts/reproduce.ts"), ...options],
  ],
  ["npm --prefix", ["npm", "--prefix", suiteFolder, "run", "reproduce", "--", ...options]],
])(
  "started from another folder with %s, it writes there and says where",
  async (_, [program, ...rest]) => {
    const cwd = elsewhere();
    const { exitCode, stdout, stderr } = await execa(program, rest, { cwd, reject: false });
    expect(exitCode, stderr).toBe(0);
    expect(readdirSync(cwd).sort()).toEqual(["myout", "mystore", "tsconfig.json"]);
    expect(readdirSync(join(cwd, "mystore"))).toHaveLength(18); // one trial an arm
    const page = /^report: (.*)$/m.exec(stdout)?.[1] ?? "";
    expect(existsSync(resolve(cwd, page)), page).toBe(true);
    expect(existsSync(join(suiteFolder, "myout"))).toBe(false);
    expect(isAbsolute(page)).toBe(program === "npm");
  },
  300_000,
);
