import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { sources } from "../../../specs/index.ts";
import { withBlock } from "../../report/results-page.ts";
import { documents, recorded } from "./docs.ts";

test("the documents' tables are those of the committed records (npm run docs makes them)", () => {
  for (const { path, text } of documents(recorded(sources))) expect(readFileSync(path, "utf8"), path).toBe(text);
});

test("a source that has no record yet is missing in no document", () => {
  const [known] = sources;
  const fresh = { ...known, about: { ...known.about, id: "fresh" } };
  expect(recorded([...sources, fresh])).toEqual(recorded(sources));
});

test("a document without the markers is an error", () => {
  expect(() => withBlock("text", "results", "table")).toThrow("expected the markers <!-- results -->");
});
