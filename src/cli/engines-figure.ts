import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { sweepFigure } from "../benchmark/sweep-figure.ts";
import { rasterize } from "../figure/rasterize.ts";
import { enginesFigure } from "../report/engines.tsx";
import type { Timing } from "../report/results.ts";
import { sweepsOf } from "../report/sweep.ts";
import type { Engines } from "../study/engines.ts";
import { environment } from "../study/environment.ts";

/** Draws the engines that were timed side by side, where more than one was. Their times have no baseline. */
export function drawEngines(timings: readonly Timing[], { engines, out }: { engines: Engines; out: string }): void {
  const sweeps = sweepsOf(timings);
  if (sweeps.length < 2) return;
  const { cpu, cores, device } = environment(engines);
  const wasm = sweeps.filter(({ engine }) => engine === "wasm");
  const rival = wasm.find((sweep) => sweep.cores > 1) ?? wasm[0];
  const where = device ? `${device}; wasm on ${cores} × ${cpu}` : `${cores} × ${cpu}`;
  const target = join(out, enginesFigure);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, rasterize(sweepFigure(sweeps, rival, where)));
}
