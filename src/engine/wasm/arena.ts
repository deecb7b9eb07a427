/** A byte address in the kernels' memory. */
export type Address = number;

/** The memory of one instance of the kernels: given out from the bottom up, and taken back all at once. */
export class Arena {
  readonly memory: WebAssembly.Memory;
  #bottom = 0;
  #top = 0;

  /** @param memory zeroed */
  constructor(memory = newMemory()) {
    this.memory = memory;
  }

  /** @param bottom first address that may be given out */
  start(bottom: Address): void {
    this.#bottom = align(bottom);
    this.#top = this.#bottom;
  }

  /** `bytes` zeroed bytes, aligned to a cache line, until the reset. May move the memory: take views afterwards. */
  alloc(bytes: number): Address {
    const start = this.#top;
    this.#top = align(start + bytes);
    const missing = this.#top - this.memory.buffer.byteLength;
    if (missing > 0) this.memory.grow(Math.ceil(missing / pageBytes));
    return start;
  }

  /** Takes everything back and leaves it zeroed. */
  reset(): void {
    new Uint8Array(this.memory.buffer, this.#bottom, this.#top - this.#bottom).fill(0);
    this.#top = this.#bottom;
  }
}

/** A memory of the fewest pages that grows to as many as may be. */
export const newMemory = (): WebAssembly.Memory => new WebAssembly.Memory({ initial: 1, maximum: maximumPages });

/** As the modules were compiled for: 4 GiB. */
const maximumPages = 65536;
const pageBytes = 65536;
const cacheLineBytes = 64;

const align = (address: number): Address => Math.ceil(address / cacheLineBytes) * cacheLineBytes;
