import { PNG } from "pngjs";
import { quantile } from "../statistics/quantile.ts";
import { clopperPearson } from "../statistics/verdict.ts";
import type { RateResult } from "./claim-result.ts";
import type { ArmResult, ClaimResult, Results } from "./results.ts";

/** Results with a claim of each verdict and kind, and a figure that differs: for tests. */
export const results: Results = {
  schema: 2,
  createdAt: "2026-11-22T02:15:00.000Z",
  profile: "quick",
  engine: "wasm",
  firstSeed: 1,
  environment: { commit: "a1b2c3d", cores: 2 },
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
    },
  ],
  claims: [
    {
      ...rateClaim("settles", { successes: 16, verdict: "reproduced" }),
      at: "cell 6",
      figures: ["bias-game/distance"],
      finding: "It contracts.\n\nAnd it stays.",
      effect: {
        unit: "mean distance",
        median: 0.2,
        interval: [0.1, 0.3],
        values: [0.1, 0.2, 0.3],
        ofControl: [3, null, 5],
      },
    },
    rateClaim("cycles", { successes: 0, verdict: "contradicted" }),
    rateClaim("wanders", { successes: 11, verdict: "inconclusive" }),
    exactClaim("identity"),
    statisticClaim("ranks"),
  ],
  arms: [arm("plain", [0.1, 0.2, 0.3]), arm("no steps", [3, null, 5])],
  figures: [
    figure("distance", { status: "changed", differingPixels: 12 }),
    figure("film", { status: "identical", differingPixels: 0, film: ["round 0", "round 10"] }),
  ],
  departures: [],
  timings: [
    { kind: "trial", source: "bias-game", arm: "plain", unit: "s", median: 1.5, mad: 0.1, samples: 16 },
    { kind: "update", engine: "wasm", cores: 1, seeds: 8, unit: "µs", median: 34, mad: 0.5, samples: 2000 },
  ],
  digests: [{ source: "bias-game", arm: "plain", digest: "0123abcd" }],
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
  outcome: Pick<RateResult, "successes" | "verdict"> & Partial<Pick<RateResult, "interval">>,
): RateResult {
  return {
    kind: "rate",
    ...said(name),
    assertedRate: 0.75,
    seeds: 16,
    interval: [...clopperPearson(outcome.successes, 16)],
    expected: outcome.verdict,
    control: { description: "no steps are taken", verdict: "contradicted", held: { successes: 0, seeds: 16 } },
    effect: { unit: "range of b_G", median: -0.5, interval: [-0.75, null] },
    ...outcome,
  };
}

export function exactClaim(name: string): Extract<ClaimResult, { kind: "exact" }> {
  const control = { description: "another sign", verdict: "contradicted", detail: "2 + 2 is not 5." } as const;
  return { kind: "exact", ...said(name), verdict: "reproduced", detail: "2 + 2 = 4.", control };
}

export function statisticClaim(name: string): Extract<ClaimResult, { kind: "statistic" }> {
  return {
    kind: "statistic",
    ...said(name),
    verdict: "reproduced",
    seeds: 15,
    unit: "rank correlation",
    estimate: 0.5,
    interval: [0.25, 0.75],
    control: { description: "shuffled", verdict: "inconclusive" },
  };
}

function said(name: string) {
  return {
    id: `bias-game/${name}`,
    version: 1,
    source: "bias-game",
    title: `It ${name}`,
    quote: `It ${name}, said the notebook.`,
    at: "",
    hypothesis: `The amplitude of ${name} is small.`,
    expected: "reproduced" as const,
    figures: [],
  };
}

function figure(
  name: string,
  outcome: Pick<Results["figures"][number], "status" | "differingPixels" | "film">,
): Results["figures"][number] {
  const id = `bias-game/${name}`;
  return {
    id,
    source: "bias-game",
    title: `The ${name}`,
    caption: "Of 16 seeds.",
    path: `figures/${id}.png`,
    ...outcome,
  };
}

function arm(name: string, values: (number | null)[]): ArmResult {
  const at = (p: number) => (values.includes(null) ? null : quantile(values as number[], p));
  const statistics = { median: at(0.5), q25: at(0.25), q75: at(0.75) };
  return {
    source: "bias-game",
    arm: name,
    metric: "meanDistance",
    unit: "",
    seeds: values.length,
    values,
    ...statistics,
  };
}
