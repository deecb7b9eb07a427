/** @jsxRuntime automatic @jsxImportSource preact */
import type { FigureView } from "./assemble.ts";
import { countOf } from "./format.ts";
import type { Image } from "./image.ts";
import type { FigureResult } from "./results.ts";

/** A figure, its caption, and what its comparison with the baseline gave. */
export function Figure({ view }: { view: FigureView }) {
  const { figure, image } = view;
  return (
    <figure class="figure" id={anchorOf(view)}>
      {image ? <Picture view={view} image={image} /> : <p class="absent">The image {figure.path} could not be read.</p>}
      <figcaption>
        <strong>{figure.title}</strong>
        {figure.caption && <p>{figure.caption}</p>}
        <p class={isAlarming(figure) ? "comparison differs" : "comparison"}>{comparison(figure)}</p>
      </figcaption>
    </figure>
  );
}

/** The anchor of a figure on its page. */
export const anchorOf = ({ figure }: FigureView): string => `figure/${figure.id}`;

function Picture({ view, image }: { view: FigureView; image: Image }) {
  const { film, title } = view.figure;
  if (film) return <FilmPlayer labels={film} image={image} title={title} />;
  if (view.baseline) return <Comparison view={view} image={image} />;
  return <Plain image={image} title={title} />;
}

const Plain = ({ image, title }: { image: Image; title: string }) => (
  <button type="button" class="enlarge" aria-label={`Enlarge: ${title}`} style={{ maxWidth: displayWidth(image) }}>
    <img src={image.uri} width={image.width} height={image.height} alt={title} />
  </button>
);

/** Actual and baseline on top of each other, for looking from one to the other. */
function Comparison({ view, image }: { view: FigureView; image: Image }) {
  const { baseline, diff, figure } = view;
  const modes = ["actual", "baseline", ...(diff ? ["diff"] : []), "slide", "flicker"];
  return (
    <div class="compare" data-mode="slide">
      <fieldset class="modes" aria-label="Comparison with the baseline">
        {modes.map((mode) => (
          <button key={mode} type="button" data-mode={mode} aria-pressed={mode === "slide"}>
            {mode}
          </button>
        ))}
      </fieldset>
      <div class="stage" style={{ maxWidth: displayWidth(image) }}>
        <img class="actual" src={image.uri} width={image.width} height={image.height} alt={figure.title} />
        <img class="baseline" src={baseline!.uri} width={baseline!.width} height={baseline!.height} alt="Baseline" />
        {diff && <img class="diff" src={diff.uri} width={diff.width} height={diff.height} alt="Differing pixels" />}
        <input class="wipe" type="range" min="0" max="100" value="50" aria-label="Baseline left, actual right" />
      </div>
    </div>
  );
}

interface FilmProps {
  /** What each frame shows, in their order. */
  readonly labels: readonly string[];
  /** The frames side by side in one row. */
  readonly image: Image;
  readonly title: string;
}

/** Frames of one image, shown one at a time; without its script, the last. */
function FilmPlayer({ labels, image, title }: FilmProps) {
  const frames = labels.length;
  const last = frames - 1;
  const [width, height] = [image.width / frames / zoom, image.height / zoom];
  return (
    <div class="film" data-labels={JSON.stringify(labels)} style={{ maxWidth: `${width}px` }}>
      <div class="frame" style={{ aspectRatio: `${width} / ${height}` }}>
        <img
          src={image.uri}
          alt={`${title}, ${countOf(frames, "frame")}`}
          style={{ width: `${frames * 100}%`, transform: `translateX(${(-100 * last) / frames}%)` }}
        />
      </div>
      <div class="film-controls">
        <button type="button" class="play" aria-label="Play">
          <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
            <path class="play-shape" d="M4 2l10 6-10 6z" />
            <path class="pause-shape" d="M3 2h4v12H3zM9 2h4v12H9z" />
          </svg>
        </button>
        <input type="range" min="0" max={last} value={last} step="1" aria-label={`Frame of “${title}”`} />
        <output>{labels[last]}</output>
      </div>
    </div>
  );
}

/** Pixels of a figure for one CSS pixel: they are drawn for sharp screens. */
const zoom = 2;

const displayWidth = ({ width }: Image): string => `${Math.ceil(width / zoom)}px`;

const isAlarming = ({ status }: FigureResult): boolean =>
  ["missing", "damaged", "changed", "resized", "not drawn"].includes(status);

function comparison({ status, differingPixels }: FigureResult): string {
  const differing = differingPixels === null ? "" : `: ${countOf(differingPixels, "pixel")} differ`;
  switch (status) {
    case "identical":
      return "Drawn again: identical to its baseline.";
    case "close":
      return `Within its tolerance of the baseline${differing}.`;
    case "changed":
      return `Changed from its baseline${differing}.`;
    case "resized":
      return "Its size differs from its baseline’s.";
    case "missing":
      return "There is no baseline to compare it with.";
    case "damaged":
      return "Its baseline is damaged and could not be compared.";
    case "committed":
      return "The committed drawing of the record; not all of its trials were at hand to draw it again.";
    case "not drawn":
      return "Drawing it failed; the first page shows the error.";
  }
}
