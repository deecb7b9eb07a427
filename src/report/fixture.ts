import { PNG } from "pngjs";
import { quantile } from "../statistics/quantile.ts";
import { clopperPearson } from "../statistics/verdict.ts";
import type { Catalogue } from "./catalogue.ts";
import type { ArmResult, ClaimResult, Results } from "./results.ts";

/** A results file with one claim of each verdict, an exact one and a figure that differs: for tests. */
export const results: Results = {
  schema: 1,
  createdAt: "2026-11-22T02:15:00.000Z",
  profile: "quick",
  engine: "wasm",
  environment: { commit: "a1b2c3d", cores: 2 },
  claims: [
    rateClaim("settles", { successes: 16, verdict: "reproduced" }),
    rateClaim("cycles", { successes: 0, verdict: "contradicted" }),
    rateClaim("wanders", { successes: 11, verdict: "inconclusive" }),
    {
      ...rateClaim("identity", { successes: 1, verdict: "reproduced" }),
      kind: "exact",
      interval: [0, 1],
      seeds: 1,
      assertedRate: 1,
      effect: undefined,
    },
  ],
  arms: [arm("plain", [0.1, 0.2, 0.3]), arm("no steps", [3, null, 5])],
  figures: [
    { id: "bias-game/distance", path: "figures/bias-game/distance.png", status: "changed", differingPixels: 12 },
    { id: "bias-game/film", path: "figures/bias-game/film.png", status: "identical", differingPixels: 0 },
  ],
  timings: [
    { name: "trial of bias-game, plain", unit: "s", median: 1.5, mad: 0.1, samples: 16 },
    { name: "one update", unit: "µs", median: 34, mad: 0.5, samples: 2000 },
  ],
  digests: { "bias-game/plain": "0123abcd" },
};

/** What is written about them. */
export const catalogue: Catalogue = {
  sources: [
    {
      id: "bias-game",
      title: "A GAN of two biases",
      authors: "An Author",
      reference: "a notebook",
      file: "000.txt",
      lead: "The smallest GAN there is.",
      differences: ["All in float64."],
      arms: [
        { name: "plain", what: "the notebook", settings: [["step size", "0.1"]] },
        { name: "no steps", what: "a control", settings: [["step size", "0"]] },
      ],
      claims: [
        {
          id: "bias-game/settles",
          at: "cell 6",
          figures: ["distance"],
          finding: "It contracts.\n\nAnd it stays.",
          dots: { metric: "meanDistance", arms: ["plain", "no steps"], threshold: 0.25 },
        },
      ],
      figures: [
        { id: "distance", title: "Distance", caption: "Median of 16 seeds." },
        {
          id: "film",
          title: "Training",
          caption: "Both players.",
          film: { frames: 2, width: 4, height: 4, labels: ["round 0", "round 10"] },
        },
      ],
    },
  ],
};

/** A white PNG. */
export function png(width = 8, height = 4): Buffer {
  const image = new PNG({ width, height });
  image.data.fill(255);
  return PNG.sync.write(image);
}

/** A claim about 16 seeds with the exact interval of its successes, unless another one is given. */
export function rateClaim(
  name: string,
  outcome: Pick<ClaimResult, "successes" | "verdict"> & Partial<Pick<ClaimResult, "interval">>,
): ClaimResult {
  return {
    id: `bias-game/${name}`,
    version: 1,
    source: "bias-game",
    title: `It ${name}`,
    quote: `It ${name}, said the notebook.`,
    hypothesis: `The amplitude of ${name} is small.`,
    kind: "rate",
    assertedRate: 0.75,
    seeds: 16,
    interval: [...clopperPearson(outcome.successes, 16)],
    expected: outcome.verdict,
    control: { description: "no steps are taken", verdict: "contradicted" },
    effect: { unit: "range of b_G", median: -0.5, interval: [-0.75, null] },
    ...outcome,
  };
}

function arm(name: string, values: (number | null)[]): ArmResult {
  const at = (p: number) => (values.includes(null) ? null : quantile(values as number[], p));
  const statistics = { median: at(0.5), q25: at(0.25), q75: at(0.75) };
  const measured = { experiment: "bias-game", metric: "meanDistance", unit: "" };
  return { ...measured, arm: name, seeds: values.length, values, ...statistics };
}
