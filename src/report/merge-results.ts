import { existsSync } from "node:fs";
import { type AuditResult, type DepartureResult, type Results, ResultsError, readResults } from "./results.ts";

/**
 * Results of a run of some sources together with what a file has of others, so that running one source again takes no other out of
 * the report.
 * @param say gets a line if the file cannot be read and is replaced
 */
export function mergedInto(file: string, fresh: Results, say: (line: string) => void): Results {
  if (!existsSync(file)) return fresh;
  try {
    return merged(readResults(file), fresh);
  } catch (error) {
    if (!(error instanceof ResultsError)) throw error;
    say(`what stood in the report before is not kept: ${error.message}`);
    return fresh;
  }
}

/** The sources of both, those of the fresh results as they are now. */
export function merged(before: Results, fresh: Results): Results {
  const again = new Set(fresh.sources.map(({ id }) => id));
  const isKept = ({ source }: { readonly source: string }) => !again.has(source);
  const kept = before.sources.filter(({ id }) => !again.has(id));
  const audit = fresh.audit.map((one) => withEarlier(one, before, fresh));
  const differing = new Set(
    audit.filter((one) => !fresh.audit.includes(one) && one.identical < one.rerun).map(({ source }) => source),
  );
  /** A trial that differed stays told until its arm is audited again. */
  const isStillTold = ({ kind, source }: DepartureResult) => kind === "digest" && differing.has(source);
  const order = [...new Set([...before.sources, ...fresh.sources].map(({ id }) => id))];
  return {
    ...fresh,
    sources: [...kept, ...fresh.sources].sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id)),
    claims: [...before.claims.filter(isKept), ...fresh.claims],
    arms: [...before.arms.filter(isKept), ...fresh.arms],
    figures: [...before.figures.filter(isKept), ...fresh.figures],
    departures: [...before.departures.filter((one) => isKept(one) || isStillTold(one)), ...fresh.departures],
    timings: [...before.timings.filter((timing) => timing.kind === "trial" && isKept(timing)), ...fresh.timings],
    digests: [...before.digests.filter(isKept), ...fresh.digests],
    audit: [...before.audit.filter(isKept), ...audit],
  };
}

/** A run of one claim trains nothing of other arms: what an earlier run of the same record found of those stands. */
function withEarlier(audit: AuditResult, before: Results, fresh: Results): AuditResult {
  const isSame = (one: { readonly source: string; readonly arm: string }) =>
    one.source === audit.source && one.arm === audit.arm;
  const earlier = before.audit.find(isSame);
  const digestIn = ({ digests }: Results) => digests.find(isSame)?.digest;
  const engineIn = ({ sources }: Results) => sources.find(({ id }) => id === audit.source)?.run.engine;
  const stands = audit.rerun === 0 && digestIn(before) === digestIn(fresh) && engineIn(before) === engineIn(fresh);
  return stands && earlier ? earlier : audit;
}
