import type { GanArm, GeneratorLoss } from "../language/arm.ts";
import { dataDraw, latentDraw, latentStream, refuseToDraw } from "../random/draws.ts";
import { expectNumbers, live, rowsOf } from "./checks.ts";
import type { Adversary, Losses, Player as PlayerName, Reading } from "./engine.ts";
import { ganLayout, maskLength } from "./layout.ts";
import {
  discriminatorTerms,
  generatorTerms,
  type LogLossTerm,
  MeanLoss,
  recorded,
  takeBoth,
  wantsLosses,
} from "./losses.ts";
import type { Draws, Pass, Workspace } from "./network.ts";
import { Player } from "./player.ts";

/**
 * Goodfellow et al. 2014, Algorithm 1, between two networks of any engine: what is drawn when, which loss goes back through
 * what, and which gradient each player steps on.
 */
export class Game<Batch> implements Adversary {
  readonly seeds: readonly number[];
  readonly settle?: () => Promise<void>;
  readonly #arm: GanArm;
  /** Undefined once disposed of. */
  #held: Parts<Batch> | undefined;

  /** @throws {RangeError} if the arm asks for what cannot be trained; the message says what to use instead */
  constructor(workspace: Workspace<Batch>, arm: GanArm) {
    this.seeds = workspace.seeds;
    this.#arm = arm;
    this.#held = partsOf(workspace, arm);
    if (workspace.settle) this.settle = () => this.#parts.workspace.settle?.() ?? Promise.resolve();
  }

