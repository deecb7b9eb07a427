import { cpSync, mkdtempSync, realpathSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { execa } from "execa";
import { suiteFolder } from "../src/cli/folders.ts";

/** What the program consists of, with its committed figures. */
const parts = [
  ...["src", "specs", "scripts", "baselines"],
  ...["package.json", "package-lock.json", "tsconfig.json", "vitest.config.ts"],
];

/** Without what a test run tells its own processes. */
const env = { ...process.env, VITEST: undefined, NODE_OPTIONS: undefined, NODE_ENV: undefined, INIT_CWD: undefined };

/**
 * A copy of the program in a folder that is no git repository, where nothing is asked to be committed. Its records are empty, so that
 * what is decided there takes no more than a few seeds.
 */
export function copiedSuite(): { readonly folder: string; run(command: string): Promise<Ran> } {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "gan-repro-copy-")));
  for (const name of parts) {
    cpSync(join(suiteFolder, name), join(folder, name), {
      recursive: true,
      filter: (file) => basename(file) !== "record.json",
    });
  }
  symlinkSync(join(suiteFolder, "node_modules"), join(folder, "node_modules"));
  return {
    folder,
    async run(command) {
      const how = { cwd: folder, env, extendEnv: false, shell: true, reject: false, all: true } as const;
      const { exitCode, stdout, stderr, all } = await execa(command, how);
      return { exitCode, stdout, stderr, all };
    },
  };
}

export interface Ran {
  readonly exitCode: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
  /** Both of them. */
  readonly all: string;
}
