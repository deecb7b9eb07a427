import { engineNamed } from "../engine/named.ts";
import { wasmEngine } from "../engine/wasm/index.ts";
import { Drawing } from "../figure/drawing.ts";
import { byClaim } from "../figure/judgements.ts";
import type { Arm } from "../language/arm.ts";
import { decisiveSeeds, firstSeeds } from "../language/seeds.ts";
import { judge, type TrialsByArm } from "../study/judge.ts";
import { armsOf } from "../study/register.ts";
import type { Source } from "../study/source.ts";
import { classifierFor } from "../trial/instruments.ts";
import { jobOf } from "../trial/job.ts";
import { estimatedSeconds } from "../trial/kinds.ts";
import { runTrials } from "../trial/run.ts";
import type { Store } from "../trial/store.ts";
import type { Trial } from "../trial/trial.ts";
import type { Task } from "./in-process.ts";
import { baseArmOf } from "./source-contenders.ts";

/** One whole trial of every source's base arm, from its seed to what is stored. @param store has the classifier of digits */
export async function trialTasks(sources: readonly Source[], store: Store): Promise<Task[]> {
  const engine = await engineNamed("wasm");
  return Promise.all(
    sources.map(async ({ about, arms }) => {
      const arm = baseArmOf(arms);
      const classifier = await classifierFor(jobOf(arm, 1, "wasm"), store);
      return { name: about.id, group: "trial", run: () => runTrials(arm, [1], engine, classifier) };
    }),
  );
}

/** Seeds that figures are drawn from: they have one dot or curve a seed. */
const seedsDrawn = 4;

/** Drawing the first figure of the source that trains fastest, as text and as pixels. */
export async function figureTasks(sources: readonly Source[]): Promise<Task[]> {
  const source = fastestOf(sources);
  const [figure] = source.figures;
  const trials = await train(source.arms, firstSeeds(seedsDrawn));
  const judgements = byClaim(source.claims.map((claim) => judge(claim, trials)));
  const svg = figure.draw(trials, judgements);
  const name = `${source.about.id}/${figure.id}`;
  return [
    { name, group: "SVG", run: () => figure.draw(trials, judgements) },
    { name, group: "PNG", run: () => new Drawing(svg).png },
  ];
}

/** One claim from its seeds to its decision, its controls included: of the source that trains fastest. */
export function decisionTasks(sources: readonly Source[]): Task[] {
  const source = fastestOf(sources);
  const claim = source.claims.find(({ kind }) => kind === "rate");
  if (!claim) throw new RangeError(`expected a claim about a rate in ${source.about.id}, got none`);
  const arms = Object.fromEntries(armsOf(claim).map((name) => [name, source.arms[name]]));
  const seeds = decisiveSeeds(source.about.seeds.drawn);
  return [{ name: claim.id, group: "decision", run: async () => judge(claim, await train(arms, seeds)) }];
}

function fastestOf(sources: readonly Source[]): Source {
  const seconds = ({ arms }: Source) => Object.values<Arm>(arms).reduce((sum, arm) => sum + estimatedSeconds(arm), 0);
  return sources.reduce((a, b) => (seconds(b) < seconds(a) ? b : a));
}

async function train(arms: Readonly<Record<string, Arm>>, seeds: readonly number[]): Promise<TrialsByArm> {
  const trials: Record<string, readonly Trial[]> = {};
  for (const [name, arm] of Object.entries(arms)) trials[name] = await runTrials(arm, seeds, wasmEngine);
  return trials;
}
