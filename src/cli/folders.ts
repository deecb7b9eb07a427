import { realpathSync } from "node:fs";
import { isAbsolute, join, relative, resolve } from "node:path";

/** The folder of this program, regardless of the current folder. */
export const suiteFolder = resolve(import.meta.dirname, "../..");

/** The user's current folder: npm runs scripts in the suite's folder, and stores the folder it was called from in INIT_CWD. */
export function userFolder(environment: NodeJS.ProcessEnv = process.env): string {
  const { INIT_CWD, npm_package_json } = environment;
  const isRunByNpm = npm_package_json !== undefined && isSame(npm_package_json, join(suiteFolder, "package.json"));
  return INIT_CWD && isRunByNpm && isSame(process.cwd(), suiteFolder) ? INIT_CWD : process.cwd();
}

/** A path that the user wrote, in the form of {@link pathFromHere}. */
export const userPath = (path: string): string => pathFromHere(resolve(userFolder(), path));

/** The path of one of the suite's own files, in the form of {@link pathFromHere}. */
export const suitePath = (...parts: string[]): string => pathFromHere(join(suiteFolder, ...parts));

/**
 * A path that names the same file for this process and for the user who reads it in a message: relative where both stand
 * in one folder and the file is below it, else absolute.
 */
export function pathFromHere(absolute: string): string {
  if (userFolder() !== process.cwd()) return absolute;
  const path = relative(process.cwd(), absolute);
  return path === "" || path.startsWith("..") || isAbsolute(path) ? absolute : path;
}

function isSame(one: string, other: string): boolean {
  try {
    return realpathSync(one) === realpathSync(other);
  } catch {
    return false;
  }
}
