import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { platform, tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { pythonForPeers } from "./python.ts";

// A small program in JavaScript stands for Python, so that the test needs neither Python nor a network.

const folder = mkdtempSync(join(tmpdir(), "gan-repro-python-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const reason = platform() === "win32" ? ": left out, as Windows starts no script by its first line" : "";

describe.skipIf(reason)(`pythonForPeers${reason}`, () => {
  test("installs what is missing into an environment in the cache, and finds it there the next time", async () => {
    const cache = join(folder, "first cache");
    const options = { environment: { XDG_CACHE_HOME: cache }, candidates: [join(folder, "none"), fakePython()] };
    const first = await asked(options);
    expect(first.found?.versions).toEqual({ PyTorch: "2.15.0", JAX: "0.10.2", TensorFlow: "2.21.0" });
    expect(first.found?.python.startsWith(join(cache, "gan-repro", "peers-"))).toBe(true);
    expect(
      first.lines.map((line) =>
        line
          .replace(/ \(once.*/, "")
          .replace(cache, "CACHE")
          .replace(/-\w{12}$/, ""),
      ),
    ).toEqual([
      "making a virtual environment for the peers in Python: CACHE/gan-repro/peers",
      "installing numpy 2.4.6",
      "installing torch 2.15.0",
      "installing jax 0.10.2",
      "installing tensorflow 2.21.0",
    ]);
    expect(await asked(options)).toEqual({ ...first, lines: [] });
  });

  test("leaves out only the peer whose package cannot be installed, and says why", async () => {
    const environment = { XDG_CACHE_HOME: join(folder, "second cache") };
    const { found, lines } = await asked({ environment, candidates: [fakePython("jax")] });
    expect(found?.versions).toEqual({ PyTorch: "2.15.0", TensorFlow: "2.21.0" });
    expect(lines.at(-1)).toBe(
      `JAX is left out: expected a package jax in ${found?.python}, got none (pip: No matching distribution for jax==0.10.2)`,
    );
  });

  test("takes the Python that the variable names as it is", async () => {
    const python = fakePython();
    writeFileSync(`${python}.packages`, JSON.stringify({ torch: "2.0.1+cpu" }));
    const { found, lines } = await asked({ environment: { GAN_REPRO_PYTHON: python } });
    expect(found).toEqual({ python, versions: { PyTorch: "2.0.1+cpu" } });
    expect(lines).toEqual([
      `JAX is left out: expected a package jax in ${python}, got none`,
      `TensorFlow is left out: expected a package tensorflow in ${python}, got none`,
    ]);
  });

  test("says what is left out where the variable names no Python, or where there is none", async () => {
    expect(await asked({ environment: { GAN_REPRO_PYTHON: "/no/python" } })).toEqual({
      found: undefined,
      lines: [
        'peers in Python are left out: expected GAN_REPRO_PYTHON to name a Python, got "/no/python", which does not start',
      ],
    });
    expect(await asked({ environment: {}, candidates: ["/no/python3", "/no/python"] })).toEqual({
      found: undefined,
      lines: [
        "peers in Python are left out: expected a program /no/python3 or /no/python, got none; install Python, or let GAN_REPRO_PYTHON name one",
      ],
    });
  });

  test("says why no environment can be made", async () => {
    const environment = { XDG_CACHE_HOME: join(folder, "third cache") };
    const python = fakePython("venv");
    const { found, lines } = await asked({ environment, candidates: [python] });
    expect(found).toBeUndefined();
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatch(
      /^peers in Python are left out: expected .* to make a virtual environment in .*, got: No module named venv$/,
    );
  });
});

test("every package has one version", () => {
  const text = readFileSync(new URL("../../scripts/peers/requirements.txt", import.meta.url), "utf8");
  const lines = text.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  expect(lines.map((line) => line.replace(/\d+(\.\d+)*$/, "N"))).toEqual([
    "numpy==N",
    "torch==N",
    "jax==N",
    "tensorflow==N",
  ]);
});

async function asked(options: Omit<Parameters<typeof pythonForPeers>[0], "say">) {
  const lines: string[] = [];
  const found = await pythonForPeers({ ...options, say: (line) => lines.push(line) });
  return { found, lines };
}

/** What a stand-in for Python knows: `-c` (prints its packages, if any are asked for), `-m venv` and `-m pip install`. */
function fakePython(broken = ""): string {
  const own = mkdtempSync(join(folder, "python-"));
  mkdirSync(own, { recursive: true });
  const python = join(own, "python3");
  writeFileSync(
    python,
    `#!${process.execPath}
const { chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } = require("node:fs");
const broken = ${JSON.stringify(broken)};
const [flag, what, ...rest] = process.argv.slice(2);
const list = __filename + ".packages";
const packages = existsSync(list) ? JSON.parse(readFileSync(list, "utf8")) : {};
const fail = (line) => { console.error(line); process.exit(1); };
if (flag === "-c") {
  console.log(rest.length === 0 ? "3.0 of JavaScript" : JSON.stringify(packages));
} else if (what === "venv") {
  if (broken === "venv") fail("No module named venv");
  const bin = rest.at(-1) + "/bin";
  mkdirSync(bin, { recursive: true });
  copyFileSync(__filename, bin + "/python");
  chmodSync(bin + "/python", 0o755);
} else {
  const [name, version] = rest.at(-1).split("==");
  if (name === broken) fail("ERROR: No matching distribution for " + rest.at(-1) + "\\nERROR: nothing else to do");
  writeFileSync(list, JSON.stringify({ ...packages, [name]: version }));
}
`,
  );
  chmodSync(python, 0o755);
  return python;
}
