import { Command, CommanderError, type Option } from "commander";
import { UsageError } from "../language/usage-error.ts";
import { isMendable } from "./mendable.ts";

/** One command of the suite: its arguments and options, and what it does. */
export interface SuiteCommand<Options> {
  readonly name: string;
  readonly description: string;
  /** What its arguments are; a command without this takes none. */
  readonly names?: { readonly placeholder: string; readonly description: string };
  readonly options: readonly Option[];
  /** @returns the exit status: 0 if all is as expected, 1 if something differs */
  act(names: readonly string[], options: Options): Promise<number>;
}

/** What a command line asked for: to act, or for help. */
export type Request<Options> =
  | { readonly kind: "act"; readonly names: readonly string[]; readonly options: Options }
  | { readonly kind: "help"; readonly text: string };

/** The exit status of a command that cannot do what was asked. */
export const badUsage = 2;

/**
 * Runs a command.
 * @param argv the command line after the command's name
 * @returns the exit status; bad usage, and any other error that the user can fix, is one line on stderr and status 2
 * @throws any error that is a bug of the program
 */
export async function runCommand<Options>(command: SuiteCommand<Options>, argv: readonly string[]): Promise<number> {
  try {
    const request = parse(command, argv);
    if (request.kind === "act") return await command.act(request.names, request.options);
    console.log(request.text);
    return 0;
  } catch (error) {
    if (!isMendable(error)) throw error;
    console.error(`error: ${error.message}`);
    return badUsage;
  }
}

/** Reads a command line and does nothing else. @throws {UsageError} with one line if it cannot be followed */
export function parse<Options>(
  { name, description, names, options }: SuiteCommand<Options>,
  argv: readonly string[],
): Request<Options> {
  let help = "";
  const command = new Command(name)
    .description(description)
    .allowExcessArguments(false)
    .exitOverride()
    .configureOutput({ writeOut: (text) => (help += text), writeErr: () => {} });
  if (names) command.argument(`[${names.placeholder}...]`, names.description);
  for (const option of options) command.addOption(option);
  try {
    command.parse(argv, { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return { kind: "help", text: help.trimEnd() };
    throw new UsageError(error.message.replace(/^error: /, "").replaceAll("\n", " "));
  }
  return { kind: "act", names: command.args, options: command.opts() as Options };
}
