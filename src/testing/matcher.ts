import { relative, resolve } from "node:path";
import { expect } from "vitest";
import { suiteFolder, suitePath } from "../cli/folders.ts";
import { type BaselineState, checkBaseline } from "../figure/baseline.ts";
import type { ComparisonOptions } from "../figure/compare.ts";

export interface FigureMatcherOptions extends ComparisonOptions {
  /** Where the drawing and the diff are written, without extension. */
  readonly out?: string;
}

declare module "vitest" {
  interface Matchers<T> {
    /**
     * Compares a PNG with its baseline. As with snapshots: a missing baseline is written, but fails in CI, and
     * `vitest -u` accepts what has changed.
     */
    toMatchFigure(baseline: string, options?: FigureMatcherOptions): T;
  }
}

expect.extend({
  toMatchFigure(received: unknown, baseline: string, { out, ...options }: FigureMatcherOptions = {}) {
    if (!Buffer.isBuffer(received)) {
      throw new TypeError(`expected the bytes of a PNG as a Buffer, got ${typeof received}; pass the drawing's png`);
    }
    const check = checkBaseline({
      actual: received,
      baseline,
      out: out ?? suitePath("reports", "compared", relative(suiteFolder, resolve(baseline)).replace(/\.png$/, "")),
      update: this.snapshotState.snapshotUpdateState,
      ...options,
    });
    if (check.state === "new") console.warn(check.message);
    return { pass: passing.includes(check.state), message: () => check.message };
  },
});

const passing: readonly BaselineState[] = ["identical", "close", "new", "updated"];
