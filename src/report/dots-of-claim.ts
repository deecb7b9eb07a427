import type { Claim, Measured, RateClaim } from "../language/claim.ts";
import type { ClaimEntry } from "./catalogue.ts";

/**
 * What to draw as a dot a seed beside a claim: the metric that its effect, else its predicate, looks at first, for the arms of the claim and of its
 * control. Undefined for claims that are no rates, and where no end-of-training metric is looked at.
 */
export function dotsOf(claim: Claim): ClaimEntry["dots"] {
  if (claim.kind !== "rate") return undefined;
  const metric = firstMetric(claim);
  const arms = [...new Set([claim.for, claim.control.for ?? []].flat())];
  return metric === undefined ? undefined : { metric, arms };
}

/** Calls the function with measurements that are all NaN and only note what is asked of them. */
function firstMetric(claim: RateClaim): string | undefined {
  const asked: string[] = [];
  const end = new Proxy<Measured["end"]>({} as Measured["end"], {
    get(_, metric) {
      asked.push(String(metric));
      return Number.NaN;
    },
  });
  const listener: Measured = { seed: 1, end, at: () => Number.NaN };
  const look = claim.effect?.of ?? claim.holds;
  look(...[claim.for].flat().map(() => listener));
  return asked[0];
}
