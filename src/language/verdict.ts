/** What a claim can come out as, whoever says it. */
export const verdicts = ["reproduced", "contradicted", "equivalent", "open"] as const;
export type Verdict = (typeof verdicts)[number];

/** Who says what a claim says: the source in so many words, the source between the lines, or this project. */
export const sayings = ["states", "implies", "ours"] as const;
export type Saying = (typeof sayings)[number];

/**
 * A verdict in words. Only what a source states or implies is reproduced or contradicted for the source; what this project asks
 * beside it holds or does not.
 */
export const verdictWord = (verdict: Verdict, says: Saying): string =>
  words[verdict][says === "ours" ? "ours" : "theirs"];

const words: Readonly<Record<Verdict, { readonly theirs: string; readonly ours: string }>> = {
  reproduced: { theirs: "reproduced", ours: "holds" },
  contradicted: { theirs: "contradicted", ours: "does not hold" },
  equivalent: { theirs: "no difference that matters", ours: "no difference that matters" },
  open: { theirs: "open", ours: "open" },
};

/** The word for a claim that cannot be tested with what its source gives. */
export const notTested = "not tested";

export type Interval = readonly [low: number, high: number];
