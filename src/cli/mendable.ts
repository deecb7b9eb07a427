import { MnistError } from "../data/mnist.ts";
import { EngineError } from "../engine/engine.ts";
import { UsageError } from "../language/usage-error.ts";
import { ResultsError } from "../report/results.ts";
import { StoreError } from "../trial/store.ts";

/** Errors whose message says what the user can do about them. */
const mendable = [UsageError, EngineError, StoreError, ResultsError, MnistError];

/** Errors of the operating system, and what the user can do about them. */
const refusals: Readonly<Record<string, string>> = {
  ENOSPC: "free some space on that disk",
  EDQUOT: "free some of your quota on that disk",
  EFBIG: "raise the limit on the size of files (ulimit -f)",
  EROFS: "choose a folder that can be written to",
  EACCES: "choose a folder that you may read and write",
  EPERM: "choose a folder that you may read and write",
  EMFILE: "raise the limit on open files (ulimit -n)",
  ENFILE: "close programs that have many files open",
  ENOMEM: "free some memory, or use fewer --workers",
};

/** Whether the user can fix an error, and its message is one line that says how. */
export const isMendable = (error: unknown): error is Error => mendable.some((kind) => error instanceof kind);

/**
 * An error of the operating system, or memory that ran out, as a line that says what to do; undefined for anything else.
 * By the message, because errors that cross from a worker thread keep nothing else.
 */
export function refusalOfSystem(error: unknown): string | undefined {
  const message = error instanceof Error ? error.message : "";
  const [, code = ""] = /^(E[A-Z]+): /.exec(message) ?? [];
  if (code in refusals) return `${message}; ${refusals[code]} and run the same command to resume`;
  if (/WebAssembly.*: (Out of memory|could not allocate memory)/i.test(message)) {
    return `${message}; each thread reserves 10 GB of address space; raise the limit (ulimit -v unlimited) or use fewer --workers`;
  }
  return undefined;
}
