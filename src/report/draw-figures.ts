import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type BaselineCheck, type BaselineState, checkBaseline } from "../figure/baseline.ts";
import { Drawing } from "../figure/drawing.ts";
import { byClaim } from "../figure/judgements.ts";
import type { Departure } from "../study/departures.ts";
import type { FigureSpec } from "../study/figure.ts";
import type { Judgement, TrialsByArm } from "../study/judge.ts";
import type { Source } from "../study/source.ts";
import type { FigureResult } from "./results.ts";

export interface DrawnFigure {
  readonly result: FigureResult;
  readonly departure?: Departure;
}

export const baselineFile = (baselines: string, source: string, figure: string): string =>
  join(baselines, source, "figures", `${figure}.svg`);

/** The command that accepts a source's figures as their baselines. */
export const acceptCommand = (source: string): string => `npx vitest run specs/${source} -u`;

/**
 * Puts a source's figures into the out folder, as SVG and PNG. What every trial is at hand for is drawn afresh and compared with its
 * committed baseline; of the others the baseline itself is shown.
 * @param atHand whole trials, arrays and all, of the arms that have them from every seed that figures are drawn from
 * @param isComplete the record has every arm from every such seed, so that each figure must have a committed drawing
 */
export function drawFigures(
  { about, arms, figures }: Source,
  atHand: TrialsByArm,
  judgements: readonly Judgement[],
  {
    out,
    baselines,
    isComplete = true,
  }: { readonly out: string; readonly baselines: string; readonly isComplete?: boolean },
): DrawnFigure[] {
  const byId = byClaim(judgements);
  const trials = onlyAtHand(Object.keys(arms), atHand);
  return figures.map((figure) => {
    const result = resultOf(about.id, figure);
    const baseline = baselineFile(baselines, about.id, figure.id);
    const target = join(out, result.path);
    const drawing = drawn(() => figure.draw(trials, byId));
    if (drawing instanceof NotAtHand) {
      return isComplete || existsSync(baseline) ? committed(result, baseline, target) : notYet(result, target);
    }
    if (drawing instanceof Error) return failed(result, target, `not drawn: ${drawing.name}: ${drawing.message}`);
    const check = checkBaseline({
      drawing,
      baseline,
      out: target.replace(/\.png$/, ""),
      update: "none",
      accept: acceptCommand(about.id),
    });
    writeFileSync(target, drawing.png);
    const { differingPixels } = check;
    return {
      result: { ...result, status: statusOf(check.state), differingPixels },
      departure: departureOf(result.id, check),
    };
  });
}

function resultOf(source: string, { id, title, caption, film }: FigureSpec): FigureResult {
  const path = `figures/${source}/${id}.png`;
  const shown = { title, caption, ...(film && { film: [...film.labels] }) };
  return { id: `${source}/${id}`, source, ...shown, path, status: "not drawn", differingPixels: null };
}

/** A drawing asked for an arm whose trials are not at hand. */
class NotAtHand extends Error {}

/** Trials of which those that are not at hand say so when they are asked for, so that no figure is drawn from fewer. */
const onlyAtHand = (arms: readonly string[], atHand: TrialsByArm): TrialsByArm =>
  Object.defineProperties(
    {},
    Object.fromEntries(
      arms.map((arm) => [
        arm,
        {
          enumerable: true,
          get: () => {
            if (!atHand[arm]) throw new NotAtHand(`the trials of ${arm} are not at hand`);
            return atHand[arm];
          },
        },
      ]),
    ),
  );

/** A drawing, or how it failed: that costs the figure, not the report. */
function drawn(draw: () => string): Drawing | Error {
  try {
    const drawing = new Drawing(draw());
    rasterizable(drawing);
    return drawing;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** @throws {Error} if it is not an SVG */
const rasterizable = ({ png }: Drawing): boolean => png.length > 0;

/** Where the record itself lacks trials that figures are drawn from, there can be no drawing. */
function notYet(result: FigureResult, target: string): DrawnFigure {
  const { departure, ...drawn } = failed(result, target, "not drawn yet: the record lacks seeds of its arms");
  return { ...drawn, departure: departure && { ...departure, severity: "warning" } };
}

/** The committed drawing itself, as it was made when the record was. */
function committed(result: FigureResult, baseline: string, target: string): DrawnFigure {
  if (!existsSync(baseline)) {
    return failed(result, target, `expected its committed drawing ${baseline}, got none; restore it with git checkout`);
  }
  const drawing = drawn(() => readFileSync(baseline, "utf8"));
  if (drawing instanceof Error) {
    return failed(
      result,
      target,
      `expected an SVG in ${baseline}, got ${drawing.message}; restore it with git checkout`,
    );
  }
  mkdirSync(dirname(target), { recursive: true });
  clear(target);
  writeFileSync(svgOf(target), drawing.svg);
  writeFileSync(target, drawing.png);
  return { result: { ...result, status: "committed" } };
}

function failed(result: FigureResult, target: string, reason: string): DrawnFigure {
  clear(target);
  const message = `${result.id}: ${reason}`.replaceAll(/\s*\n\s*/g, " ");
  return { result, departure: { kind: "figure", severity: "failure", id: result.id, message } };
}

/** Deletes what an earlier run left, so that nothing outdated is shown. */
function clear(target: string): void {
  for (const end of [".png", ".svg", ".baseline.png", ".diff.png"])
    rmSync(target.replace(/\.png$/, end), { force: true });
}

const svgOf = (target: string): string => target.replace(/\.png$/, ".svg");

/** Of a drawing that is compared and accepted nowhere here. */
function statusOf(state: BaselineState): FigureResult["status"] {
  switch (state) {
    case "identical":
    case "close":
    case "changed":
    case "resized":
    case "missing":
    case "damaged":
      return state;
    default:
      throw new Error(`expected a figure that was compared and not accepted, got one that is "${state}"`);
  }
}

/** Figures follow from the trials; they warn here and fail in `npm test`, where baselines are accepted. */
const departureOf = (id: string, { state, message }: BaselineCheck): Departure | undefined =>
  state === "identical" || state === "close" ? undefined : { kind: "figure", severity: "warning", id, message };
