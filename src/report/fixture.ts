import { PNG } from "pngjs";
import { confidenceSequence } from "../statistics/confidence-sequence.ts";
import { quantile } from "../statistics/quantile.ts";
import { neededAt } from "../statistics/sequential-boundary.ts";
import { decideOutcomes, type Outcome } from "../study/decide-outcomes.ts";
import type { ExactResult, RateResult, StatisticResult } from "./claim-result.ts";
import type { ArmResult, ClaimResult, Results } from "./results.ts";

const run = {
  createdAt: "2026-11-22T02:15:00.000Z",
  engine: "wasm",
  environment: { commit: "a1b2c3d", cores: 2 },
};

/** Results with a claim of each verdict and kind, and a figure that differs: for tests. */
export const results: Results = {
  schema: 3,
  ...run,
  sources: [
    {
      id: "bias-game",
      run,
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
      ...withEffect(rateClaim("settles", { pattern: "+" })),
      at: "cell 6",
      figures: ["bias-game/distance"],
      finding: "It contracts.\n\nAnd it stays.",
      registration: {
        hash: "3f2a91".padEnd(64, "0"),
        version: 2,
        from: 1001,
        at: "2026-11-20T10:00:00.000Z",
        former: [{ version: 1, verdict: "open", seeds: 64, successes: 40 }],
      },
      version: 2,
      threshold: {
        ...{ unit: "mean distance", side: "below", bound: 0.5 },
        verdicts: [
          { from: null, to: 0.1, verdict: "contradicted" },
          { from: 0.1, to: 0.25, verdict: "open" },
          { from: 0.25, to: null, verdict: "reproduced" },
        ],
      },
    },
    rateClaim("cycles", { pattern: "-" }),
    { ...rateClaim("wanders", { pattern: "++-.", looked: 16 }), says: "implies" },
    comparison(),
    { ...exactClaim("identity"), says: "ours", quote: undefined },
    statisticClaim("ranks"),
    { kind: "untested", ...said("sleeps"), why: "the document gives no step size" },
  ],
  arms: [arm("plain", [0.1, 0.2, 0.3]), arm("no steps", [3, null, 5])],
  figures: [
    figure("distance", { status: "changed", differingPixels: 12 }),
    figure("film", { status: "committed", differingPixels: null, film: ["round 0", "round 10"] }),
  ],
  departures: [],
  timings: [
    { kind: "trial", source: "bias-game", arm: "plain", unit: "s", median: 1.5, mad: 0.1, samples: 16 },
    { kind: "update", engine: "wasm", cores: 1, seeds: 8, unit: "µs", median: 34, mad: 0.5, samples: 2000 },
  ],
  digests: [{ source: "bias-game", arm: "plain", digest: "0123abcd" }],
  audit: [
    { source: "bias-game", arm: "plain", recorded: 128, rerun: 6, identical: 6 },
    { source: "bias-game", arm: "no steps", recorded: 128, rerun: 2, identical: 2 },
  ],
};

/** A white PNG. */
export function png(width = 8, height = 4): Buffer {
  const image = new PNG({ width, height });
  image.data.fill(255);
  return PNG.sync.write(image);
}

interface Outcomes {
  /** Outcomes that repeat until they decide, or all of `looked` have been looked at. */
  readonly pattern: string;
  readonly rate?: number;
  readonly looked?: number;
  readonly isComparison?: boolean;
}

/** A claim with everything that its outcomes give. */
export function rateClaim(
  name: string,
  { pattern, rate = 0.75, looked = 1024, isComparison = false }: Outcomes,
): RateResult {
  const cap = 1024;
  const outcomes = [...pattern.repeat(looked)].slice(0, looked) as Outcome[];
  const { seeds, successes, ...decided } = decideOutcomes(outcomes, { rate, cap, isComparison });
  const { above, below } = neededAt(rate, seeds);
  const control = (verdict: "reproduced" | "contradicted", what: string) => ({
    ...{ what, verdict, seeds: 64, successes: verdict === "reproduced" ? 64 : 0 },
  });
  return {
    ...{ kind: "rate", ...said(name), ...decided, successes, seeds, cap },
    arms: ["plain"],
    firstSeed: 1001,
    assertedRate: rate,
    interval: [...confidenceSequence(successes, seeds)],
    recorded: { successes, seeds },
    sufficient: { ...(above <= seeds && { above }), ...(below >= 0 && { below }) },
    controls: {
      negative: control("contradicted", "no steps are taken"),
      positive: control("reproduced", "the fit by regression"),
    },
  };
}

/** The same with an effect of every seed. */
export function withEffect(claim: RateResult): RateResult {
  const values = [...claim.outcomes].map((outcome, index) => (outcome === "+" ? 0.1 : 0.9) + index / 1000);
  return { ...claim, effect: { unit: "mean distance", median: 0.2, interval: [0.1, null], values } };
}

/** Two arms of which neither is better by what matters. */
function comparison(): RateResult {
  const claim = rateClaim("wins", { pattern: "+-=", rate: 0.5, isComparison: true });
  return {
    ...claim,
    arms: ["plain", "no steps"],
    comparison: { better: { estimate: 0.51, interval: [0.47, 0.55] } },
    controls: {
      ...claim.controls,
      negative: { what: "“no steps” against itself", verdict: "open", seeds: 64, successes: 30 },
    },
  };
}

export function exactClaim(name: string): ExactResult {
  return {
    kind: "exact",
    ...said(name),
    verdict: "reproduced",
    detail: "2 + 2 = 4.",
    controls: { negative: { what: "another sign", verdict: "contradicted", detail: "2 + 2 is not 5." } },
  };
}

export function statisticClaim(name: string): StatisticResult {
  return {
    kind: "statistic",
    ...said(name),
    ...{ arms: ["plain"], firstSeed: 1001, looked: 16, cap: 64 },
    verdict: "reproduced",
    seeds: 15,
    unit: "rank correlation",
    estimate: 0.5,
    interval: [0.25, 0.75],
    controls: {
      negative: { what: "shuffled", verdict: "open", estimate: 0.01, seeds: 15 },
      positive: { what: "the truth", verdict: "reproduced", estimate: 0.9, seeds: 15 },
    },
  };
}

function said(name: string) {
  return {
    id: `bias-game/${name}`,
    version: 1,
    source: "bias-game",
    title: `It ${name}`,
    says: "states" as ClaimResult["says"],
    quote: `It ${name}, said the notebook.` as string | undefined,
    at: "",
    hypothesis: `The amplitude of ${name} is small.`,
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
