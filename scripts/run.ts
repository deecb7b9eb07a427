import { type Command, CommanderError } from "commander";
import { MnistError } from "../src/data/mnist.ts";
import { EngineError } from "../src/engine/engine.ts";
import { ResultsError } from "../src/report/results.ts";
import { UsageError } from "../src/reproduction/usage-error.ts";
import { StoreError } from "../src/trials/store.ts";

/** Exit status of a command that was asked for something that cannot be. */
const badUsage = 2;
/** 128 + SIGINT, as shells count. */
const interrupted = 130;

/**
 * Runs a command and sets the exit status: what `action` returns, or 2 with one line for what the user can mend.
 * Anything else is a defect and keeps its stack.
 */
export function run<Values>(command: Command, action: (names: string[], options: Values) => Promise<number>): void {
  process.once("SIGINT", () => {
    console.error("\nstopped; what was trained is kept, the same command goes on from there");
    process.exit(interrupted);
  });
  command.exitOverride().configureOutput({ outputError: (text, write) => write(text.replace(/\n+$/, "\n")) });
  command.action(async (names: string[], options: Values) => {
    process.exitCode = await action(names, options);
  });
  command.parseAsync().catch((error: Error) => {
    if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : badUsage;
    else if (isMendable(error)) {
      console.error(`error: ${error.message}`);
      process.exitCode = badUsage;
    } else throw error;
  });
}

const isMendable = (error: Error): boolean =>
  [UsageError, EngineError, StoreError, ResultsError, MnistError].some((kind) => error instanceof kind);
