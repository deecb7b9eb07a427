import { existsSync, mkdtempSync, readdirSync, realpathSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { isAbsolute, join, resolve } from "node:path";
import { execa } from "execa";
import { expect, test } from "vitest";
import { arms } from "../specs/bias-game/arms.ts";
import { suiteFolder } from "../src/cli/folders.ts";

/** A folder of a user with a project of their own, whose JSX is React's. */
function elsewhere(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "gan-repro-elsewhere-")));
  writeFileSync(join(folder, "tsconfig.json"), '{ "compilerOptions": { "jsx": "react" } }');
  return folder;
}

const script = (name: string) => [join(suiteFolder, "node_modules/.bin/tsx"), join(suiteFolder, `scripts/${name}.ts`)];
const npm = (name: string) => ["npm", "--prefix", suiteFolder, "run", name, "--"];

test.each([
  ["tsx by its path", script],
  ["npm --prefix", npm],
])(
  "started from another folder with %s, it writes there and says where",
  async (_, command) => {
    const cwd = elsewhere();
    const run = async (name: string, ...options: string[]) => {
      const [program, ...rest] = command(name);
      const { exitCode, stdout, stderr } = await execa(program, [...rest, ...options], { cwd, reject: false });
      expect(exitCode, stderr).toBe(0);
      return String(stdout);
    };
    await run("train", "bias-game", "--seeds", "1", "--store", "./mystore");
    expect(readdirSync(join(cwd, "mystore"))).toHaveLength(Object.keys(arms).length);
    // A claim of algebra, for which nothing is trained again.
    const stdout = await run("reproduce", "bias-game/threshold-is-idle", "--store", "./mystore", "--out", "myout");
    expect(readdirSync(cwd).sort()).toEqual(["myout", "mystore", "tsconfig.json"]);
    const page = /^report: (.*)$/m.exec(stdout)?.[1] ?? "";
    expect(existsSync(resolve(cwd, page)), page).toBe(true);
    expect(existsSync(join(suiteFolder, "myout"))).toBe(false);
    expect(isAbsolute(page)).toBe(command === npm);
  },
  300_000,
);
