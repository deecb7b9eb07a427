import { afterEach, expect, test, vi } from "vitest";
import { sources } from "../../specs/index.ts";
import { parityChecks } from "../../specs/parity.ts";
import { parse, runCommand, type SuiteCommand } from "./command.ts";
import { benchCommand } from "./commands/bench.ts";
import { decideCommand } from "./commands/decide.ts";
import { doctorCommand } from "./commands/doctor.ts";
import { gpuCheckCommand } from "./commands/gpu-check.ts";
import { reportCommand } from "./commands/report.ts";
import { reproduceCommand } from "./commands/reproduce.ts";
import { trainCommand } from "./commands/train.ts";

const commands = {
  train: trainCommand(sources),
  decide: decideCommand(sources),
  reproduce: reproduceCommand(sources),
  report: reportCommand,
  doctor: doctorCommand,
  bench: benchCommand(sources),
  "gpu-check": gpuCheckCommand(sources, parityChecks),
} satisfies Record<string, SuiteCommand<never>>;

afterEach(() => {
  vi.restoreAllMocks();
});

/** Runs a command. @returns its exit status and the lines on stderr */
async function outcome(command: SuiteCommand<never>, argv: readonly string[]) {
  const stderr = vi.spyOn(console, "error").mockReturnValue();
  const status = await runCommand(command, argv);
  return { status, lines: stderr.mock.calls.flatMap(([text]) => String(text).split("\n")) };
}

test.each<[keyof typeof commands, string[], string]>([
  [
    "train",
    ["no-such-source"],
    `expected a source (${sources.map(({ about }) => about.id).join(", ")}), got "no-such-source"`,
  ],
  [
    "train",
    ["--engine", "abacus"],
    "argument 'abacus' is invalid. Allowed choices are auto, wasm, webgpu, reference, ",
  ],
  ["train", ["--seeds", "0"], 'Expected a whole number of at least 1 (there is no seed 0), got "0".'],
  ["train", ["--seeds", "0..4"], 'Expected a whole number of at least 1 (there is no seed 0), got "0".'],
  ["train", ["--seeds", "1..x"], 'Expected a whole number of at least 1 (there is no seed 0), got "x".'],
  ["train", ["--seeds", "0x10"], 'Expected a whole number of at least 1 (there is no seed 0), got "0x10".'],
  ["train", ["--seeds", " 5"], 'got " 5".'],
  ["train", ["--seeds", "1..2..3"], 'Expected n or first..last, got "1..2..3".'],
  ["train", ["--seeds", "8..5"], 'Expected the first seed before the last, got "8..5".'],
  ["train", ["--seeds", "9007199254740991"], "Expected at most 100000 seeds in one run"],
  ["train", ["--seeds", "1..1000000000"], "Expected at most 100000 seeds in one run"],
  ["train", ["--workers", "0"], 'Expected a whole number from 1 to 1024, got "0".'],
  ["train", ["--workers", "1e0"], 'Expected a whole number from 1 to 1024, got "1e0".'],
  ["train", ["--workers", "+3"], 'Expected a whole number from 1 to 1024, got "+3".'],
  ["train", ["--workers", "9007199254740991"], "Expected a whole number from 1 to 1024"],
  ["train", ["--shard", "3/2"], 'Expected a shard i/n with 1 ≤ i ≤ n ≤ 100000, like 2/8, got "3/2".'],
  ["train", ["--shard", "0/2"], 'like 2/8, got "0/2".'],
  ["train", ["--shard", "1/2/3"], 'like 2/8, got "1/2/3".'],
  ["train", ["--shard", "9007199254740993/9007199254740993"], "Expected a shard i/n"],
  ["train", ["--profile", "quick"], "unknown option '--profile'"],
  ["train", ["--colour"], "unknown option '--colour'"],
  ["train", ["--sheds", "3"], "unknown option '--sheds' (Did you mean --seeds?)"],
  ["train", ["--store", ""], 'Expected a folder, got "".'],
  ["train", ["--store", "package.json/x"], "expected a folder to write trials to, got package.json/x"],
  ["reproduce", ["--out", ""], 'Expected a folder, got "".'],
  ["reproduce", ["--shard", "1/2"], "unknown option '--shard'"],
  ["reproduce", ["--seeds", "16"], "unknown option '--seeds'"],
  ["reproduce", ["--minutes", "0"], 'Expected a whole number from 1 to 43200, got "0".'],
  ["reproduce", ["mnist/no-such-claim"], 'expected a claim, got "mnist/no-such-claim"'],
  ["reproduce", ["digits"], 'got "digits"'],
  ["decide", ["--minutes", "soon"], 'Expected a whole number from 1 to 43200, got "soon".'],
  ["decide", ["--cap", "0"], 'Expected a whole number from 1 to 100000, got "0".'],
  ["decide", ["bias-game/dos-not-settle"], "expected a claim, got "],
  [
    "reproduce",
    ["--out", "package.json/reports"],
    "expected a folder to write the report to, got package.json/reports",
  ],
  ["report", ["bias-game"], "too many arguments"],
  ["report", ["--out", "no-such-folder"], "no-such-folder"],
  ["doctor", ["--verbose"], "unknown option '--verbose'"],
  ["doctor", ["webgpu"], "too many arguments"],
  ["bench", ["--rounds", "abc"], 'Expected a whole number from 1 to 10000, got "abc".'],
  ["bench", ["--slice", "nope"], 'Expected a number of seconds above 0 and up to 3600, got "nope".'],
  [
    "bench",
    ["--peers", "JAX,Torch"],
    'Expected names among PyTorch, JAX, TensorFlow, TensorFlow.js, plain JavaScript, got "Torch".',
  ],
  ["gpu-check", ["--sizes", "1,x"], 'like 1,8,64, got "1,x".'],
])("bad usage of %s: %j is one line and status 2", async (name, argv, message) => {
  const { status, lines } = await outcome(commands[name], argv);
  expect(status).toBe(2);
  expect(lines).toEqual([expect.stringContaining(message)]);
  expect(lines[0]).toMatch(/^error: /);
});

test.each<[string[], object]>([
  [[], { engine: "wasm", shard: { index: 1, count: 1 } }],
  [["--seeds", "16"], { seeds: { first: 1, last: 16 } }],
  [["--seeds", "65..128"], { seeds: { first: 65, last: 128 } }],
  [["--seeds", "9007199254740991..9007199254740991"], { seeds: { first: 9007199254740991, last: 9007199254740991 } }],
  [["--shard", "2/8"], { shard: { index: 2, count: 8 } }],
  [["--shard", "08/16"], { shard: { index: 8, count: 16 } }],
  [["--workers", "3", "--engine", "reference"], { workers: 3, engine: "reference" }],
])("%j is understood", (argv, options) => {
  expect(parse(commands.train, [...argv, "bias-game"])).toMatchObject({ kind: "act", names: ["bias-game"], options });
});

test("help names the sources and the defaults", () => {
  const request = parse(commands.reproduce, ["--help"]);
  const text = request.kind === "help" ? request.text : "";
  expect(text).toContain("Usage: reproduce [options] [source|claim...]");
  expect(text).toContain("bias-game");
  expect(text).toContain("(default: one per core)");
  expect(text).toMatch(/--minutes <n> .*\(default:\s+5\)/s);
});
