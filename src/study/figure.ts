import type { Claim } from "../language/claim.ts";
import type { ProfileName } from "../language/profile.ts";
import type { TrialsByArm } from "./judge.ts";

export type { TrialsByArm } from "./judge.ts";

/** A row of equally large frames in one PNG. */
export interface Film {
  readonly png: Buffer;
  readonly frames: number;
  /** Of one frame, in CSS pixels. */
  readonly width: number;
  readonly height: number;
}

/** A drawing: a pure function of trials, to the byte. */
export interface FigureSpec {
  /** Unique in its source; also the name of its baseline. */
  readonly id: string;
  readonly title: string;
  readonly caption: string;
  /** The one profile that it is drawn at, where it shows arms that others lack. */
  readonly only?: ProfileName;
  /** What each frame shows, if the drawing is a film: one label a frame. */
  readonly film?: { readonly labels: readonly string[] };
  /** @param claims the source's, for figures of verdicts @returns a PNG at two pixels a CSS pixel */
  draw(trials: TrialsByArm, claims: readonly Claim[]): Buffer | Film;
}
