import type { Catalogue, ClaimEntry, FigureEntry, SourceEntry } from "./catalogue.ts";
import { type Image, pngImage } from "./image.ts";
import type { ArmResult, ClaimResult, FigureResult, Results, Timing } from "./results.ts";

/** Everything that the pages say about one source: what was measured beside what is written about it. */
export interface SourceView {
  readonly entry: SourceEntry;
  readonly claims: readonly ClaimView[];
  /** Figures that no claim shows. */
  readonly otherFigures: readonly FigureView[];
  readonly arms: readonly ArmResult[];
  readonly timings: readonly Timing[];
  readonly digests: readonly (readonly [name: string, digest: string])[];
}

export interface ClaimView {
  readonly result: ClaimResult;
  readonly entry: ClaimEntry;
  /** The figures that are printed with this claim. */
  readonly figures: readonly FigureView[];
  /** Figures that an earlier claim already shows. */
  readonly seeAlso: readonly FigureView[];
}

export interface FigureView {
  readonly result: FigureResult;
  readonly entry: FigureEntry;
  /** The file's bytes; undefined where it could not be read. */
  readonly bytes?: Buffer;
  readonly image?: Image;
  readonly baseline?: Image;
  readonly diff?: Image;
}

export type ReadImage = (path: string) => Buffer | undefined;

/**
 * Joins results and catalogue. The results rule: what they do not name is left out, and what the catalogue does not
 * describe is shown without description, never hidden.
 */
export function assemble(results: Results, catalogue: Catalogue, readImage: ReadImage): SourceView[] {
  const described = catalogue.sources.map(({ id }) => id);
  const found = results.claims.map(({ source }) => source);
  const undescribed = [...new Set(found)].filter((id) => !described.includes(id));
  return [...catalogue.sources, ...undescribed.map(bareSource)]
    .filter(({ id }) => found.includes(id))
    .map((entry) => sourceView(entry, results, readImage));
}

function sourceView(entry: SourceEntry, results: Results, readImage: ReadImage): SourceView {
  const own = (name: string) => belongsTo(entry.id, name);
  const figures = results.figures.filter(({ id }) => own(id)).map((figure) => figureView(figure, entry, readImage));
  const claims = claimViews(entry, results.claims, figures);
  const shown = new Set(claims.flatMap((claim) => claim.figures));
  return {
    entry,
    claims,
    otherFigures: figures.filter((figure) => !shown.has(figure)),
    arms: results.arms.filter(({ experiment }) => own(experiment)),
    timings: results.timings.filter(({ name }) => mentions(entry.id, name)),
    digests: Object.entries(results.digests).filter(([name]) => own(name)),
  };
}

function claimViews(source: SourceEntry, claims: readonly ClaimResult[], figures: readonly FigureView[]): ClaimView[] {
  const printed = new Set<FigureView>();
  return claims
    .filter((claim) => claim.source === source.id)
    .map((result) => {
      const entry = source.claims.find(({ id }) => id === result.id) ?? { id: result.id, at: "", figures: [] };
      const named = entry.figures.map((figure) => qualified(source.id, figure));
      const showing = figures.filter((figure) => named.includes(figure.result.id));
      const fresh = showing.filter((figure) => !printed.has(figure));
      for (const figure of fresh) printed.add(figure);
      return { result, entry, figures: fresh, seeAlso: showing.filter((figure) => !fresh.includes(figure)) };
    });
}

function figureView(result: FigureResult, source: SourceEntry, readImage: ReadImage): FigureView {
  const image = (path: string) => {
    const bytes = readImage(path);
    return bytes && pngImage(bytes);
  };
  const described = source.figures.find(({ id }) => qualified(source.id, id) === result.id);
  const differs = !["identical", "new", "updated", "not compared", "no baseline"].includes(result.status);
  return {
    result,
    entry: described ?? { id: result.id, title: result.id, caption: "" },
    bytes: readImage(result.path),
    image: image(result.path),
    baseline: differs ? image(beside(result.path, "baseline")) : undefined,
    diff: differs ? image(beside(result.path, "diff")) : undefined,
  };
}

/** `distance.png` → `distance.baseline.png` */
const beside = (path: string, what: "baseline" | "diff"): string => path.replace(/\.png$/, `.${what}.png`);

const qualified = (source: string, name: string): string =>
  name.startsWith(`${source}/`) ? name : `${source}/${name}`;

/** "gaussian-1d" and "gaussian-1d/film" belong to the source "gaussian-1d". */
const belongsTo = (source: string, name: string): boolean => name.split("/")[0] === source;

/** "trial of gaussian-1d, notebook" mentions "gaussian-1d". */
export const mentions = (source: string, text: string): boolean => text.split(/[^\w-]+/).includes(source);

function bareSource(id: string): SourceEntry {
  return { id, title: id, authors: "", reference: "", lead: "", arms: [], claims: [], figures: [] };
}