  updateDiscriminator(real?: Float32Array): void {
    const { workspace, discriminator, discriminatorUpdate: own, losses } = this.#parts;
    const { generate, judge, latents, data, terms } = own;
    const { inputs } = discriminator.network.layout;
    if (real) expectNumbers(real, "numbers of real samples", [this.seeds.length, this.#arm.schedule.batch, inputs]);
    else if (!data) refuseToDraw(this.#arm);
    const t = own.updates++;
    discriminator.begin();
    workspace.within(() => {
      for (let turn = 0; turn < workspace.turns; turn++) {
        if (real) judge.load(turn, real);
        else data?.fill(turn, t, judge.inputs[0]);
        latents.fill(turn, t, generate.inputs[0]);
        generate.forward(turn, t);
        judge.forward(turn, t);
        if (losses) judge.addLogLoss(turn, terms);
        judge.startFromLogLoss(turn, terms);
        judge.backwardToWeights(turn);
        discriminator.step(turn);
      }
    });
    losses?.discriminator.count();
  }

  updateGenerator(): void {
    const { workspace, generator, discriminator, generatorUpdate: own, losses } = this.#parts;
    const { generate, judge, latents } = own;
    const { generatorLoss, gradients } = this.#arm;
    const hasCrossTalk = gradients?.hasCrossTalk ?? false;
    const t = own.updates++;
    generator.begin();
    workspace.within(() => {
      for (let turn = 0; turn < workspace.turns; turn++) {
        latents.fill(turn, t, generate.inputs[0]);
        generate.forward(turn, t);
        judge.forward(turn, t);
        if (losses) judge.addLogLoss(turn, generatorTerms[generatorLoss]);
        backward(own, turn, generatorLoss, hasCrossTalk);
        if (hasCrossTalk) discriminator.network.accumulate(turn);
        generator.step(turn);
      }
    });
    losses?.generator.count();
  }

  regress(player: PlayerName, input: Float32Array, target: Float32Array): void {
    this.#parts[player].fit(input, target);
  }

  losses(): Promise<Losses> {
    return takeBoth(recorded(this.#parts.losses));
  }

  sample(latent: Float32Array, n?: number): Reading<Float32Array> {
    return this.#parts.generator.apply(latent, n);
  }

  discriminate(x: Float32Array, n?: number): Reading<Float32Array> {
    return this.#parts.discriminator.apply(x, n);
  }

  async gradientNorms(latent: Float32Array, n?: number) {
    const { workspace, generator } = this.#parts;
    const { network } = generator;
    const way = this.#measuredWay(rowsOf(latent, network.layout.inputs, this.seeds.length, n));
    const norms = { nonSaturating: [] as Reading<Float64Array>[], saturating: [] as Reading<Float64Array>[] };
    workspace.within(() => {
      for (let turn = 0; turn < workspace.turns; turn++) {
        way.generate.load(turn, latent);
        way.generate.forward(turn);
        way.judge.forward(turn);
        backward(way, turn, "non-saturating");
        norms.nonSaturating.push(network.gradientNorm(turn));
        backward(way, turn, "saturating");
        norms.saturating.push(network.gradientNorm(turn));
      }
    });
    return { nonSaturating: await ofTurns(norms.nonSaturating), saturating: await ofTurns(norms.saturating) };
  }

  weights(player: PlayerName): Reading<Float32Array> {
    return this.#parts[player].network.weights();
  }

  setWeights(player: PlayerName, weights: Float32Array): void {
    this.#parts[player].setWeights(weights);
  }

  dispose(): void {
    this.#held?.workspace.dispose();
    this.#held = undefined;
  }

  get #parts(): Parts<Batch> {
    const parts = live(this.#held);
    parts.workspace.check?.();
    return parts;
  }

  #measuredWay(rows: number): Way<Batch> {
    const { measured, generator, discriminator } = this.#parts;
    const way = measured.get(rows) ?? wayOf(generator, discriminator, rows);
    measured.set(rows, way);
    return way;
  }
}

/** From latents through both networks, as the generator's loss goes back. */
interface Way<Batch> {
  readonly generate: Pass<Batch>;
  readonly judge: Pass<Batch>;
}

interface Update<Batch> extends Way<Batch> {
  readonly latents: Draws<Batch>;
  /** Updates so far. */
  updates: number;
}

interface Parts<Batch> {
  readonly workspace: Workspace<Batch>;
  readonly generator: Player<Batch>;
  readonly discriminator: Player<Batch>;
  /** Real and fake samples go through the discriminator as one batch of two segments. */
  readonly discriminatorUpdate: Update<Batch> & {
    readonly data: Draws<Batch> | undefined;
    readonly terms: readonly LogLossTerm[];
  };
  readonly generatorUpdate: Update<Batch>;
  /** Ways without dropout, for each number of rows that gradients were measured on. */
  readonly measured: Map<number, Way<Batch>>;
  readonly losses: Readonly<Record<PlayerName, MeanLoss>> | undefined;
}

function partsOf<Batch>(workspace: Workspace<Batch>, arm: GanArm): Parts<Batch> {
  const { batch } = arm.schedule;
  const layout = ganLayout(arm);
  const player = (name: PlayerName) =>
    new Player(workspace, {
      layout: layout[name],
      optimizer: arm.optimizer[name],
      gradients: arm.gradients,
      name,
    });
  const [generator, discriminator] = [player("generator"), player("discriminator")];
  const latents = (name: PlayerName) =>
    workspace.draws(latentDraw(arm.latent, batch), latentStream(name, arm), batch, layout.generator.inputs);
  const [ofG, ofD] = [maskLength(layout.generator, batch), maskLength(layout.discriminator, batch)];

  const data = dataDraw(arm);
  const masks = { purpose: "dropout/discriminator", every: ofG + 2 * ofD };
  const judge = discriminator.network.pass({ rows: batch, segments: 2, dropout: { ...masks, from: ofG } });
  const discriminatorUpdate = {
    judge,
    generate: generator.network.pass({ rows: batch, dropout: { ...masks, from: 0 }, output: judge.inputs[1] }),
    latents: latents("discriminator"),
    data: data && workspace.draws(data, "data", batch, layout.generator.outputs),
    terms: discriminatorTerms(arm.discriminatorLossFactor),
    updates: 0,
  };
  const generatorUpdate = {
    ...wayOf(generator, discriminator, batch, "dropout/generator"),
    latents: latents("generator"),
    updates: 0,
  };
  const meanOf = (pass: Pass<Batch>) => new MeanLoss(workspace.seeds.length, () => pass.takeLogLoss());
  return {
    workspace,
    generator,
    discriminator,
    discriminatorUpdate,
    generatorUpdate,
    measured: new Map(),
    losses: wantsLosses(arm) ? { discriminator: meanOf(judge), generator: meanOf(generatorUpdate.judge) } : undefined,
  };
}

/** @param purpose names the stream of the dropout masks; without it nothing is dropped */
function wayOf<Batch>(
  generator: Player<Batch>,
  discriminator: Player<Batch>,
  rows: number,
  purpose?: string,
): Way<Batch> {
  const [ofG, ofD] = [maskLength(generator.network.layout, rows), maskLength(discriminator.network.layout, rows)];
  const masks = (from: number) => purpose && { purpose, from, every: ofG + ofD };
  const generate = generator.network.pass({ rows, dropout: masks(0) || undefined });
  return {
    generate,
    judge: discriminator.network.pass({ rows, dropout: masks(ofG) || undefined, input: generate.output }),
  };
}

/**
 * After both forward passes: the gradient of the generator's loss, back through the discriminator into the generator.
 * @param hasCrossTalk whether the discriminator's gradient of that loss is wanted as well
 */
function backward<Batch>(
  { generate, judge }: Way<Batch>,
  turn: number,
  loss: GeneratorLoss,
  hasCrossTalk = false,
): void {
  judge.startFromLogLoss(turn, generatorTerms[loss]);
  judge.backwardToInput(turn, generate.outputGradient, hasCrossTalk);
  generate.startFromOutputGradient(turn);
  generate.backwardToWeights(turn);
}

/** The numbers of all turns, one a seed. */
async function ofTurns(turns: readonly Reading<Float64Array>[]): Promise<Float64Array> {
  return Float64Array.from((await Promise.all(turns)).flatMap((numbers) => [...numbers]));
}
