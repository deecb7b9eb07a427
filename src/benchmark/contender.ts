import { createInterface } from "node:readline";
import { execa } from "execa";

/** Something that takes part in a benchmark: it repeats its work as often as requested, in a process of its own. */
export interface Contender {
  readonly name: string;
  /** Whose work it is, such as "PyTorch"; none of what is ours. */
  readonly peer?: string;
  /** How it is written, such as "jit + scan": the best variant of a peer is the one that is quoted. */
  readonly variant?: string;
  /** The contenders that it is compared with have the same: an ensemble size, an arm. */
  readonly group: string;
  /** Unit of what `value` gives. */
  readonly unit: string;
  /** From CPU seconds a repetition to the unit. */
  readonly value: (seconds: number) => number;
  /** Program and arguments; see {@link start} for what it has to understand. */
  readonly command: readonly [program: string, ...parameters: string[]];
}

/** A contender whose process runs. */
export interface Running {
  /** CPU seconds that `repetitions` of the work took. */
  run(repetitions: number): Promise<number>;
  stop(): void;
}

/**
 * Starts a contender's process, on one core and with one thread. The program reads a number of repetitions from each line
 * of its standard input, does them, and answers with a line: the CPU seconds that they took.
 * @param core number of the core that all contenders take turns on; where cores cannot be chosen, undefined
 */
export function start({ name, command }: Contender, core: number | undefined): Running {
  const pinned = core === undefined ? command : (["taskset", "--cpu-list", String(core), ...command] as const);
  const [program, ...parameters] = pinned;
  const child = execa(program, parameters, { env: oneThread, reject: false, buffer: { stdout: false } });
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    async run(repetitions) {
      child.stdin.write(`${repetitions}\n`);
      const answer = await answers.next();
      if (!answer.done) return Number(answer.value);
      const { stderr } = await child;
      throw new Error(`expected ${name} to answer, but its process ended: ${String(stderr).trim().split("\n").at(-1)}`);
    },
    stop() {
      child.stdin.end();
    },
  };
}

/** OpenMP and the libraries under PyTorch look here. */
export const oneThread = { OMP_NUM_THREADS: "1", OPENBLAS_NUM_THREADS: "1", MKL_NUM_THREADS: "1" };
