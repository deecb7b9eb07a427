import { expect, test } from "vitest";
import { auditOf, auditOfClaim, auditSentence, auditWords } from "./audit.ts";
import { exactClaim, rateClaim, results } from "./fixture.ts";

test("the audit of all arms states what it proves", () => {
  expect(auditSentence(auditOf(results.audit))).toBe(
    "Re-run here: 8 of 256 trials, drawn at random, an arm once before any twice, all identical to the bit: with 95 % confidence fewer than 38 % of trials so drawn would differ.",
  );
  // (1 − 3/m)ᵐ < 5 %
  for (const m of [4, 8, 300]) expect((1 - 3 / m) ** m).toBeLessThan(0.05);
});

test("a trial that differs, none that were re-run, and all of them prove something else", () => {
  expect(auditSentence({ recorded: 256, rerun: 8, identical: 7 })).toBe(
    "Re-run here: 8 of 256 trials, of which 1 differ from the record.",
  );
  expect(auditSentence({ recorded: 256, rerun: 0, identical: 0 })).toBe(
    "None of the record’s 256 trials were re-run here.",
  );
  expect(auditSentence({ recorded: 8, rerun: 8, identical: 8 })).toBe(
    "Re-run here: 8 of 8 trials, all identical to the bit.",
  );
  expect(auditSentence({ recorded: 8, rerun: 3, identical: 3 })).toMatch(/too few to say/);
});

test("a claim's audit is of its own arms", () => {
  const claim = rateClaim("a", { pattern: "+" });
  expect(auditOfClaim(claim, results.audit)).toEqual({ recorded: 128, rerun: 6, identical: 6 });
  expect(auditOfClaim({ ...claim, source: "other" }, results.audit)).toBeUndefined();
  expect(auditOfClaim(exactClaim("a"), results.audit)).toBeUndefined();
});

test("in a few words", () => {
  expect(auditWords({ recorded: 128, rerun: 6, identical: 6 })).toBe("re-run here: 6 of 128 trials, identical");
  expect(auditWords({ recorded: 128, rerun: 6, identical: 5 })).toBe("re-run here: 6 of 128 trials, 1 not identical");
  expect(auditWords({ recorded: 128, rerun: 0, identical: 0 })).toBe("re-run here: none of 128 trials");
});
