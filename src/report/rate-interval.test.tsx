import { renderToString } from "preact-render-to-string";
import { expect, test } from "vitest";
import { exactClaim, rateClaim, statisticClaim } from "./fixture.ts";
import { intervalGeometry, RateInterval } from "./rate-interval.tsx";

const claim = {
  ...rateClaim("a", { pattern: "+-", looked: 16 }),
  ...{ successes: 8, seeds: 16, interval: [0.25, 0.75] as [number, number] },
};

test("rates 0 and 1 stand 4 % from the edges, the rest evenly between", () => {
  // 4 + 92·rate
  expect(intervalGeometry({ ...claim, interval: [0, 1] })).toMatchObject({ low: 4, high: 96, estimate: 50 });
  expect(intervalGeometry(claim)).toMatchObject({ low: 27, high: 73, asserted: 73 });
});

test("no seeds is no division by zero", () => {
  expect(intervalGeometry({ ...claim, successes: 0, seeds: 0 }).estimate).toBe(4);
});

test("the drawing says in words what it shows", () => {
  expect(renderToString(<RateInterval claim={claim} />)).toContain(
    'aria-label="8 of 16 seeds, 95 % interval 0.25 to 0.75, asserted rate 0.75"',
  );
});

test("what is no rate has no interval to draw", () => {
  const drawn = [exactClaim("a"), statisticClaim("b")].map((claim) => renderToString(<RateInterval claim={claim} />));
  expect(drawn).toEqual([
    '<span class="exact">exact, checked to a tolerance</span>',
    '<span class="exact">one statistic over all seeds</span>',
  ]);
});
