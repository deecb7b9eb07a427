import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { sources } from "../../specs/index.ts";
import type { Arm } from "../language/arm.ts";
import { theClassifier } from "./classifier.ts";
import { closureOf, digestOfClosure } from "./closure.ts";
import { codeDigest, entriesOf } from "./key.ts";
import { versionsOf } from "./versions.ts";

const src = join(import.meta.dirname, "..");
const all = sources.flatMap(({ arms }): Arm[] => Object.values(arms));
const find = (isWanted: (arm: Arm) => boolean) => all.find(isWanted) ?? expect.fail("expected such an arm");
const arms = {
  game: find(({ kind }) => kind === "game"),
  numbers: find((arm) => arm.kind === "gan" && arm.data.kind === "normal"),
  plane: find((arm) => arm.kind === "gan" && arm.data.kind === "affine-normal"),
  digits: find((arm) => arm.kind === "gan" && arm.data.kind === "mnist"),
  sample: find(({ kind }) => kind === "sample"),
  "image-sample": find(({ kind }) => kind === "image-sample"),
  classifier: theClassifier.arm,
};
type Name = keyof typeof arms;
const names = Object.keys(arms) as Name[];

/** A copy of src/ in which every file was changed as told. */
function copyOf(change: (file: string, text: string) => string): string {
  const root = join(mkdtempSync(join(tmpdir(), "gan-repro-closure-")), "src");
  cpSync(src, root, { recursive: true, filter: (file) => !/\.test\.tsx?$|\/assembly$/.test(file) });
  symlinkSync(join(src, "../node_modules"), join(root, "../node_modules"));
  for (const file of readdirSync(root, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"))) {
    const text = readFileSync(join(root, file), "utf8");
    const changed = change(file, text);
    if (changed !== text) writeFileSync(join(root, file), changed);
  }
  return root;
}

/** Which arms' code differs from that of this src/. */
function changedBy(root: string, among: readonly Name[] = names, engine = "wasm"): Name[] {
  return among.filter(
    (name) => digestOfClosure(closureOf(root, entriesOf(arms[name], engine))) !== codeDigest(arms[name], engine),
  );
}

const replaceIn = (path: string, from: string | RegExp, to: string) =>
  copyOf((file, text) => {
    if (file !== path) return text;
    const changed = text.replace(from, to);
    return changed === text ? expect.fail(`expected ${from} in ${path}`) : changed;
  });

test("comments, line endings and the folder's place are no part of a key", () => {
  const commented = copyOf((_, text) => `// a comment\n${text}\n/** another */`.replaceAll("\n", "\r\n"));
  expect(changedBy(commented)).toEqual([]);
});

test("a type is no part of a key", () => {
  const typed = copyOf((file, text) =>
    /^(games|trial|measure)/.test(file) ? `${text}\nexport type Zzzzzz<Q> = { qqqqqq: Q; zzzzzz: "jjjjjj" };\n` : text,
  );
  expect(changedBy(typed)).toEqual([]);
});

test("a file that nothing imports, or another game, is no part of a key", () => {
  const root = copyOf((_, text) => text);
  for (const folder of ["games", "measure", "engine/wasm"]) {
    writeFileSync(join(root, folder, "new.ts"), "export const answer = 42;\n");
  }
  const game = `
    import { drawLatent } from "../random/latent.ts";
    import { totalDeviation } from "../measure/gaussian.ts";
    import { defineGame } from "./define.ts";
    import { distance } from "./field.ts";
    export default defineGame({ kind: "new", drawLatent, totalDeviation, distance } as never);
  `;
  writeFileSync(join(root, "games", "new.game.ts"), game);
  expect(changedBy(root)).toEqual([]);
});

test.each<{ what: string; file: string; from: string | RegExp; to: string; retrains: Name[] }>([
  {
    what: "when a run counts as dead",
    file: "trial/collapse.ts",
    from: "0.01",
    to: "0.5",
    retrains: ["numbers", "plane", "digits"],
  },
  {
    what: "a line that plays games",
    file: "games/follow.ts",
    from: "const tailLength = 1000",
    to: "const tailLength = 999",
    retrains: ["game"],
  },
  {
    what: "a line of the game that is played",
    file: "games/bias.game.ts",
    from: "1e-3",
    to: "2e-3",
    retrains: ["game"],
  },
  {
    what: "a metric of digits",
    file: "measure/classes.ts",
    from: /return /,
    to: "return 2 * ",
    retrains: ["digits", "image-sample"],
  },
  {
    what: "a metric of the plane",
    file: "measure/gaussian.ts",
    from: "xx: a * a + c * c",
    to: "xx: a * a - c * c",
    retrains: ["plane", "sample"],
  },
  {
    what: "how long the classifier is trained",
    file: "measure/classifier/train.ts",
    from: "epochs: 6",
    to: "epochs: 7",
    retrains: ["digits", "image-sample", "classifier"],
  },
  {
    what: "one byte of the kernels",
    file: "engine/wasm/kernels.generated.ts",
    from: /A(?=[A-Za-z0-9+/=]{100})/,
    to: "B",
    retrains: ["game", "numbers", "plane", "digits", "image-sample", "classifier"],
  },
  { what: "another engine", file: "engine/reference/index.ts", from: '"reference"', to: '"other"', retrains: [] },
  { what: "what a trial is thought to cost", file: "trial/gan.ts", from: "35e-6", to: "36e-6", retrains: [] },
])("$what: $retrains are trained again, and nothing else", ({ file, from, to, retrains }) => {
  expect(changedBy(replaceIn(file, from, to))).toEqual(retrains);
});

test("an engine's code is part of its own keys, and wasm's where others are measured with it", () => {
  const other = replaceIn("engine/reference/index.ts", '"reference"', '"other"');
  expect(changedBy(other, ["numbers"], "reference")).toEqual(["numbers"]);
  expect(changedBy(other, ["numbers"], "tfjs:cpu")).toEqual([]);
  const kernels = replaceIn("engine/wasm/kernels.generated.ts", /A(?=[A-Za-z0-9+/=]{100})/, "B");
  expect(changedBy(kernels, ["digits"], "tfjs:cpu")).toEqual(["digits"]);
});

test("packages count with the versions that are installed, and those that they need in turn", () => {
  const root = mkdtempSync(join(tmpdir(), "gan-repro-versions-"));
  const install = (place: string, version: string, dependencies = {}) => {
    const file = join(root, place, "package.json");
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify({ version, dependencies, devDependencies: { absent: "1" } }));
  };
  install("node_modules/a", "1.0.0", { b: "*", "@c/d": "*" });
  install("node_modules/b", "2.0.0", { a: "*" });
  install("node_modules/@c/d", "3.0.0", { b: "*" });
  install("node_modules/@c/d/node_modules/b", "2.1.0");
  install("node_modules/unused", "9.0.0");
  expect(versionsOf(["node:fs", "path", "a/lib/x.js", "@c/d", "optional"], root)).toEqual({
    "@c/d": ["3.0.0"],
    a: ["1.0.0"],
    b: ["2.0.0", "2.1.0"],
    optional: ["not installed"],
  });
});
