import { expect, test } from "vitest";
import { decide } from "./against.ts";
import { measurementOf } from "./measurement.ts";

/** Series of rounds of this tree and of another commit, one after the other; counts how many were asked for. */
function seriesOf(...ratios: readonly (readonly number[])[]) {
  const asked = { series: 0 };
  const timed = (rounds: readonly number[]) => measurementOf({ name: "", group: "", unit: "s" }, rounds);
  const measure = async () => {
    const after = ratios[Math.min(asked.series++, ratios.length - 1)];
    return [timed(after), timed(after.map(() => 1))];
  };
  return { asked, measure };
}

test("an equal time is fine after one series", async () => {
  const { asked, measure } = seriesOf([0.99, 1, 1.01, 1, 0.98, 1.02]);
  expect((await decide(measure)).outcome).toBe("fine");
  expect(asked.series).toBe(1);
});

test("a slowdown of 15 % has to show in a second series", async () => {
  const { asked, measure } = seriesOf([1.15, 1.16, 1.14, 1.15, 1.15, 1.16]);
  expect(await decide(measure)).toMatchObject({ outcome: "slower", ratio: 1.15, rounds: 12 });
  expect(asked.series).toBe(2);
});

test("what one series alone says is no slowdown", async () => {
  const { measure } = seriesOf([1.3, 1.3, 1.3, 1.3], [1, 1, 1, 1]);
  expect((await decide(measure)).outcome).not.toBe("slower");
});

test("an interval on both sides of the limit is measured on, and in the end cannot be told", async () => {
  const { asked, measure } = seriesOf([0.9, 1.3, 0.9, 1.3, 1.09]);
  expect((await decide(measure)).outcome).toBe("cannot tell");
  expect(asked.series).toBe(4);
});
