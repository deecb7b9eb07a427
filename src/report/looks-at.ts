import type { Claim, Measured, RateClaim } from "../language/claim.ts";

/** What is drawn as one dot per seed next to a claim. */
export interface LooksAt {
  readonly metric: string;
  /** The claim's arms, then its control's. */
  readonly arms: string[];
}

/**
 * The metric that a claim's effect, else its predicate, looks at first, and the arms of the claim and of its control.
 * Undefined for claims that are no rates, and where no end-of-training metric is looked at.
 */
export function looksAt(claim: Claim): LooksAt | undefined {
  if (claim.kind !== "rate") return undefined;
  const metric = firstMetric(claim);
  const arms = [...new Set([claim.for, claim.control.for ?? []].flat())];
  return metric === undefined ? undefined : { metric, arms };
}

/** Calls the function with measurements that are all NaN and only note what is asked of them. */
function firstMetric(claim: RateClaim): string | undefined {
  const asked: string[] = [];
  const end = new Proxy({} as Measured["end"], {
    get(_, metric) {
      asked.push(String(metric));
      return Number.NaN;
    },
  });
  const listener: Measured = { seed: 1, end, at: () => Number.NaN };
  const look = claim.effect?.of ?? claim.holds;
  try {
    look(...[claim.for].flat().map(() => listener));
  } catch {
    // A function that fails on NaN has shown what it looks at all the same.
  }
  return asked[0];
}
