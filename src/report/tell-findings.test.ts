import { expect, test } from "vitest";
import { biasGame } from "../games/bias.game.ts";
import type { Claim, Finding } from "../language/claim.ts";
import { game } from "../language/describe.ts";
import type { Trial } from "../trial/trial.ts";
import { tellFindings } from "./tell-findings.ts";

const arm = game({ game: biasGame(), method: "extragradient", stepSize: 0.1, iterations: 10, start: [-3, 0] });
const trial = (seed: number, distance: number, state: Trial["state"] = "trained"): Trial => ({
  ...{ arm, seed, engine: "wasm", state, digest: "", seconds: 0 },
  ...{ rounds: new Float64Array(), curves: {}, arrays: {}, end: { distance } },
});
const trials = {
  near: [trial(1, 1), trial(2, 2), trial(3, Number.NaN, "diverged"), trial(4, 6, "dead")],
  far: [trial(1, 3), trial(2, 1), trial(3, 5), trial(4, 7)],
};
const tell = (...findings: Finding[]) => {
  const claims = findings.map((finding, i) => ({ id: `s/${i + 1}`, finding }) as Claim);
  const { findings: told, departures } = tellFindings(claims, trials);
  return { texts: Object.fromEntries(told), messages: departures.map(({ message }) => message) };
};

test("a finding's numbers are of the trials that are reported, those that diverged left out", () => {
  const both = ["near", "far"];
  const { texts, messages } = tell(
    ({ count, seeds }) => `closer on ${count(both, (a, b) => a.end.distance < b.end.distance)} of ${seeds}`,
    ({ median, quantile }) =>
      `${median("near", ({ end }) => end.distance)} to ${quantile("near", 1, ({ end }) => -end.distance)}`,
    ({ where, dead }) => {
      const nearby = where("far", ({ end }) => end.distance < 6);
      return `${nearby.seeds} seeds, ${nearby.which("far", ({ end }) => end.distance > 2)}; ${dead("near")} dead`;
    },
    ({ where }) => where("far", () => false).median("far", ({ end }) => end.distance),
    "words",
  );
  expect(texts).toEqual({
    "s/1": "closer on 2 of 4",
    "s/2": "2 to −1",
    "s/3": "3 seeds, 1 and 3; 1 dead",
    "s/4": "no value",
    "s/5": "words",
  });
  expect(messages).toEqual([]);
});

test("a finding that fails costs itself and no other", () => {
  const { texts, messages } = tell(
    ({ count }) => `${count("farther", () => true)}`,
    ({ median }) => median("far", ({ end }) => end.biasD),
    "words",
  );
  expect(texts).toEqual({ "s/3": "words" });
  expect(messages).toEqual([
    's/1: finding not computed: expected trials of the arm "farther", got none',
    's/2: finding not computed: a value on seed 1: RangeError: expected one of the metrics distance, got "biasD"',
  ]);
});
