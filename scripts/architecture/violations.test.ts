import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { suiteFolder } from "../../src/cli/folders.ts";
import { floors } from "./floors.ts";
import { importsOf } from "./imports.ts";
import { floorsTable } from "./table.ts";
import { violationsOf } from "./violations.ts";

const house = (files: Record<string, string>) => violationsOf(new Map(Object.entries(files)));

/** Files that keep every rule; each case breaks one. */
const sound = {
  "src/language/arm.ts": "export type Arm = string;",
  "src/engine/network.ts": 'import type { Arm } from "../language/arm.ts";',
  "src/engine/wasm/kernels.ts": 'import { network } from "../network.ts";',
  "src/engine/reference/index.ts": 'import { network } from "../network.ts";',
  "src/engine/named.ts": 'const one = await import("./wasm/kernels.ts");',
  "src/trial/pool.ts": 'import { readFileSync } from "node:fs";',
  "src/study/claim.ts": 'import type { Arm } from "../language/arm.ts";',
  "specs/bias-game/claims.ts": 'import { claim } from "../../src/study/claim.ts";',
  "specs/bias-game/bias-game.spec.ts":
    'import { judgeSpec } from "../../src/testing/judge-spec.ts";\nimport { test } from "vitest";',
  "src/testing/judge-spec.ts": 'import { test } from "vitest";',
};

test("a house that keeps the rules has no violations", () => {
  expect(house(sound)).toEqual([]);
});

test.each<[string, Record<string, string>, string]>([
  [
    "an import that goes up",
    { "src/language/arm.ts": 'import { claim } from "../study/claim.ts";' },
    "language/ may import nothing",
  ],
  [
    "also for a type alone",
    { "src/language/arm.ts": 'import type { Claim } from "../study/claim.ts";' },
    "language/ may import nothing",
  ],
  [
    "also over several lines",
    { "src/language/arm.ts": 'import {\n  claim,\n} from "../study/claim.ts";' },
    "language/ may import nothing",
  ],
  [
    "an engine that knows a claim",
    { "src/language/claim.ts": "", "src/engine/network.ts": 'import type { Claim } from "../language/claim.ts";' },
    "an engine knows no claim",
  ],
  [
    "an engine that imports another",
    { "src/engine/reference/index.ts": 'import { x } from "../wasm/kernels.ts";' },
    "no engine imports another",
  ],
  [
    "what engines share importing one",
    { "src/engine/network.ts": 'import { x } from "./reference/index.ts";' },
    "no engine imports another",
  ],
  [
    "src that knows a source",
    { "src/study/claim.ts": 'import { x } from "../../specs/bias-game/claims.ts";' },
    "nothing in src/ knows what stands in specs/",
  ],
  [
    "a figure that trains",
    { "src/figure/film.ts": 'import { trainAll } from "../trial/pool.ts";' },
    "figure/ trains nothing",
  ],
  [
    "a figure that runs an engine",
    { "src/figure/film.ts": 'import { x } from "../engine/network.ts";' },
    "it trains nothing",
  ],
  [
    "a page that trains",
    { "src/report/page.ts": 'import { trainAll } from "../trial/pool.ts";' },
    "report/ trains nothing",
  ],
  [
    "Node where a browser runs it",
    { "src/random/stream.ts": 'import { createHash } from "node:crypto";' },
    "random/ runs in a browser",
  ],
  [
    "Node by way of another file",
    { "src/data/mnist.ts": 'import "node:fs";', "src/measure/lab.ts": 'import { x } from "../data/mnist.ts";' },
    "src/data/mnist.ts, which needs Node",
  ],
  [
    "the test runner in the program",
    { "src/study/claim.ts": 'import { expect } from "vitest";' },
    "only tests and src/testing/ know the test runner",
  ],
  [
    "the program importing a test",
    { "src/study/claim.ts": 'import "./claim.test.ts";', "src/study/claim.test.ts": "" },
    "only the test runner starts tests",
  ],
  [
    "a source that runs itself",
    { "src/cli/start.ts": "", "specs/bias-game/claims.ts": 'import { start } from "../../src/cli/start.ts";' },
    "a source says what is claimed",
  ],
  [
    "files in a circle",
    { "src/study/judge.ts": 'import "./claim.ts";', "src/study/claim.ts": 'import "./judge.ts";' },
    "files import in no circle",
  ],
  [
    "a folder of no floor",
    { "src/utils/index.ts": "export const x = await import('../language/arm.ts');" },
    "expected a file of src/ in one of language, ",
  ],
  [
    "JSX that only compiles at home",
    { "src/report/page.tsx": "export const page = <p />;" },
    "expected the first line /** @jsxRuntime",
  ],
  [
    "a worker that is started by its URL",
    { "src/figure/film.ts": 'const entry = new URL("../trial/worker.ts", import.meta.url);' },
    "figure/ trains nothing",
  ],
])("it finds %s", (_, files, message) => {
  expect(house({ ...sound, ...files })).toEqual(expect.arrayContaining([expect.stringContaining(message)]));
});

test("a type for which Node's module is gone does not keep a file from the browser", () => {
  const files = {
    "src/data/mnist.ts": 'import "node:fs";',
    "src/measure/lab.ts": 'import type { Mnist } from "../data/mnist.ts";',
  };
  expect(house({ ...sound, ...files })).toEqual([]);
});

test("an import in a comment is none", () => {
  const text = ' * import { x } from "./x.ts";\n// import("./y.ts")\nimport { type A, type B } from "./z.ts";';
  expect(importsOf("src/study/claim.ts", text)).toEqual([{ from: "src/study/z.ts", isType: true }]);
});

test("every floor imports from floors below it, and says why no more", () => {
  for (const [position, { folder, mayImport, because }] of floors.entries()) {
    const below = floors.slice(0, position).map((floor) => floor.folder);
    expect(below, folder).toEqual(expect.arrayContaining([...mayImport]));
    expect(because).not.toBe("");
  }
});

test("docs/architecture.md has the table that is checked", () => {
  const text = readFileSync(join(suiteFolder, "docs/architecture.md"), "utf8");
  expect(text).toContain(floorsTable());
});
