// An outdated Node loads this file before it is rejected, so nothing here may need what Node 18 lacks, and everything else is
// imported later.
import { readFileSync } from "node:fs";
import { constants } from "node:os";
import { resolve } from "node:path";

/** The exit status of our own crash, as sysexits.h numbers it (EX_SOFTWARE). */
export const crashed = 70;

/** The exit status of bad usage, which includes an outdated Node. */
const badUsage = 2;

/** The environment variable that shows the stack of a crash. */
export const debugVariable = "GAN_REPRO_DEBUG";

const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Runs a program under the rules that all commands share: Node must be new enough, a signal ends it with one line, a
 * closed pipe does not, and a crash is one line and exit status 70.
 * @param run gets the command line, and returns the exit status
 */
export async function start(run: (argv: string[]) => Promise<number>): Promise<void> {
  const complaint = complaintAboutNode(process.versions.node);
  if (complaint) {
    console.error(`error: ${complaint}`);
    process.exitCode = badUsage;
    return;
  }
  surviveClosedPipes();
  for (const signal of signals) process.once(signal, () => interrupt(signal));
  process.on("uncaughtException", (error) => void crash(error));
  try {
    await resolveUsersVariables();
    const { prepareKernels } = await import("../trial/prepare-kernels.ts");
    prepareKernels();
    process.exitCode = await run(process.argv.slice(2));
  } catch (error) {
    await crash(error);
  }
}

/** What to say to a Node that is too old for package.json; undefined for one that is not. */
export function complaintAboutNode(version: string): string | undefined {
  const { engines } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
  const needed = String(engines.node).replace(">=", "");
  const [major, minor] = version.split(".").map(Number);
  const [neededMajor, neededMinor] = needed.split(".").map(Number);
  if (major > neededMajor || (major === neededMajor && minor >= neededMinor)) return undefined;
  return `expected Node ${needed} or newer, got ${version}; install a newer one from https://nodejs.org`;
}

/** A reader that leaves (`| head -1`) takes only its lines with it, not the training. Nor do lost lines of progress. */
function surviveClosedPipes(): void {
  process.stderr.on("error", () => {});
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") void crash(error);
  });
}

function interrupt(signal: (typeof signals)[number]): void {
  console.error(
    "\nInterrupted. Run the same command again: train and decide resume after their finished trials, reproduce begins anew.",
  );
  // As shells count: 128 + the signal's number.
  process.exit(128 + constants.signals[signal]);
}

/** A relative MNIST_DIR means the user's folder, as --store and --out do, also in the threads that inherit it. */
async function resolveUsersVariables(): Promise<void> {
  if (!process.env.MNIST_DIR) return;
  const { userFolder } = await import("./folders.ts");
  process.env.MNIST_DIR = resolve(userFolder(), process.env.MNIST_DIR);
}

/** Reports an uncaught error and ends the process. */
async function crash(error: unknown): Promise<never> {
  const remedy = await remedyFor(error);
  console.error(remedy ? `error: ${remedy}` : crashText(error));
  process.exit(remedy ? badUsage : crashed);
}

/** What the user can do about an error; undefined if nothing. */
async function remedyFor(error: unknown): Promise<string | undefined> {
  const mendable = await import("./mendable.ts").catch(() => undefined);
  return mendable?.isMendable(error) ? error.message : mendable?.refusalOfSystem(error);
}

/** One line, with the place in our code; the whole stack when asked for. */
export function crashText(error: unknown, environment = process.env): string {
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
  const what = `${name}: ${message.split("\n")[0]}`;
  if (environment[debugVariable]) {
    return `gan-repro crashed: ${stack ?? what}`;
  }
  const [, place] = /\(?(?:file:\/\/)?[^\s(]*?\/((?:src|specs|scripts)\/[^\s)]+:\d+):\d+\)?/.exec(stack ?? "") ?? [];
  return `gan-repro crashed: ${what}${place ? ` (${place})` : ""}. This is a bug in the program, not in your command; finished trials are kept. Rerun it with ${debugVariable}=1 and report the output.`;
}
