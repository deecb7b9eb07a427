import { type ClaimResult, departuresIn } from "./claim-result.ts";
import type { Results1 } from "./schema-1.ts";
import type { Results } from "./schema-2.ts";

/**
 * Results of the first schema in the words of the second. What the first did not keep stays empty: prose, settings of
 * arms, counts of controls, departures of figures and digests, and what was timed, which was a sentence.
 */
export function upgraded(old: Results1): Results {
  const figures = old.figures.map((figure) => ({
    ...figure,
    source: sourceOf(figure.id),
    title: figure.id,
    caption: "",
  }));
  const claims = old.claims.map(claimOf);
  const ids = [...old.claims.map(({ source }) => source), ...old.arms.map(({ experiment }) => experiment)];
  const digests = Object.entries(old.digests).map(([id, digest]) => {
    const source = sourceOf(id);
    return { source, arm: id.slice(source.length + 1), digest };
  });
  const all = new Set([...ids, ...figures.map(({ source }) => source), ...digests.map(({ source }) => source)]);
  return {
    schema: 2,
    createdAt: old.createdAt,
    profile: old.profile,
    engine: old.engine,
    firstSeed: old.firstSeed ?? 1,
    environment: old.environment,
    sources: [...all].map((id) => ({ id, title: id, authors: "", reference: "", lead: "", differences: [], arms: [] })),
    claims,
    arms: old.arms.map(({ experiment, ...arm }) => ({ source: experiment, ...arm })),
    figures,
    departures: claims.flatMap(departuresOf),
    timings: [],
    digests,
  };
}

/** "gaussian-1d/notebook" → "gaussian-1d" */
const sourceOf = (id: string): string => id.split("/", 1)[0];

function claimOf(old: Results1["claims"][number]): ClaimResult {
  const { kind, assertedRate, successes, seeds, interval, verdict, effect, control, ...others } = old;
  const said = { ...others, at: "", figures: [] };
  switch (kind) {
    case "rate":
      return { kind, ...said, verdict, assertedRate, successes, seeds, interval, effect, control };
    case "statistic": {
      const { unit = "", median: estimate = null, interval: of = [null, null] } = effect ?? {};
      return { kind, ...said, verdict, seeds, unit, estimate, interval: [...of], control };
    }
    case "exact": {
      const detail = "What was computed is not in results of schema 1.";
      return {
        kind,
        ...said,
        verdict: exact(verdict),
        detail,
        control: { ...control, verdict: exact(control.verdict), detail },
      };
    }
  }
}

/** The first schema allowed a verdict that an exact check cannot have. */
const exact = (verdict: Results1["claims"][number]["verdict"]) =>
  verdict === "inconclusive" ? "contradicted" : verdict;

const departuresOf = (claim: ClaimResult): Results["departures"] =>
  departuresIn(claim).map((kind) => ({
    kind,
    severity: "failure",
    source: claim.source,
    id: claim.id,
    message: `${claim.id}: not as registered in a run of schema 1`,
  }));
