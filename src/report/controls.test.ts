import { expect, test } from "vitest";
import type { RateResult } from "./claim-result.ts";
import { controlsInWords, controlsSummary } from "./controls.ts";
import { exactClaim, rateClaim, results } from "./fixture.ts";

const claim = rateClaim("a", { pattern: "+" });
const withControl = (
  name: "negative" | "positive",
  control: Partial<RateResult["controls"]["negative"]>,
  of = claim,
) => ({
  ...of,
  controls: { ...of.controls, [name]: { ...of.controls[name], ...control } },
});
const sentences = (of: Parameters<typeof controlsInWords>[0]) => controlsInWords(of).map(({ sentence }) => sentence);

test("controls that came out as they must", () => {
  expect(sentences(claim)).toEqual([
    "It must not come out reproduced, and it came out contradicted: it held on 0 of 64 seeds.",
    "It must come out reproduced, and it did: it held on 64 of 64 seeds.",
  ]);
  expect(controlsSummary(claim)).toEqual({ text: "as they must be", isFaulty: false });
});

test("a negative control that is reproduced is called out", () => {
  const faulty = withControl("negative", { verdict: "reproduced", successes: 64 });
  expect(sentences(faulty)[0]).toBe(
    "It must not come out reproduced, but it came out reproduced: it held on 64 of 64 seeds; so this check cannot fail, and its verdict means nothing.",
  );
  expect(controlsSummary(faulty)).toEqual({ text: "negative control", isFaulty: true });
});

test("an arm against itself must not be decided either way", () => {
  const comparison = results.claims[3] as RateResult;
  expect(sentences(comparison)[0]).toBe(
    "Nothing is there to decide, so it must stay open, and it is open: it held on 30 of 64 seeds.",
  );
  expect(controlsSummary(withControl("negative", { verdict: "contradicted" }, comparison)).isFaulty).toBe(true);
});

test("a positive control that is not reproduced is called out once it had 64 seeds and as many as its claim", () => {
  const positive = (seeds: number) => withControl("positive", { verdict: "open", seeds, successes: seeds - 3 });
  expect(sentences(positive(10))[1]).toBe("It must come out reproduced; so far it is open: it held on 7 of 10 seeds.");
  expect(controlsSummary(positive(10))).toEqual({ text: "positive one open", isFaulty: false });
  expect(sentences(positive(64))[1]).toBe(
    "It must come out reproduced, but it is open: it held on 61 of 64 seeds; so this check cannot succeed, and its verdict means nothing.",
  );
  expect(controlsSummary(withControl("positive", { verdict: "contradicted", seeds: 6, successes: 0 })).isFaulty).toBe(
    true,
  );
});

test("of a claim that few seeds contradict, a positive control is no fault before any count could decide it", () => {
  const contradicted = rateClaim("a", { pattern: "-" });
  expect(contradicted.seeds).toBe(6); // at 0.75, even 6 of 6 do not suffice
  expect(
    controlsSummary(withControl("positive", { verdict: "open", seeds: 6, successes: 6 }, contradicted)).isFaulty,
  ).toBe(false);
});

test("a control of algebra says what it computed", () => {
  expect(sentences(exactClaim("a"))).toEqual([
    "It must not come out reproduced, and it came out contradicted: 2 + 2 is not 5.",
  ]);
});
