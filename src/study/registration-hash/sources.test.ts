import { join } from "node:path";
import { expect, test } from "vitest";
import { sources } from "../../../specs/index.ts";
import { codeOfClaims } from "./claim-code.ts";

const specs = join(import.meta.dirname, "../../../specs");

test.each(sources.map((source) => [source.about.id, source] as const))(
  "%s: each claim has code of its own, and no drawing in it",
  (id, { claims }) => {
    const names = claims.map((claim) => claim.id.slice(id.length + 1));
    const codes = [...codeOfClaims(join(specs, id, "claims.ts"), names).values()];
    expect(new Set(codes.map(({ code }) => code)).size).toBe(names.length);
    for (const { code, file } of codes) {
      expect(code).not.toContain('"@observablehq/plot"');
      expect(file).toMatch(new RegExp(`^${id}/claims(?:/[a-z-]+)?\\.ts$`));
    }
  },
);
