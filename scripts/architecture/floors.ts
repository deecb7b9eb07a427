/** A folder of src/, and what its files may import. */
export interface Floor {
  readonly folder: string;
  readonly holds: string;
  /** The folders below that it may import from, besides itself. */
  readonly mayImport: readonly string[];
  /** Why no more than these. */
  readonly because: string;
  /** Whether its files may use Node's own modules. Folders without run unchanged in a browser, if all that they import do. */
  readonly usesNode: boolean;
}

/** The folders from the bottom up: each imports only from those listed before it. */
export const floors: readonly Floor[] = [
  {
    folder: "language",
    holds: "arms, claims, data, metrics: one strict schema",
    mayImport: [],
    because: "it is the vocabulary that everything else uses",
    usesNode: false,
  },
  {
    folder: "random",
    holds: "named streams, counter-based random numbers, all draws",
    mayImport: ["language"],
    because: "a draw depends on its seed and purpose only, never on computed results",
    usesNode: false,
  },
  {
    folder: "statistics",
    holds: "exact intervals, tests, multiplicity, quantiles",
    mayImport: ["language", "random"],
    because: "plain mathematics, independent of what was measured; `random` is for the bootstrap",
    usesNode: false,
  },
  {
    folder: "data",
    holds: "the files of MNIST, image data, batches",
    mayImport: ["language", "random"],
    because: "it reads and draws data, and does not depend on who trains on them",
    usesNode: true,
  },
  {
    folder: "engine",
    holds: "networks, losses, optimizers, Algorithm 1; wasm, tfjs, webgpu, reference",
    mayImport: ["language", "random"],
    because: "an engine knows networks and draws, but no schedules, metrics or claims",
    usesNode: false,
  },
  {
    folder: "games",
    holds: "games of a few parameters, methods as vector fields",
    mayImport: ["language", "random", "statistics", "engine"],
    because: "a game is its vector field; the kernels that sum it belong to the engine",
    usesNode: false,
  },
  {
    folder: "measure",
    holds: "metrics, probes, the classifier",
    mayImport: ["language", "random", "statistics", "data", "engine"],
    because: "it turns samples and networks into numbers, and does not know which training produced them",
    usesNode: false,
  },
  {
    folder: "trial",
    holds: "one training from one seed; its key, store, pool",
    mayImport: ["language", "random", "statistics", "data", "engine", "games", "measure"],
    because: "a trial is trained and stored without knowing what will be claimed about it",
    usesNode: true,
  },
  {
    folder: "study",
    holds: "sources, claims, judgements, record, audit",
    mayImport: ["language", "random", "statistics", "data", "engine", "games", "measure", "trial"],
    because: "it decides claims from trials, and draws nothing",
    usesNode: true,
  },
  {
    folder: "figure",
    holds: "trials and decisions to SVG; comparison with baselines",
    mayImport: ["language", "random", "statistics", "data", "measure", "trial", "study"],
    because: "a figure is a pure function of what was trained and decided: it trains nothing",
    usesNode: true,
  },
  {
    folder: "report",
    holds: "results to pages, tables, JSON",
    mayImport: ["language", "statistics", "data", "games", "trial", "study", "figure"],
    because: "a page shows what was decided and describes arms and games: it trains and measures nothing",
    usesNode: true,
  },
  {
    folder: "benchmark",
    holds: "timings, peers, their comparison",
    mayImport: [
      ...["language", "random", "statistics", "data", "engine", "measure", "trial", "study", "figure", "report"],
    ],
    because: "it times everything from a kernel to a decision; no claim depends on timings",
    usesNode: true,
  },
  {
    folder: "cli",
    holds: "the commands",
    mayImport: [
      ...["language", "random", "statistics", "data", "engine", "games", "measure", "trial", "study", "figure"],
      ...["report", "benchmark"],
    ],
    because: "commands combine the folders below",
    usesNode: true,
  },
  {
    folder: "testing",
    holds: "judgeSpec, toMatchFigure, what only tests use",
    mayImport: [
      ...["language", "random", "statistics", "data", "engine", "games", "measure", "trial", "study", "figure"],
      ...["report", "benchmark", "cli"],
    ],
    because: "only this folder knows the test runner",
    usesNode: true,
  },
];

/** Folders of engine/ that are each an engine: none imports another, so that each can be checked against another. */
export const engines = ["reference", "wasm", "tfjs", "webgpu"] as const;

/** The one file of the program that may import any engine: the list of them by name. */
export const listOfEngines = "src/engine/named.ts";

/** Folders that are tests in all but name: the suite that holds every engine to one behaviour. */
export const testFolders = ["src/engine/conformance/"] as const;

/** Parts of engine/ that find native add-ons and drivers on the machine, so need Node. */
export const nativeParts = ["src/engine/gpu/", "src/engine/tfjs/"] as const;

/** Modules that train, which neither a drawing nor a page may start. */
export const training = [
  ...["src/trial/pool.ts", "src/trial/run.ts", "src/trial/train.ts", "src/trial/worker.ts"],
  "src/games/follow.ts",
] as const;

/** Packages that only tests and src/testing may import. */
export const testPackages = ["vitest"] as const;

/** Floors that a source's folder in specs/ may not import: a source says what is claimed, not how it is run. */
export const notForSources = ["report", "benchmark", "cli", "testing"] as const;
