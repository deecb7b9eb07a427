import { accessSync, constants, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Job } from "./job.ts";
import { removeLeftovers, temporaryName } from "./temporary.ts";
import type { Trial } from "./trial.ts";
import { decodeTrial, encodeTrial, TrialFileError } from "./trial-file.ts";

/** A folder of trials named by their keys. Stores merge by copying their files together. */
export interface Store {
  readonly folder: string;
  /**
   * The trial, or undefined if there is none.
   * @throws {DamagedTrialError} if the file is damaged or holds another trial
   * @throws {StoreError} if the file cannot be read, whatever is in it
   */
  read(job: Job): Trial | undefined;
  /**
   * Makes the folder if it is missing, and removes what killed processes left half-written.
   * @throws {StoreError} if it cannot be written to
   */
  prepareToWrite(): void;
  /**
   * Writes under a temporary name and renames: a trial is there whole or not at all.
   * @throws {StoreError} if it cannot be written; nothing of it is left behind
   */
  write(job: Job, trial: Trial): void;
  /** Renames a damaged file to `<key>.damaged`. @returns its new path @throws {StoreError} if it cannot be renamed */
  setAside(job: Job): string;
}

/** A stored file that fails its checksum, cannot be understood, or is not the trial that its name promises. */
export class DamagedTrialError extends Error {
  override name = "DamagedTrialError";
}

/** A folder or a file of it that cannot be read or written. Says nothing about the trials in it. */
export class StoreError extends Error {
  override name = "StoreError";
}

/**
 * A store that is read from a folder. The folder may be missing, and need not be writable until something is written.
 * @throws {StoreError} if there is something else than a folder
 */
export function openStore(folder: string): Store {
  requireFolder(folder);
  const path = (key: string) => join(folder, `${key}.safetensors`);
  return {
    folder,
    read: (job) => readTrial(path(job.key), job),
    prepareToWrite() {
      attempt(() => {
        mkdirSync(folder, { recursive: true });
        accessSync(folder, constants.W_OK);
        removeLeftovers(folder);
      }, notWritable(folder));
    },
    write(job, trial) {
      const [file, temporary] = [path(job.key), join(folder, temporaryName(`${job.key}.safetensors`))];
      const bytes = encodeTrial(job, trial);
      try {
        mkdirSync(folder, { recursive: true });
        writeFileSync(temporary, bytes);
        renameSync(temporary, file);
      } catch (error) {
        removeIfPossible(temporary);
        throw new StoreError(`expected to write ${file}, got ${(error as Error).message}; ${remedyOf(error)}`);
      }
    },
    setAside({ key }) {
      const aside = join(folder, `${key}.damaged`);
      attempt(
        () => renameSync(path(key), aside),
        (reason) => `expected to rename the damaged ${path(key)} to ${aside}, got ${reason}; remove it by hand`,
      );
      return aside;
    },
  };
}

/** Whether an error is the file system's, and this one if a code is given. */
export const isErrno = (error: unknown, code?: string): boolean =>
  error instanceof Error && "code" in error && (code === undefined || error.code === code);

/** Runs file operations; every error becomes one line of a {@link StoreError}. */
function attempt<T>(operation: () => T, line: (reason: string) => string): T {
  try {
    return operation();
  } catch (error) {
    throw new StoreError(line((error as Error).message));
  }
}

const notWritable = (folder: string) => (reason: string) =>
  `expected a folder to write trials to, got ${folder}: ${reason}; choose another with --store`;

/** @param at the folder or one above it: a file further up is an error of its own in some versions of Node, in others just no such folder */
function requireFolder(folder: string, at: string = folder): void {
  const stats = attempt(() => statSync(at, { throwIfNoEntry: false }), notWritable(folder));
  if (stats?.isDirectory()) return;
  if (stats) throw new StoreError(notWritable(folder)(at === folder ? "it is no folder" : `${at} is no folder`));
  if (dirname(at) !== at) requireFolder(folder, dirname(at));
}

/** Only what the bytes say makes a trial damaged; that they cannot be read says nothing about them. */
function readTrial(path: string, job: Job): Trial | undefined {
  const bytes = bytesOf(path);
  if (!bytes) return undefined;
  try {
    return decodeTrial(bytes, job);
  } catch (error) {
    if (error instanceof TrialFileError) throw new DamagedTrialError(`${path} ${error.message}`);
    throw unreadable(path, error);
  }
}

function bytesOf(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch (error) {
    if (isErrno(error, "ENOENT")) return undefined;
    throw unreadable(path, error);
  }
}

const unreadable = (path: string, error: unknown): StoreError =>
  new StoreError(
    `expected to read ${path}, got ${(error as Error).message}; nothing was removed: once it can be read (or is gone), rerun the same command to resume`,
  );

function remedyOf(error: unknown): string {
  const rerun = "rerun the same command to resume: every finished trial is kept";
  switch ((error as NodeJS.ErrnoException).code) {
    case "ENOSPC":
    case "EDQUOT":
      return `free some space and ${rerun}`;
    case "EFBIG":
      return `raise the limit on the size of files (ulimit -f) and ${rerun}`;
    case "EMFILE":
    case "ENFILE":
      return `raise the limit on open files (ulimit -n) and ${rerun}`;
    default:
      return `once it can be written, ${rerun}`;
  }
}

/** What stopped the writing may also stop this; the next run removes it then. */
function removeIfPossible(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {}
}
