/** What a claim can come out as. */
export const verdicts = ["reproduced", "contradicted", "inconclusive"] as const;
export type Verdict = (typeof verdicts)[number];

export type Interval = readonly [low: number, high: number];
