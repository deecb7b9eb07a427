import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { sweepFigure } from "../benchmark/sweep-figure.ts";
import { rasterize } from "../figure/rasterize.ts";
import { enginesFigure } from "../report/engines.tsx";
import type { Timing } from "../report/results.ts";
import { sweepsOf } from "../report/sweep.ts";
import { environment } from "../study/environment.ts";
import type { ReproduceRun } from "./reproduce.ts";

/** Draws the engines that were timed side by side, where more than one was. Their times have no baseline. */
export function drawEngines(timings: readonly Timing[], { engines, out }: ReproduceRun): void {
  const sweeps = sweepsOf(timings);
  if (sweeps.length < 2) return;
  const { cpu, cores, device } = environment(engines);
  const allCores = sweeps.find(({ engine }) => engine.includes("all "))?.engine ?? "wasm";
  const where = device ? `${device}; wasm on ${cores} × ${cpu}` : `${cores} × ${cpu}`;
  const target = join(out, enginesFigure);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, rasterize(sweepFigure(sweeps, allCores, where)));
}
