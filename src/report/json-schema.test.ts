import { expect, test } from "vitest";
import { z } from "zod";
import { fileSchema } from "./schema.ts";

test("the published JSON Schema is that of the files which are written; `npx vitest run src/report/json-schema -u` writes it", async () => {
  const schema = { title: "Results of gan-repro, schema 3", ...z.toJSONSchema(fileSchema) };
  await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot("../../docs/results.schema.json");
});
