import { mkdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { type BaselineCheck, checkBaseline } from "../figure/baseline.ts";
import type { ProfileName } from "../language/profile.ts";
import type { Departure } from "../study/departures.ts";
import type { TrialsByArm } from "../study/judge.ts";
import type { Source } from "../study/source.ts";
import type { FigureResult } from "./results.ts";

export interface DrawnFigure {
  readonly result: FigureResult;
  readonly departure?: Departure;
}

export const baselineFile = (baselines: string, profile: string, source: string, figure: string): string =>
  join(baselines, profile, source, `${figure}.png`);

/** Draws a source's figures into the out folder and compares them with their baselines. */
export function drawFigures(
  { about, claims, figures }: Source,
  trials: TrialsByArm,
  { out, baselines, profile, compare }: { out: string; baselines: string; profile: ProfileName; compare: boolean },
): DrawnFigure[] {
  return figures[profile].map((figure) => {
    const id = `${about.id}/${figure.id}`;
    const path = `figures/${id}.png`;
    const { title, caption, film } = figure;
    const said = { id, source: about.id, title, caption, ...(film && { film: [...film.labels] }), path };
    const target = join(out, path);
    mkdirSync(dirname(target), { recursive: true });
    try {
      const drawing = figure.draw(trials, claims[profile]);
      const check = checkBaseline({
        actual: Buffer.isBuffer(drawing) ? drawing : drawing.png,
        baseline: compare ? baselineFile(baselines, profile, about.id, figure.id) : undefined,
        out: target.replace(/\.png$/, ""),
        update: "none",
      });
      const { state, differingPixels } = check;
      return { result: { ...said, status: state, differingPixels }, departure: departureOf(id, check) };
    } catch (error) {
      rmSync(target, { force: true });
      return { result: { ...said, status: "not drawn", differingPixels: null }, departure: notDrawn(id, error) };
    }
  });
}

/** Figures follow from the trials; they warn here and fail in `npm test`, where baselines are accepted. */
function departureOf(id: string, { state, message }: BaselineCheck): Departure | undefined {
  const fine = state === "identical" || state === "close" || state === "not compared";
  return fine ? undefined : { kind: "figure", severity: "warning", id, message };
}

/** A figure that fails costs itself, not the report. */
function notDrawn(id: string, error: unknown): Departure {
  const { name, message } = error as Error;
  const line = `${id}: not drawn: ${name}: ${message}`.replaceAll(/\s*\n\s*/g, " ");
  return { kind: "figure", severity: "failure", id, message: line };
}
