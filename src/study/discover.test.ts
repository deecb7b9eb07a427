import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { sources } from "../../specs/index.ts";
import { discoverSources } from "./discover.ts";

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** A folder of sources. @param files by their path in it */
function specs(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "specs-"));
  folders.push(folder);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

const source = (id: string, position?: number, arms: object = {}) =>
  `export default ${JSON.stringify({ about: { id, position }, arms, claims: [], figures: [] })};`;

test("the suite's sources are found in the order of the report", () => {
  const order = ["bias-game", "gaussian-2d", "gaussian-1d", "pretrained-discriminator", "mnist"];
  // Among others: a new source needs no line here either.
  expect(sources.map(({ about }) => about.id).filter((id) => order.includes(id))).toEqual(order);
});

test("a new folder is a new source; its position decides where it stands, else it comes last", async () => {
  const folder = specs({
    "zebra/claims.ts": source("zebra", 1),
    "newt/claims.ts": source("newt"),
    "ant/claims.ts": source("ant"),
    "bear/claims.ts": source("bear", 2),
    "notes/readme.md": "no source",
    "index.ts": "",
  });
  expect((await discoverSources(folder)).map(({ about }) => about.id)).toEqual(["zebra", "bear", "ant", "newt"]);
});

test("each source that cannot be loaded is named in one line with its reason", async () => {
  const folder = specs({
    "a-syntax/claims.ts": "export default {\n  about: }",
    "b-import/claims.ts": 'import { arms } from "./arms.ts";\nexport default arms;',
    "c-export/claims.ts": "export const source = {};",
    "d-name/claims.ts": source("dirac"),
    "e-entry/claim.ts": source("e-entry"),
    "f-thrown/claims.ts": 'throw new RangeError("expected 2, got 3");',
    "good/claims.ts": source("good"),
  });
  const lines = (await discoverSources(folder).catch((error: Error) => error.message)).toString().split("\n");
  expect(lines).toHaveLength(6);
  expect(lines[0]).toMatch(/^a-syntax\/claims\.ts: .*Unexpected/);
  expect(lines[1]).toMatch(/^b-import\/claims\.ts: .*arms\.ts/);
  expect(lines[2]).toBe("c-export/claims.ts: expected what source(…) returns as the default export, got none");
  expect(lines[3]).toBe('d-name/claims.ts: expected about.id to be its folder\'s name, "d-name", got "dirac"');
  expect(lines[4]).toBe("expected the source e-entry in e-entry/claims.ts, got no such file");
  expect(lines[5]).toBe("f-thrown/claims.ts: RangeError: expected 2, got 3");
});

test("an arm of an unknown game is named with its source before anything trains", async () => {
  const arm = { kind: "game", game: { kind: "dirak" }, method: "extragradient", stepSize: 0.1, iterations: 1 };
  const folder = specs({ "mine/claims.ts": source("mine", 1, { plain: arm }) });
  await expect(discoverSources(folder)).rejects.toThrow(/^mine, arm "plain": .*"bias".*got "dirak"$/);
});
