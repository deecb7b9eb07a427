/**
 * How much one dispatch may do. Drivers take a graphics card that is silent for a second or two for hung and reset it, so
 * a dispatch is to last a tenth of a second; how long an update takes is found out on the way.
 */
export class Pace {
  readonly #seeds: number;
  /** Seconds for an update of the whole ensemble. */
  #secondsAnUpdate: number;

  /** @param isSoftware whether the CPU plays the card: some thousand times slower */
  constructor(seeds: number, isSoftware: boolean) {
    this.#seeds = seeds;
    this.#secondsAnUpdate = isSoftware ? seeds * 2e-3 : Math.max(2e-3, seeds * 1e-5);
  }

  /** Updates that one dispatch makes. */
  get updates(): number {
    return Math.max(1, Math.min(longestDispatch, Math.floor(target / this.#secondsAnUpdate)));
  }

  /** Seeds that one dispatch makes them for. */
  get seeds(): number {
    return Math.max(1, Math.min(this.#seeds, Math.floor((this.#seeds * target) / this.#secondsAnUpdate)));
  }

  /** Records how many seconds some updates of the whole ensemble took. The next batch is at most eight times as long. */
  measured(updates: number, seconds: number): void {
    if (updates > 0) this.#secondsAnUpdate = Math.max(seconds / updates, this.#secondsAnUpdate / 8);
  }
}

/** Seconds of a dispatch. */
const target = 0.1;

/** Updates of a dispatch, at most. */
export const longestDispatch = 4096;
