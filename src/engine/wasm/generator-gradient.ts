import type { GeneratorLoss } from "../../language/arm.ts";
import type { DropoutDraws } from "./draws.ts";
import type { Address, Kernels } from "./kernels.ts";
import { crossEntropy, crossEntropyBackward, generatorTerms } from "./loss.ts";
import { Pass } from "./pass.ts";
import type { PlayerNetworks } from "./player.ts";

/** The gradient of the generator's loss: back through the discriminator, then through the generator. */
export class GeneratorGradient {
  /** Where the latents go, `[blocks][dimensions][8]`. */
  readonly latents: Address;
  readonly #kernels: Kernels;
  /** Whether the way back leaves its gradient in the discriminator's buffers. */
  readonly #hasCrossTalk: boolean;
  readonly #generator: PlayerNetworks;
  readonly #discriminator: PlayerNetworks;
  readonly #generate: Pass;
  readonly #discriminate: Pass;

  constructor(
    kernels: Kernels,
    generator: PlayerNetworks,
    discriminator: PlayerNetworks,
    rows: number,
    { dropout, hasCrossTalk = false }: { readonly dropout: boolean; readonly hasCrossTalk?: boolean },
  ) {
    this.#kernels = kernels;
    this.#hasCrossTalk = hasCrossTalk;
    this.#generator = generator;
    this.#discriminator = discriminator;
    this.#generate = new Pass(kernels, { layout: generator.layout, rows, dropout });
    this.#discriminate = new Pass(kernels, {
      layout: discriminator.layout,
      rows,
      dropout,
      input: this.#generate.output,
    });
    this.latents = this.#generate.input;
  }

  /** D(G(z)) of the seed at index s. */
  forward(s: number, masks?: DropoutDraws): void {
    this.#generate.forward(this.#generator.weights[s], masks);
    this.#discriminate.forward(this.#discriminator.weights[s], masks);
  }

  /** After {@link forward}: the loss itself. */
  loss(loss: GeneratorLoss): number {
    return crossEntropy(this.#kernels, this.#discriminate, [generatorTerms[loss]]);
  }

  /** After {@link forward}: the loss's gradient, to the generator's `gradient`. May be called for one loss after the other. */
  backward(s: number, loss: GeneratorLoss): void {
    crossEntropyBackward(this.#kernels, this.#discriminate, [generatorTerms[loss]]);
    const crossTalk = this.#hasCrossTalk ? this.#discriminator.gradient : undefined;
    this.#discriminate.backwardToInput(this.#discriminator.weights[s], this.#generate.outputGradient, crossTalk);
    if (this.#hasCrossTalk) this.#discriminator.deposit(s);
    this.#generate.backwardThroughOutput();
    this.#generate.backwardToWeights(this.#generator.weights[s], this.#generator.gradient);
  }
}
