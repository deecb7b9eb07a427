import { execa } from "execa";
import { z } from "zod";
import type { Dense, GanArm } from "../language/arm.ts";
import { vary } from "../language/describe.ts";
import { benchmarkArm } from "./arm.ts";
import { ContenderError } from "./contender.ts";
import { script, suite } from "./contenders.ts";
import { digitArms } from "./digits.ts";
import { type Measurement, measurementOf } from "./measurement.ts";

/** One size of one thing that grows. */
interface Point {
  readonly group: string;
  readonly size: number;
  readonly seeds: number;
  readonly rounds: number;
  readonly arm: GanArm;
}

/** Hidden layers of as many units; the last layer is what the data ask for. */
const widened = (layers: readonly Dense[], units: number): Dense[] =>
  layers.map((layer, l) => (l < layers.length - 1 ? { ...layer, units } : layer));

const digits = digitArms.Adam;

/** What grows, and how far: seeds of the 1-D GAN, batch and width of the GAN on digits, rounds of the 1-D GAN. */
const points: readonly Point[] = [
  ...[1, 4, 16, 64, 256, 1024].map((seeds) => ({
    group: "seeds",
    size: seeds,
    seeds,
    rounds: Math.max(2, Math.floor(512 / seeds)),
    arm: benchmarkArm,
  })),
  ...[16, 64, 256, 1024].map((batch) => ({
    group: "batch",
    size: batch,
    seeds: 1,
    rounds: Math.ceil(2048 / batch),
    arm: vary(digits, { schedule: { batch } }),
  })),
  ...[32, 128, 512, 1024].map((width) => ({
    group: "width",
    size: width,
    seeds: 1,
    rounds: Math.max(4, Math.ceil(4096 / width)),
    arm: {
      ...digits,
      generator: { ...digits.generator, layers: widened(digits.generator.layers as Dense[], width) },
      discriminator: { ...digits.discriminator, layers: widened(digits.discriminator.layers as Dense[], width) },
    },
  })),
  ...[100, 400, 1600].map((rounds) => ({ group: "rounds", size: rounds, seeds: 1, rounds, arm: benchmarkArm })),
];

const answerSchema = z.strictObject({ seconds: z.number().gt(0), peakBytes: z.number().gt(0) });

/**
 * CPU time and peak memory as something grows, each point in processes of its own, all points by turns.
 * @param turns processes of each point
 * @returns of each group the milliseconds (all rounds together where it is they that grow, else one) and the memory
 */
export async function timeScaling(turns: number, core: number | undefined): Promise<Measurement[]> {
  const found = points.map((point) => ({ point, milliseconds: [] as number[], mebibytes: [] as number[] }));
  for (let turn = 0; turn < turns; turn++) {
    for (const { point, milliseconds, mebibytes } of found) {
      const { seconds, peakBytes } = await measured(point, core);
      milliseconds.push(1000 * seconds * (point.group === "rounds" ? point.rounds : 1));
      mebibytes.push(peakBytes / 2 ** 20);
    }
  }
  return found.flatMap(({ point: { group, size }, milliseconds, mebibytes }) => [
    measurementOf({ name: `${size}`, group: `time against ${group}`, unit: "ms" }, milliseconds),
    measurementOf({ name: `${size}`, group: `memory against ${group}`, unit: "MiB" }, mebibytes),
  ]);
}

/** @throws {ContenderError} if the process does not answer */
async function measured({ group, size, seeds, rounds, arm }: Point, core: number | undefined) {
  const own = script("point.ts", String(seeds), String(rounds), JSON.stringify(arm));
  const [program, ...parameters] = core === undefined ? own : ["taskset", "--cpu-list", String(core), ...own];
  const { stdout, stderr } = await execa(program, parameters, { cwd: suite, reject: false });
  try {
    return answerSchema.parse(JSON.parse(stdout));
  } catch {
    const contender = { name: `${size} (${group})`, group, unit: "ms", value: (x: number) => x, command: own };
    throw new ContenderError(contender, stderr.trim().split("\n").at(-1) ?? "nothing");
  }
}
