import { availableParallelism } from "node:os";
import { InvalidArgumentError } from "commander";
import { type EngineName, engineNames } from "../engine/engine.ts";
import { UsageError } from "../language/usage-error.ts";
import { suitePath } from "./folders.ts";
import { folder, workers } from "./options.ts";

/** The tests' settings from environment variables, validated like the commands' options. */
export interface TestSettings {
  /** The folder of the trials. */
  readonly store: string;
  /** Threads that train. */
  readonly workers: number;
  /** The engine whose metrics are compared with those of `wasm`. */
  readonly parity: EngineName;
}

/**
 * The settings of `GAN_REPRO_STORE`, `GAN_REPRO_WORKERS` and `GAN_REPRO_PARITY`.
 * @throws {UsageError} if one has a value that the option of its name would not take
 */
export function testSettings(environment: NodeJS.ProcessEnv = process.env): TestSettings {
  const setting = <T>(name: string, parse: (text: string) => T, otherwise: T): T => {
    const text = environment[name];
    if (text === undefined) return otherwise;
    try {
      return parse(text);
    } catch (error) {
      if (!(error instanceof InvalidArgumentError)) throw error;
      throw new UsageError(`${name}: ${error.message}`);
    }
  };
  return {
    store: setting("GAN_REPRO_STORE", folder, suitePath(".trials")),
    workers: setting("GAN_REPRO_WORKERS", workers, availableParallelism()),
    parity: setting("GAN_REPRO_PARITY", oneOf(engineNames), "tfjs:wasm"),
  };
}

const oneOf =
  <Word extends string>(words: readonly Word[]) =>
  (text: string): Word => {
    const word = words.find((known) => known === text);
    if (word === undefined) throw new InvalidArgumentError(`Expected one of ${words.join(", ")}, got "${text}".`);
    return word;
  };
