import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { sources } from "../../../specs/index.ts";
import { summaryTable, withBlock } from "../../report/results-page.ts";
import { committedVerdicts, documents, isCommitted } from "./docs.ts";

const record = committedVerdicts();

test("the documents' tables are those of the committed verdicts (npm run docs makes them)", () => {
  for (const { path, text } of documents(sources, record)) expect(readFileSync(path, "utf8"), path).toBe(text);
});

test("the committed verdicts are the registered ones, claim by claim", () => {
  const registered = sources
    .filter((source) => isCommitted(source, record))
    .flatMap(({ claims }) => claims.full.map(({ id, expected }) => [id, expected.full]));
  const committed = Object.entries(record.claims).map(([id, { verdict }]) => [id, verdict]);
  expect(Object.fromEntries(committed)).toEqual(Object.fromEntries(registered));
});

test("a source that nobody has run at full yet is missing in no document", () => {
  const [known] = sources;
  const fresh = { ...known, about: { ...known.about, id: "fresh" } };
  expect(documents([...sources, fresh], record)).toEqual(documents(sources, record));
});

test("the summary counts each verdict", () => {
  const claims = {
    "a/one": { kind: "exact", verdict: "reproduced" },
    "a/two": { kind: "exact", verdict: "reproduced" },
    "b/three": { kind: "exact", verdict: "contradicted" },
  } as const;
  const names = [
    { id: "a", title: "A" },
    { id: "b", title: "B" },
  ];
  const rows = summaryTable(names, { run: "a test", profile: "full", claims }).split("\n").slice(2);
  expect(rows).toEqual(["| `a`: A | 2 | 2 | 0 | 0 |", "| `b`: B | 1 | 0 | 1 | 0 |", "| all | 3 | 2 | 1 | 0 |"]);
});

test("a document without the markers is an error", () => {
  expect(() => withBlock("text", "results", "table")).toThrow("expected the markers <!-- results -->");
});
