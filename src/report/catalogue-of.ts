import type { ProfileName } from "../language/profile.ts";
import type { FigureSpec } from "../study/figure.ts";
import type { Source } from "../study/source.ts";
import { settingsOf } from "./arm-settings.ts";
import type { Catalogue, FigureEntry, SourceEntry } from "./catalogue.ts";
import { dotsOf } from "./dots-of-claim.ts";
import { pngImage } from "./image.ts";

/** The report's prose, from the sources. @param readImage gives a drawn figure by its path in the out folder */
export const catalogueOf = (
  sources: readonly Source[],
  profile: ProfileName,
  readImage: (path: string) => Buffer | undefined,
): Catalogue => ({
  sources: sources.map((source) => sourceEntry(source, profile, readImage)),
});

function sourceEntry(
  { about, arms, claims, figures }: Source,
  profile: ProfileName,
  readImage: (path: string) => Buffer | undefined,
): SourceEntry {
  const { id, title, authors, reference, file, lead, differences, armNotes } = about;
  return {
    id,
    title,
    authors,
    reference,
    file,
    lead,
    differences,
    arms: Object.entries(arms[profile]).map(([name, arm]) => ({
      name,
      what: armNotes?.[name] ?? "",
      settings: settingsOf(arm),
    })),
    claims: claims[profile].map((claim) => ({
      id: claim.id,
      at: claim.at,
      figures: (claim.figures ?? []).map((figure) => `${id}/${figure}`),
      finding: claim.finding,
      detail: claim.kind === "exact" ? claim.check().detail : undefined,
      dots: dotsOf(claim),
    })),
    figures: figures[profile].map((figure) => figureEntry(id, figure, readImage)),
  };
}

/** Pixels of a PNG for one CSS pixel: figures are drawn for sharp screens. */
const zoom = 2;

function figureEntry(
  source: string,
  { id, title, caption, film }: FigureSpec,
  readImage: (path: string) => Buffer | undefined,
): FigureEntry {
  const entry = { id: `${source}/${id}`, title, caption };
  const bytes = film && readImage(`figures/${source}/${id}.png`);
  const image = bytes && pngImage(bytes);
  if (!film || !image) return entry;
  const { width, height } = image;
  const frames = film.labels.length;
  return { ...entry, film: { frames, labels: film.labels, width: width / frames / zoom, height: height / zoom } };
}
