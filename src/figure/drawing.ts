import { rasterize } from "./rasterize.ts";

/** A figure as text and, where it is asked for, as pixels; it is rasterized once at most. */
export class Drawing {
  #png: Buffer | undefined;

  /** @param svg the text of a whole SVG */
  constructor(readonly svg: string) {}

  /** A PNG at two pixels a CSS pixel. @throws {Error} if the text is not an SVG */
  get png(): Buffer {
    this.#png ??= rasterize(this.svg);
    return this.#png;
  }
}
