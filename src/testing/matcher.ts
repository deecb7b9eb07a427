import { relative, resolve } from "node:path";
import { expect } from "vitest";
import { suiteFolder, suitePath } from "../cli/folders.ts";
import { type BaselineState, checkBaseline } from "../figure/baseline.ts";
import type { ComparisonOptions } from "../figure/compare.ts";
import { Drawing } from "../figure/drawing.ts";

export interface FigureMatcherOptions extends ComparisonOptions {
  /** Where the drawing and the pictures of a difference are written, without extension. */
  readonly out?: string;
  /** Why there need not be a baseline: "no baseline at full". Without it, one that is missing is written or fails. */
  readonly optional?: string;
  /** The command that accepts the drawing, for messages; unless given, this test file's alone. */
  readonly accept?: string;
}

declare module "vitest" {
  interface Matchers<T> {
    /**
     * Compares the text of an SVG with its baseline, an `.svg`. As with snapshots: a missing baseline is written, but fails
     * in CI, and `vitest -u` accepts what has changed.
     */
    toMatchFigure(baseline: string, options?: FigureMatcherOptions): T;
  }
}

expect.extend({
  toMatchFigure(received: unknown, baseline: string, options: FigureMatcherOptions = {}) {
    if (typeof received !== "string") {
      throw new TypeError(`expected the text of an SVG, got ${typeof received}; pass what the figure draws`);
    }
    const check = checkBaseline({
      out: suitePath("reports", "compared", relative(suiteFolder, resolve(baseline)).replace(/\.svg$/, "")),
      accept: `npx vitest run ${relative(suiteFolder, this.testPath ?? "")} -u`,
      ...options,
      drawing: new Drawing(received),
      baseline,
      update: this.snapshotState.snapshotUpdateState,
    });
    if (check.state === "new" || check.state === "no baseline") console.warn(check.message);
    return { pass: passing.includes(check.state), message: () => check.message };
  },
});

const passing: readonly BaselineState[] = ["identical", "close", "new", "updated", "no baseline"];
