import { type Image, pngImage } from "./image.ts";
import type { ArmResult, AuditResult, ClaimResult, FigureResult, Results, SourceResult, Timing } from "./results.ts";

/** Everything that the pages say about one source. */
export interface SourceView {
  readonly source: SourceResult;
  readonly claims: readonly ClaimView[];
  /** Figures that no claim shows. */
  readonly otherFigures: readonly FigureView[];
  readonly arms: readonly ArmResult[];
  readonly timings: readonly Timing[];
  readonly digests: Results["digests"];
  readonly audits: readonly AuditResult[];
}

export interface ClaimView {
  readonly claim: ClaimResult;
  /** The figures that are printed with this claim. */
  readonly figures: readonly FigureView[];
  /** Figures that an earlier claim already shows. */
  readonly seeAlso: readonly FigureView[];
}

export interface FigureView {
  readonly figure: FigureResult;
  /** The file's bytes; undefined where it could not be read. */
  readonly bytes?: Buffer;
  readonly image?: Image;
  readonly baseline?: Image;
  readonly diff?: Image;
}

export type ReadImage = (path: string) => Buffer | undefined;

/** The results source by source, with their images; sources without claims are left out. */
export function assemble(results: Results, readImage: ReadImage): SourceView[] {
  const claims = bySource(results.claims);
  const figures = bySource(results.figures);
  const arms = bySource(results.arms);
  const digests = bySource(results.digests);
  const audits = bySource(results.audit);
  const timings = bySource(results.timings.filter((timing) => timing.kind === "trial"));
  return results.sources
    .filter(({ id }) => claims.has(id))
    .map((source) => {
      const drawn = (figures.get(source.id) ?? []).map((figure) => figureView(figure, readImage));
      const views = claimViews(claims.get(source.id) ?? [], drawn);
      const shown = new Set(views.flatMap((view) => view.figures));
      return {
        source,
        claims: views,
        otherFigures: drawn.filter((figure) => !shown.has(figure)),
        arms: arms.get(source.id) ?? [],
        timings: timings.get(source.id) ?? [],
        digests: digests.get(source.id) ?? [],
        audits: audits.get(source.id) ?? [],
      };
    });
}

function bySource<T extends { readonly source: string }>(entries: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const entry of entries) {
    const group = groups.get(entry.source);
    if (group) group.push(entry);
    else groups.set(entry.source, [entry]);
  }
  return groups;
}

/** A figure of several claims is printed at the first. */
function claimViews(claims: readonly ClaimResult[], figures: readonly FigureView[]): ClaimView[] {
  const byId = new Map(figures.map((view) => [view.figure.id, view]));
  const printed = new Set<FigureView>();
  return claims.map((claim) => {
    const showing = claim.figures.flatMap((id) => byId.get(id) ?? []);
    const fresh = showing.filter((figure) => !printed.has(figure));
    for (const figure of fresh) printed.add(figure);
    return { claim, figures: fresh, seeAlso: showing.filter((figure) => !fresh.includes(figure)) };
  });
}

function figureView(figure: FigureResult, readImage: ReadImage): FigureView {
  const image = (path: string) => {
    const bytes = readImage(path);
    return bytes && pngImage(bytes);
  };
  const differs = ["close", "changed", "resized"].includes(figure.status);
  return {
    figure,
    bytes: readImage(figure.path),
    image: image(figure.path),
    baseline: differs ? image(beside(figure.path, "baseline")) : undefined,
    diff: differs ? image(beside(figure.path, "diff")) : undefined,
  };
}

/** `distance.png` → `distance.baseline.png` */
const beside = (path: string, what: "baseline" | "diff"): string => path.replace(/\.png$/, `.${what}.png`);
