import { renameSync, rmSync, writeFileSync } from "node:fs";

/**
 * Writes a file under a temporary name in the same folder and renames it: a reader sees the old file or the new one, never half of
 * it. A symbolic link is replaced, not followed, so that nothing is written anywhere else.
 */
export function replaceFile(file: string, content: string): void {
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    rmSync(temporary, { force: true });
    writeFileSync(temporary, content, { flag: "wx" });
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}
