/**
 * What the report says besides numbers: the sources, their settings and the prose about claims and figures.
 * Pages are a pure function of the results file and this catalogue.
 */
export interface Catalogue {
  readonly sources: readonly SourceEntry[];
}

/** One document. */
export interface SourceEntry {
  /** As in `ClaimResult.source`: "bias-game". Also the page's file name. */
  readonly id: string;
  readonly title: string;
  readonly authors: string;
  /** Where the document is to be found, or what it follows. */
  readonly reference: string;
  /** Its file name among the project's sources. */
  readonly file?: string;
  /** What the document is and does, in two or three sentences. */
  readonly lead: string;
  /** Where the printed source and our settings differ, a sentence each. */
  readonly differences?: readonly string[];
  readonly arms: readonly ArmEntry[];
  readonly claims: readonly ClaimEntry[];
  readonly figures: readonly FigureEntry[];
}

export interface ArmEntry {
  /** As in `ArmResult.arm`. */
  readonly name: string;
  /** What this arm is for. */
  readonly what: string;
  /** Name and value, in reading order. */
  readonly settings: readonly (readonly [name: string, value: string])[];
}

export interface ClaimEntry {
  /** As in `ClaimResult.id`. */
  readonly id: string;
  /** Where in the source the quote stands: "cell 6, figure 2". */
  readonly at: string;
  /** The figures that show the claim, with or without the source in their ids. A figure of several claims is printed at the first. */
  readonly figures: readonly string[];
  /** What an exact check computed and to which tolerance, in one sentence. */
  readonly detail?: string;
  /** Why the verdict is what it is; plain text, paragraphs parted by an empty line. */
  readonly finding?: string;
  /** What is sabotaged in the control, and why the claim must fail there. */
  readonly controlWhat?: string;
  /** What to draw as a dot a seed beside the verdict. */
  readonly dots?: {
    /** As in `ArmResult.metric`. */
    readonly metric: string;
    /** As in `ArmResult.arm`, top to bottom. */
    readonly arms: readonly string[];
    /** The predicate's bound, in the metric's unit: drawn as a dashed line. */
    readonly threshold?: number;
  };
}

export interface FigureEntry {
  /** As in `FigureResult.id`, with or without the source in front. */
  readonly id: string;
  readonly title: string;
  readonly caption: string;
  /** The image is a film: frames side by side in one row. */
  readonly film?: Film;
}

export interface Film {
  readonly frames: number;
  /** Of one frame, in CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** One a frame: "round 1,000". */
  readonly labels: readonly string[];
}
