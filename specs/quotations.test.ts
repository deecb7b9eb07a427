import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { quotationFaults } from "../src/study/quotations.ts";
import { sources } from "./index.ts";

/** The documents are others' work and not committed, so they are read where they are at hand. */
const beside = join(import.meta.dirname, "../../shared/sources");
const folder = process.env.GAN_REPRO_SOURCES ?? (existsSync(beside) ? beside : undefined);

describe("every quotation is literally in its document", () => {
  if (!folder) return skip("GAN_REPRO_SOURCES names no folder with the documents");
  if (!existsSync(folder)) {
    throw new Error(`expected a folder with the documents in GAN_REPRO_SOURCES, got ${folder}: there is none`);
  }
  for (const { about, claims } of sources) {
    const file = join(folder, about.file);
    if (!existsSync(file)) {
      skip(`those of ${about.id}: ${about.file} is not in ${folder}`);
      continue;
    }
    const document = readFileSync(file, "utf8");
    const quotes = claims.flatMap(({ id, quote }) => (quote === undefined ? [] : [[id, quote] as const]));
    test.each(quotes)("%s", (_, quote) => {
      expect(quotationFaults(quote, document)).toBeUndefined();
    });
  }
});

function skip(why: string): void {
  console.warn(`Quotations are not checked: ${why}`);
  test.skip(why, () => {});
}
