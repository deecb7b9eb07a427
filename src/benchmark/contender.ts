import { createInterface } from "node:readline";
import { execa } from "execa";

/** Something that takes part in a benchmark: it repeats its work as often as requested, in a process of its own. */
export interface Contender {
  readonly name: string;
  /** Whose work it is, such as "PyTorch"; none of what is ours. */
  readonly peer?: string;
  /** How it is written, such as "jit + scan": the best variant of a peer is the one that is quoted. */
  readonly variant?: string;
  /** Wall-clock seconds of its very first call, compiling included. */
  readonly firstCall?: number;
  /** The contenders that it is compared with have the same: an ensemble size, an arm. */
  readonly group: string;
  /** Unit of what `value` gives. */
  readonly unit: string;
  /** From CPU seconds a repetition to the unit. */
  readonly value: (seconds: number) => number;
  /** Program and arguments; see {@link start} for what it has to understand. */
  readonly command: readonly [program: string, ...parameters: string[]];
  /** Environment variables of its process, besides this one's. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Where its process starts; default here. */
  readonly folder?: string;
}

/** A contender whose process runs. */
export interface Running {
  /** CPU seconds that `repetitions` of the work took. */
  run(repetitions: number): Promise<number>;
  /** Ends its process, and resolves when it has ended. */
  stop(): Promise<void>;
}

/** A contender whose process ended instead of answering, or answered with something else. */
export class ContenderError extends Error {
  override readonly name = "ContenderError";

  constructor(
    readonly contender: Contender,
    readonly lastWords: string,
  ) {
    super(`expected ${contender.name} to answer, got: ${lastWords}`);
  }
}

/**
 * Starts a contender's process, on one core and with one thread. The program reads a number of repetitions from each line
 * of its standard input, does them, and answers with a line: the CPU seconds that they took.
 * @param core number of the core that all contenders take turns on; where cores cannot be chosen, undefined
 */
export function start(contender: Contender, core: number | undefined): Running {
  const { command, folder, environment } = contender;
  const pinned = core === undefined ? command : (["taskset", "--cpu-list", String(core), ...command] as const);
  const [program, ...parameters] = pinned;
  const child = execa(program, parameters, {
    cwd: folder,
    env: { ...oneThread, ...environment },
    reject: false,
    buffer: { stdout: false },
    forceKillAfterDelay: patience,
  });
  // A process that has ended already cannot be written to; `run` says how it ended.
  child.stdin.on("error", () => {});
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    async run(repetitions) {
      child.stdin.write(`${repetitions}\n`);
      const answer = await answers.next();
      if (!answer.done) return secondsIn(answer.value, contender);
      const { stderr } = await child;
      throw new ContenderError(contender, lastWordsIn(String(stderr)));
    },
    async stop() {
      child.stdin.end();
      const late = setTimeout(() => child.kill(), patience);
      await child;
      clearTimeout(late);
    },
  };
}

/** @throws {ContenderError} unless it is a time */
function secondsIn(answer: string, contender: Contender): number {
  const seconds = Number(answer);
  if (answer.trim() !== "" && Number.isFinite(seconds) && seconds >= 0) return seconds;
  throw new ContenderError(contender, `it answered "${answer.slice(0, 60)}", which is no number of seconds`);
}

/** The line of an error that says what is wrong: Node ends with its own version, Python with the line itself. */
export function lastWordsIn(errors: string): string {
  const lines = errors.trim().split("\n");
  return (lines.findLast((line) => /^\w*(Error|Exception)\b/.test(line)) ?? lines.at(-1) ?? "").trim();
}

/** Milliseconds that a process gets to end by itself. */
const patience = 10_000;

/** OpenMP and the libraries under PyTorch look here. */
export const oneThread = { OMP_NUM_THREADS: "1", OPENBLAS_NUM_THREADS: "1", MKL_NUM_THREADS: "1" };
