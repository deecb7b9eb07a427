import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type BaselineCheck, type BaselineState, checkBaseline } from "../figure/baseline.ts";
import { Drawing } from "../figure/drawing.ts";
import { byClaim } from "../figure/judgements.ts";
import type { ProfileName } from "../language/profile.ts";
import type { Departure } from "../study/departures.ts";
import type { Judgement, TrialsByArm } from "../study/judge.ts";
import type { Source } from "../study/source.ts";
import type { FigureResult } from "./results.ts";

export interface DrawnFigure {
  readonly result: FigureResult;
  readonly departure?: Departure;
}

export const baselineFile = (baselines: string, profile: ProfileName, source: string, figure: string): string =>
  join(baselines, profile, source, `${figure}.svg`);

/** Full's trials take hours, so that a figure may go without a baseline there; quick's are the ones that CI compares. */
export const baselineIsOptional = (profile: ProfileName): string | undefined =>
  profile === "quick" ? undefined : `no baseline at ${profile}`;

/** The command that accepts a source's figures at a profile as their baselines. */
export const acceptCommand = (profile: ProfileName, source: string): string =>
  `${profile === "quick" ? "" : `GAN_REPRO_PROFILE=${profile} `}npx vitest run specs/${source} -u`;

/** Draws a source's figures into the out folder, as SVG and PNG, and compares them with their baselines. */
export function drawFigures(
  { about, figures }: Source,
  trials: TrialsByArm,
  judgements: readonly Judgement[],
  { out, baselines, profile, compare }: { out: string; baselines: string; profile: ProfileName; compare: boolean },
): DrawnFigure[] {
  const byId = byClaim(judgements);
  return figures[profile].map((figure) => {
    const id = `${about.id}/${figure.id}`;
    const path = `figures/${id}.png`;
    const { title, caption, film } = figure;
    const said = { id, source: about.id, title, caption, ...(film && { film: [...film.labels] }), path };
    const target = join(out, path);
    const drawing = drawn(() => figure.draw(trials, byId));
    if (drawing instanceof Error) {
      for (const stale of [target, target.replace(/\.png$/, ".svg")]) rmSync(stale, { force: true });
      return { result: { ...said, status: "not drawn", differingPixels: null }, departure: notDrawn(id, drawing) };
    }
    const check = checkBaseline({
      drawing,
      baseline: compare ? baselineFile(baselines, profile, about.id, figure.id) : undefined,
      optional: baselineIsOptional(profile),
      out: target.replace(/\.png$/, ""),
      update: "none",
      accept: acceptCommand(profile, about.id),
    });
    writeFileSync(target, drawing.png);
    const { state, differingPixels } = check;
    return { result: { ...said, status: state, differingPixels }, departure: departureOf(id, check) };
  });
}

/** A drawing, or how it failed: that costs the figure, not the report. */
function drawn(draw: () => string): Drawing | Error {
  try {
    return new Drawing(draw());
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function notDrawn(id: string, { name, message }: Error): Departure {
  const line = `${id}: not drawn: ${name}: ${message}`.replaceAll(/\s*\n\s*/g, " ");
  return { kind: "figure", severity: "failure", id, message: line };
}

/** Figures follow from the trials; they warn here and fail in `npm test`, where baselines are accepted. */
function departureOf(id: string, { state, message }: BaselineCheck): Departure | undefined {
  return fine.includes(state) ? undefined : { kind: "figure", severity: "warning", id, message };
}

const fine: readonly BaselineState[] = ["identical", "close", "not compared", "no baseline"];
