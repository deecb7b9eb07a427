import { execa } from "execa";
import { describe, expect, test } from "vitest";
import { suiteFolder } from "./folders.ts";

/** Starts a program of one expression, which gets to see whatever a command does. */
const started = (run: string, env: Record<string, string> = {}) => {
  const program = `import { start } from "./src/cli/start.ts"; await start(async () => { ${run} });`;
  return execa("node", ["--import", "tsx", "--input-type=module", "--eval", program], {
    cwd: suiteFolder,
    reject: false,
    env,
  });
};

describe("a Node that is too old", () => {
  test("ends before anything is imported, with one line and status 2", async () => {
    const program = `
      Object.defineProperty(process.versions, "node", { value: "18.20.8" });
      const { start } = await import("./src/cli/start.ts");
      await start(async () => { console.log("imported"); return 0; });`;
    const { exitCode, stdout, stderr } = await execa(
      "node",
      ["--import", "tsx", "--input-type=module", "--eval", program],
      { cwd: suiteFolder, reject: false },
    );
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).toBe(
      "error: expected Node 20.19 or newer, got 18.20.8; install a newer one from https://nodejs.org",
    );
  });
});

describe("a crash", () => {
  test.each([
    ["thrown", 'throw new TypeError("x is not a function")'],
    [
      "left to itself",
      'setTimeout(() => { throw new TypeError("x is not a function"); }); await new Promise(() => {})',
    ],
    [
      "of a promise",
      'Promise.reject(new TypeError("x is not a function")); await new Promise((done) => setTimeout(done, 5000))',
    ],
  ])("that is %s is one line and status 70", async (_, run) => {
    const { exitCode, stderr } = await started(run);
    expect(exitCode).toBe(70);
    expect(stderr).toMatch(/^gan-repro crashed: TypeError: x is not a function.*GAN_REPRO_DEBUG=1.*$/);
  });

  test("shows its stack when asked to", async () => {
    const { exitCode, stderr } = await started('throw new TypeError("x")', { GAN_REPRO_DEBUG: "1" });
    expect(exitCode).toBe(70);
    expect(stderr).toMatch(/TypeError: x\n +at /);
  });

  test.each([
    ["a full disk", "ENOSPC: no space left on device, write", "free some space"],
    ["too many open files", "EMFILE: too many open files, open 'x'", "ulimit -n"],
    ["no address space", "WebAssembly.instantiate(): Out of memory: Cannot allocate Wasm memory", "ulimit -v"],
  ])("for %s says what to do, with status 2", async (_, message, remedy) => {
    const { exitCode, stderr } = await started(`throw new Error(${JSON.stringify(message)})`);
    expect(exitCode).toBe(2);
    expect(stderr.split("\n")).toEqual([expect.stringContaining(remedy)]);
  });
});

test.each([
  ["SIGINT", 130],
  ["SIGTERM", 143],
  ["SIGHUP", 129],
] as const)("%s ends it with one line and status %i", async (signal, status) => {
  const victim = started('console.log("ready"); await new Promise(() => setInterval(() => {}, 1000))');
  victim.stdout?.once("data", () => victim.kill(signal));
  const { exitCode, stderr } = await victim;
  expect(exitCode).toBe(status);
  expect(stderr.trim()).toBe(
    "Interrupted. Run the same command again: train and decide resume after their finished trials, reproduce begins anew.",
  );
});

test.each(["stdout", "stderr"] as const)("a reader of %s that leaves does not end the work", async (stream) => {
  const write = stream === "stdout" ? "console.log" : "process.stderr.write";
  const worker = started(
    `for (let line = 0; line < 20; line++) { ${write}("line\\n"); await new Promise((done) => setTimeout(done, 20)); }
     return 1;`,
  );
  worker[stream]?.once("data", () => worker[stream]?.destroy());
  const { exitCode } = await worker;
  expect(exitCode).toBe(1);
});
