import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { homedir, platform } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { execa } from "execa";
import { lastWordsIn } from "./contender.ts";

/** The environment variable that names a Python with the peers' packages. */
export const pythonVariable = "GAN_REPRO_PYTHON";

/** A peer in Python, by the name that reports give it, and the packages of which it needs one. */
export const pythonPeers = {
  PyTorch: ["torch"],
  JAX: ["jax"],
  TensorFlow: ["tensorflow", "tensorflow-cpu"],
} as const;
export type PythonPeer = keyof typeof pythonPeers;

/** A Python, and the versions of the peers that it has. */
export interface PeerPython {
  readonly python: string;
  readonly versions: Readonly<Partial<Record<PythonPeer, string>>>;
}

export interface PythonOptions {
  readonly environment?: NodeJS.ProcessEnv;
  /** Programs that may be a Python, where the environment names none. */
  readonly candidates?: readonly string[];
  /** Tells the user what is going on, and which peers are left out and why, a line at a time. */
  readonly say: (line: string) => void;
}

/**
 * The Python that `GAN_REPRO_PYTHON` names, as it is; without that, one with the packages of scripts/peers/requirements.txt,
 * which are installed into a virtual environment in the user's cache if they are not there yet.
 * @returns undefined where there is none, after saying why
 */
export async function pythonForPeers(options: PythonOptions): Promise<PeerPython | undefined> {
  const { environment = process.env, say } = options;
  const named = environment[pythonVariable];
  const python = named ?? (await virtualEnvironment(options));
  if (python === undefined) return undefined;
  const installed = await packagesOf(python);
  if (!installed) {
    say(
      `peers in Python are left out: expected ${pythonVariable} to name a Python, got "${python}", which does not start`,
    );
    return undefined;
  }
  const failures = named === undefined ? await install(python, installed, say) : [];
  const packages = failures === undefined ? undefined : await packagesOf(python);
  const versions: Partial<Record<PythonPeer, string>> = {};
  for (const [peer, names] of Object.entries(pythonPeers)) {
    const version = names.map((name) => packages?.[name]).find((found) => found !== undefined);
    if (version !== undefined) versions[peer as PythonPeer] = version;
    else say(`${peer} is left out: expected a package ${names[0]} in ${python}, got none${reasonOf(names, failures)}`);
  }
  return { python, versions };
}

/** Why a package is not there, if it was to be installed. */
function reasonOf(names: readonly string[], failures: readonly Failure[] = []): string {
  const failure = failures.find(({ requirement }) => names.some((name) => requirement.startsWith(`${name}==`)));
  return failure ? ` (pip: ${failure.reason})` : "";
}

/** The Python of a virtual environment, made if there is none yet. */
async function virtualEnvironment({
  environment = process.env,
  candidates = ["python3", "python"],
  say,
}: PythonOptions): Promise<string | undefined> {
  const base = await firstThatStarts(candidates);
  if (base === undefined) {
    say(
      `peers in Python are left out: expected a program ${candidates.join(" or ")}, got none; install Python, or let ` +
        `${pythonVariable} name one`,
    );
    return undefined;
  }
  const requirements = readFileSync(requirementsFile, "utf8");
  const key = createHash("sha256").update(`${base.version}\n${requirements}`).digest("hex").slice(0, 12);
  const folder = join(cacheFolder(environment), "gan-repro", `peers-${key}`);
  const python = platform() === "win32" ? join(folder, "Scripts", "python.exe") : join(folder, "bin", "python");
  if (await packagesOf(python)) return python;
  say(`making a virtual environment for the peers in Python: ${folder}`);
  const { failed, stderr, stdout, message } = await run(base.program, ["-m", "venv", "--clear", folder]);
  if (!failed) return python;
  const got = lastWordsIn(stderr) || lastWordsIn(stdout) || lastWordsIn(message ?? "");
  say(`peers in Python are left out: expected ${base.program} to make a virtual environment in ${folder}, got: ${got}`);
  return undefined;
}

interface Failure {
  readonly requirement: string;
  readonly reason: string;
}

/** Installs the required packages that are not there, one after the other. @returns those that could not be installed */
async function install(
  python: string,
  installed: Readonly<Record<string, string>>,
  say: PythonOptions["say"],
): Promise<Failure[]> {
  const failures: Failure[] = [];
  for (const requirement of requirementsOf(readFileSync(requirementsFile, "utf8"))) {
    const [, name, version] = /^([\w-]+)==([\w.]+)/.exec(requirement)!;
    if (installed[name]?.split("+")[0] === version) continue;
    say(`installing ${name} ${version} (once; a few hundred megabytes, PyTorch on Linux some gigabytes) …`);
    // The whole list binds every step, so that no package moves another one's version.
    const pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--constraint", requirementsFile];
    const { failed, stderr, message } = await run(python, [...pip, requirement]);
    if (failed) failures.push({ requirement, reason: pipError(stderr) || lastWordsIn(message ?? "") });
  }
  return failures;
}

/** The first line that pip calls an error: the later ones only follow from it. */
const pipError = (errors: string): string =>
  (errors.split("\n").find((line) => line.startsWith("ERROR:")) ?? lastWordsIn(errors)).replace("ERROR: ", "").trim();

/** The lines of a requirements file that name a package. */
const requirementsOf = (text: string): string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#"));

/** Package → version, of those that matter; undefined if this is no Python that starts. */
async function packagesOf(python: string): Promise<Readonly<Record<string, string>> | undefined> {
  const names = ["numpy", ...Object.values(pythonPeers).flat()];
  const { failed, stdout } = await run(python, ["-c", LIST_PACKAGES, ...names]);
  if (failed) return undefined;
  try {
    return JSON.parse(stdout);
  } catch {
    return undefined;
  }
}

const LIST_PACKAGES = `
import json, sys
from importlib.metadata import PackageNotFoundError, version
found = {}
for name in sys.argv[1:]:
    try:
        found[name] = version(name)
    except PackageNotFoundError:
        pass
print(json.dumps(found))
`;

async function firstThatStarts(
  candidates: readonly string[],
): Promise<{ program: string; version: string } | undefined> {
  for (const program of candidates) {
    const { failed, stdout } = await run(program, ["-c", "import sys; print(sys.version)"]);
    if (!failed) return { program, version: stdout };
  }
  return undefined;
}

const run = (program: string, parameters: readonly string[]) =>
  execa(program, parameters, { reject: false, env: { PYTHONDONTWRITEBYTECODE: "1" } });

/** Where programs of this system keep what they can make again. */
function cacheFolder(environment: NodeJS.ProcessEnv): string {
  const { XDG_CACHE_HOME, LOCALAPPDATA } = environment;
  if (XDG_CACHE_HOME) return XDG_CACHE_HOME;
  if (platform() === "win32" && LOCALAPPDATA) return LOCALAPPDATA;
  return platform() === "darwin" ? join(homedir(), "Library", "Caches") : join(homedir(), ".cache");
}

const requirementsFile = fileURLToPath(new URL("../../scripts/peers/requirements.txt", import.meta.url));
