import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { type BaselineCheck, checkBaseline } from "../figure/baseline.ts";
import type { ProfileName } from "../language/profile.ts";
import type { Departure } from "../study/departures.ts";
import type { TrialsOfArms } from "../study/judge.ts";
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
  trials: TrialsOfArms,
  { out, baselines, profile, compare }: { out: string; baselines: string; profile: ProfileName; compare: boolean },
): DrawnFigure[] {
  return figures[profile].map((figure) => {
    const drawing = figure.draw(trials, claims[profile]);
    const path = `figures/${about.id}/${figure.id}.png`;
    const target = join(out, path);
    mkdirSync(dirname(target), { recursive: true });
    const check = checkBaseline({
      actual: Buffer.isBuffer(drawing) ? drawing : drawing.png,
      baseline: compare ? baselineFile(baselines, profile, about.id, figure.id) : undefined,
      out: target.replace(/\.png$/, ""),
      update: "none",
    });
    const { state, differingPixels } = check;
    return {
      result: { id: `${about.id}/${figure.id}`, path, status: state, differingPixels },
      departure: departureOf(check),
    };
  });
}

/** Figures follow from the trials; they warn here and fail in `npm test`, where baselines are accepted. */
function departureOf({ state, message }: BaselineCheck): Departure | undefined {
  const fine = state === "identical" || state === "close" || state === "not compared";
  return fine ? undefined : { severity: "warning", message };
}
