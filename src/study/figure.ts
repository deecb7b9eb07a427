import type { Judgement, TrialsByArm } from "./judge.ts";

export type { TrialsByArm } from "./judge.ts";

/** What came of the claims: claim id ("mnist/tanh-improves") → judgement. */
export type Judgements = ReadonlyMap<string, Judgement>;

/** A drawing: a pure function of trials and judgements to SVG, the same to the byte for the same arguments. */
export interface FigureSpec {
  /** Unique in its source; also the name of its baseline. */
  readonly id: string;
  readonly title: string;
  readonly caption: string;
  /** What each frame shows, if the drawing is a film: one label a frame, the frames equally wide in one row. */
  readonly film?: { readonly labels: readonly string[] };
  /** @returns the text of a whole SVG; its size is in CSS pixels */
  draw(trials: TrialsByArm, judgements: Judgements): string;
}
