import { describe, expect, test } from "vitest";
import { testSettings } from "../src/cli/environment.ts";
import { engineNamed } from "../src/engine/named.ts";
import { wasmEngine } from "../src/engine/wasm/index.ts";
import type { GanArm } from "../src/language/arm.ts";
import { type ParityCheck, parityOf } from "../src/study/parity.ts";
import { storedInstruments } from "../src/trial/instruments.ts";
import { openStore } from "../src/trial/store.ts";
import { parityChecks } from "./parity.ts";

// GAN_REPRO_PARITY names another engine; the one here needs nothing that is not installed.
const { parity, store } = testSettings();
const engine = await engineNamed(parity);
const instruments = storedInstruments(openStore(store));
const instrumentsOf = ({ arm }: ParityCheck) => (arm.data.kind === "mnist" ? instruments() : undefined);

/** A sabotaged engine: it would have to be noticed that its generator takes steps a tenth too long. */
const withLongerSteps = (arm: GanArm): GanArm => ({
  ...arm,
  optimizer: {
    ...arm.optimizer,
    generator: { ...arm.optimizer.generator, stepSize: 1.1 * arm.optimizer.generator.stepSize },
  },
});

// The classifier behind the metrics of digits may have to be trained first.
describe.each(parityChecks)("$source", { timeout: 600_000 }, (check) => {
  const reason = engine.refusal?.(check.arm);
  if (reason) {
    test(`${engine.name} does not support its arm`, async () => {
      await expect(parityOf(check, engine, await instrumentsOf(check))).rejects.toThrow(reason);
    });
  } else {
    test(`${engine.name} and wasm come to the same ${check.metric}, within ${check.margin}`, async () => {
      const { interval, isEquivalent } = await parityOf(check, engine, await instrumentsOf(check));
      expect(isEquivalent, `90 % interval of the mean difference: ${interval.join(" … ")}`).toBe(true);
    });
  }

  test("an engine whose generator takes longer steps does not", async () => {
    const sabotaged = {
      ...wasmEngine,
      create: (arm: GanArm, seeds: readonly number[]) => wasmEngine.create(withLongerSteps(arm), seeds),
    };
    expect((await parityOf(check, sabotaged, await instrumentsOf(check))).isEquivalent).toBe(false);
  });
});
