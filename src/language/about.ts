import type { Seeds } from "./seeds.ts";

/** What was said, and by whom. */
export interface About {
  /** Name of the source's folder, and the first part of its claims' ids. */
  readonly id: string;
  /** Its place among the sources of the report: the lower first, those without one last. */
  readonly position?: number;
  readonly title: string;
  readonly authors: string;
  readonly reference: string;
  /** Its file name among the project's sources. */
  readonly file: string;
  /** Two or three sentences for a reader who has not seen it. */
  readonly lead: string;
  /** Where our settings and the printed source part, and what was chosen where it is silent. */
  readonly differences: readonly string[];
  readonly seeds: Seeds;
  /** What each arm is, in a few words. */
  readonly armNotes?: Readonly<Record<string, string>>;
}
